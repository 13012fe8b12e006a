import { Tooltip } from "@mantine/core";
import { formatCount, formatNumber, formatPercent } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import { timeLeft } from "../../../session/pace";
import type { StepTiming } from "../../../worker/protocol";
import { useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { Track } from "../Track";
import { texts } from "../texts";
import { leftInWords } from "./leftInWords";
import classes from "./progress.module.css";

/** Step counter with progress, speed, and where a step's time goes. Every number keeps its place. */
export function Progress() {
  const t = useTexts(texts);
  const step = useSelect((state) => state.run?.step ?? 0);
  const steps = useSelect((state) => state.run?.config.steps ?? state.draft.steps);
  const timing = useSelect((state) => state.run?.timing ?? null);
  const phase = useSelect((state) => (state.starting ? "starting" : (state.run?.state ?? "none")));
  const isEarly = useSelect((state) => state.run?.state === "finished" && state.run.stoppedEarly !== null);
  const fineTuning = useSelect((state) => state.run?.fineTuning ?? null);
  const fresh = phase === "paused" && step === 0;
  const pace = useSelect((state) => state.run?.pace ?? null);
  const left = phase === "running" && fineTuning === null ? timeLeft(pace, steps - step) : null;
  return (
    <div className={classes.progress}>
      <div className={classes.counter}>
        <span className={classes.steps}>
          <span className={classes.word}>{t.topBar.step}</span> <b className={classes.step}>{formatCount(step)}</b>{" "}
          <span className={classes.total}>{t.topBar.of({ steps: formatCount(steps) })}</span>
        </span>
        <span className={classes.phase} data-phase={phase}>
          <span className={classes.words}>
            {fineTuning === null
              ? t.topBar.states[fresh ? "ready" : isEarly ? "early" : phase]
              : t.topBar.fineTuning({ share: formatPercent(fineTuning, 0) })}
            {left && `, ${leftInWords(left)}`}
          </span>
        </span>
      </div>
      <Track className={classes.track} label={t.topBar.step} share={steps > 0 ? step / steps : 0} max={steps} />
      <Tooltip label={timing ? timingInWords(timing) : t.topBar.timingHint} multiline w={260}>
        <div className={classes.speed}>
          <span className={classes.rate}>
            {timing ? formatNumber(timing.stepsPerSecond) : "\u2013"} {t.topBar.rate}
          </span>
          <span className={classes.timing}>{timing ? timingInShort(timing) : ""}</span>
        </div>
      </Tooltip>
    </div>
  );
}

function timingInShort({ jsMs, gpuMs, totalMs }: StepTiming): string {
  const t = translateAll(texts);
  const js = formatNumber(jsMs, 2);
  if (gpuMs !== null) return t.topBar.gpuTiming({ js, gpu: formatNumber(gpuMs, 2) });
  return t.topBar.timing({ js, rest: formatNumber(Math.max(0, totalMs - jsMs), 2) });
}

function timingInWords({ jsMs, gpuMs, waitMs, totalMs }: StepTiming): string {
  const t = translateAll(texts);
  return t.topBar.timingParts({
    total: formatNumber(totalMs, 2),
    js: formatNumber(jsMs, 2),
    wait: formatNumber(waitMs, 2),
    device: gpuMs === null ? t.topBar.withoutClock : t.topBar.withClock({ gpu: formatNumber(gpuMs, 2) }),
  });
}
