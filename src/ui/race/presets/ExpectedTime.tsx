import { useMemo } from "react";
import { presetConfig } from "../../../config/presets";
import type { Preset } from "../../../config/presets/preset";
import type { Thumbnail } from "../../../config/presets/thumbnail";
import { formatCount } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import { computesOnCpu } from "../../../record/environment";
import { needsDownload } from "../../../session/data/askFirst";
import { expectedTime, timedRuns } from "../../../session/presets/expectedTime";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import classes from "./gallery.module.css";
import { texts } from "./texts";

interface ExpectedTimeProps {
  preset: Preset;
  measured: Thumbnail | undefined;
}

/** How long a preset will take here, as far as that was timed here, and what it needs before it starts. */
export function ExpectedTime({ preset: { id }, measured }: ExpectedTimeProps) {
  const t = useTexts(texts);
  const draft = useMemo(() => presetConfig(id), [id]);
  const time = useTimeHere(id);
  const downloads = useSelect(({ run, kept }) => needsDownload({ draft, run, kept }));
  const onCpu = useSelect(({ environment }) => environment !== null && computesOnCpu(environment));
  const isSlow = onCpu && measured !== undefined && tookMinutesOnCpu(measured);
  return (
    <p className={classes.soft}>
      {time ? t.time.expected({ time: between(time) }) : t.time.unknown}
      {!time && isSlow && ` ${t.time.slow}`}
      {downloads && ` ${t.download}`}
    </p>
  );
}

/** Far above what the light ones take: how busy that machine was does not matter for it. */
const SEVERAL_MINUTES = 180_000;

/** Whether the run of its picture was too long on a CPU to be waited for. */
function tookMinutesOnCpu({ backend, durationMs }: Thumbnail): boolean {
  return computesOnCpu({ backend, software: false }) && durationMs > SEVERAL_MINUTES;
}

/** As it stood when the gallery was opened: numbers that go on changing would be read as more than they are. */
function useTimeHere(presetId: string): [number, number] | null {
  const playground = usePlayground();
  return useMemo(() => expectedTime(presetConfig(presetId), timedRuns(playground.state)), [presetId, playground]);
}

function between([least, most]: [number, number]): string {
  const [low, high] = [written(least), written(most)];
  return low === high ? low : translateAll(texts).time.range({ least: low, most: high });
}

const MINUTE = 60_000;

/** `25 s`, in steps of five; `4 min`. */
function written(milliseconds: number): string {
  const { time } = translateAll(texts);
  return milliseconds < MINUTE
    ? time.seconds({ n: formatCount(5 * Math.max(1, Math.round(milliseconds / 5000))) })
    : time.minutes({ n: formatCount(Math.round(milliseconds / MINUTE)) });
}
