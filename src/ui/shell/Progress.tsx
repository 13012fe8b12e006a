import { Tooltip } from "@mantine/core";
import { formatCount, formatDuration, formatNumber, formatPercent } from "../../i18n/format";
import type { StepTiming } from "../../worker/protocol";
import { useSelect } from "../context";
import { words } from "../words";
import classes from "./shell.module.css";
import { Track } from "./Track";

/** Step counter with progress, speed, and where a step's time goes. Every number keeps its place. */
export function Progress() {
  const step = useSelect((state) => state.run?.step ?? 0);
  const steps = useSelect((state) => state.run?.config.steps ?? state.draft.steps);
  const timing = useSelect((state) => state.run?.timing ?? null);
  const phase = useSelect((state) => (state.starting ? "starting" : (state.run?.state ?? "none")));
  const fineTuning = useSelect((state) => state.run?.fineTuning ?? null);
  const fresh = phase === "paused" && step === 0;
  const left =
    timing && phase === "running" && fineTuning === null ? ((steps - step) / timing.stepsPerSecond) * 1000 : null;
  return (
    <div className={classes.progress}>
      <div className={classes.counter}>
        <span>
          {words.topBar.step} <b className={classes.step}>{formatCount(step)}</b>{" "}
          <span className={classes.total}>{words.topBar.of(formatCount(steps))}</span>
        </span>
        <span className={classes.phase} data-phase={phase}>
          {fineTuning === null
            ? words.topBar.states[fresh ? "ready" : phase]
            : words.topBar.fineTuning(formatPercent(fineTuning, 0))}
          {left !== null && Number.isFinite(left) && `, ${words.topBar.timeLeft(formatDuration(left))}`}
        </span>
      </div>
      <Track className={classes.track} label={words.topBar.step} share={steps > 0 ? step / steps : 0} max={steps} />
      <Tooltip label={timing ? timingInWords(timing) : words.topBar.timingHint} multiline w={260}>
        <div className={classes.speed}>
          <span className={classes.rate}>
            {timing ? formatNumber(timing.stepsPerSecond) : "\u2013"} {words.topBar.rate}
          </span>
          <span className={classes.timing}>{timing ? timingInShort(timing) : ""}</span>
        </div>
      </Tooltip>
    </div>
  );
}

function timingInShort({ jsMs, gpuMs, totalMs }: StepTiming): string {
  const js = formatNumber(jsMs, 2);
  if (gpuMs !== null) return words.topBar.gpuTiming(js, formatNumber(gpuMs, 2));
  return words.topBar.timing(js, formatNumber(Math.max(0, totalMs - jsMs), 2));
}

function timingInWords({ jsMs, gpuMs, waitMs, totalMs }: StepTiming): string {
  return words.topBar.timingParts({
    total: formatNumber(totalMs, 2),
    js: formatNumber(jsMs, 2),
    wait: formatNumber(waitMs, 2),
    gpu: gpuMs === null ? null : formatNumber(gpuMs, 2),
  });
}
