import { Slider } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { formatCount } from "../../../i18n/format";
import { lookAt } from "../../../session/embedding/changes";
import { IconButton } from "../../components/IconButton";
import { usePlayground, useShownRun } from "../../context";
import { useTexts } from "../../language/useTexts";
import classes from "./embedding.module.css";
import { texts } from "./texts";
import { useShownEmbedding } from "./useEmbedding";

/** Milliseconds that a snapshot stays while the run is played. */
const PACE = 250;

/** Looks back at the snapshots that are kept of the run, one by one or as a film; at its end is the latest, as it comes. */
export function Scrubber() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { snapshot, kept, isLatest } = useShownEmbedding();
  const isRunning = useShownRun((run) => run?.state === "running");
  const [isPlaying, setIsPlaying] = useState(false);
  const place = snapshot ? kept.indexOf(snapshot) : -1;
  const last = kept.length - 1;
  const goTo = (index: number) => lookAt(playground, index >= last ? null : (kept[index]?.step ?? null));
  usePlaying(isPlaying, () => {
    if (place + 1 >= last) setIsPlaying(false);
    goTo(place + 1);
  });
  if (last < 1 || !snapshot) return null;
  const play = () => {
    if (!isPlaying && isLatest) goTo(0);
    setIsPlaying(!isPlaying);
  };
  const step = t.stepShown({ step: formatCount(snapshot.step) });
  const Icon = isPlaying ? IconPlayerPause : IconPlayerPlay;
  return (
    <div className={classes.scrubber} title={t.keptNote({ count: kept.length })}>
      <IconButton variant="subtle" color="gray" size={24} label={isPlaying ? t.stop : t.play} onClick={play}>
        <Icon size={15} />
      </IconButton>
      <Slider
        className={classes.slider}
        size="sm"
        min={0}
        max={last}
        step={1}
        value={place}
        label={null}
        thumbLabel={t.scrubber}
        thumbValueText={step}
        onChange={(index) => {
          setIsPlaying(false);
          goTo(index);
        }}
      />
      <span className={classes.step}>{isLatest ? (isRunning ? t.live : t.latest) : step}</span>
      <IconButton
        variant="subtle"
        color="gray"
        size={24}
        label={t.backToLatest}
        disabled={isLatest}
        onClick={() => goTo(last)}
      >
        <IconPlayerTrackNext size={15} />
      </IconButton>
    </div>
  );
}

/** Whatever is drawn anew meanwhile, as with each sample under the pointer, does not put it off. */
function usePlaying(isPlaying: boolean, next: () => void): void {
  const latest = useRef(next);
  useEffect(() => {
    latest.current = next;
  });
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => latest.current(), PACE);
    return () => clearInterval(timer);
  }, [isPlaying]);
}
