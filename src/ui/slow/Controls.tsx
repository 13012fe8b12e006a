import { Button, SegmentedControl, Slider } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext, IconPlayerTrackPrev } from "@tabler/icons-react";
import { formatCount, formatPlain } from "../../i18n/format";
import { KEPT_TRACES } from "../../record/trace/kept";
import { canTrain, change, showStep, trainOn, turnPhase } from "../../session/slow/motion";
import { PACES, type Pace } from "../../session/slow/phases";
import type { StepTrace } from "../../worker/protocol";
import { IconButton } from "../components/IconButton";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./controls.module.css";
import { texts } from "./texts";

/** Updates that one press makes, so that there is something to look back on. */
const SOME = 20;
const ICON = 20;

interface ControlsProps {
  traces: readonly StepTrace[];
  trace: StepTrace;
}

/** Plays, turns and paces the phases, and looks back. */
export function Controls({ traces, trace }: ControlsProps) {
  return (
    <div className={classes.controls}>
      <Transport />
      <PaceChoice />
      <TrainButton />
      <Scrubber traces={traces} trace={trace} />
    </div>
  );
}

function Transport() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const isPlaying = useSelect(({ slow }) => slow.motion === "playing");
  const toggle = () => change(playground, { motion: isPlaying ? "still" : "playing" });
  return (
    <div className={classes.transport}>
      <IconButton variant="default" size={36} label={t.previous} onClick={() => void turnPhase(playground, -1)}>
        <IconPlayerTrackPrev size={ICON} />
      </IconButton>
      <IconButton size={36} label={isPlaying ? t.pause : t.play} onClick={toggle} data-autofocus>
        {isPlaying ? <IconPlayerPause size={ICON} /> : <IconPlayerPlay size={ICON} />}
      </IconButton>
      <IconButton variant="default" size={36} label={t.next} onClick={() => void turnPhase(playground, 1)}>
        <IconPlayerTrackNext size={ICON} />
      </IconButton>
    </div>
  );
}

function PaceChoice() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const pace = useSelect(({ slow }) => slow.pace);
  return (
    <SegmentedControl
      size="sm"
      classNames={{ label: classes.label }}
      aria-label={t.pace}
      value={String(pace)}
      data={PACES.map((value) => ({ value: String(value), label: t.times({ pace: formatPlain(value) }) }))}
      onChange={(value) => change(playground, { pace: Number(value) as Pace })}
    />
  );
}

function TrainButton() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const isAble = useSelect(canTrain);
  return (
    <Button
      variant="default"
      classNames={{ root: classes.button, label: classes.label }}
      disabled={!isAble}
      onClick={() => void trainOn(playground, SOME)}
    >
      {t.train({ count: SOME })}
    </Button>
  );
}

function Scrubber({ traces, trace }: ControlsProps) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const last = traces.length - 1;
  const words = (at: number) => t.step({ step: formatCount(traces[at]?.step ?? 0), seed: formatCount(trace.seed) });
  return (
    <div className={classes.scrubber}>
      <Slider
        thumbLabel={t.scrub}
        min={0}
        max={Math.max(1, last)}
        disabled={last < 1}
        value={Math.max(0, traces.indexOf(trace))}
        label={words}
        scale={(at) => at}
        thumbProps={{ "aria-valuetext": words(traces.indexOf(trace)) }}
        onChange={(at) => showStep(playground, traces[at]?.step ?? 0)}
      />
      <p className={classes.soft}>{t.kept({ count: traces.length, most: KEPT_TRACES })}</p>
    </div>
  );
}
