import type { ExperimentConfig } from "../../config/schema";
import { formatCount } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { Metric } from "../../metrics/types";
import type { Run } from "../../session/run";
import { texts } from "./texts";

/** What is waited for: a metric, or another measurement of the same cadence. */
type Awaited = Pick<Metric, "cadence"> & Partial<Pick<Metric, "requires" | "from">>;

/** The run on the page, and whether another is under preparation. */
interface Circumstances {
  run: Pick<Run, "state" | "step" | "dataset"> | null;
  starting: boolean;
  /** There are values already: the chart is not in view, and is drawn once it is. */
  isMeasured: boolean;
}

/** What an empty chart says: what it waits for, or why nothing will come. */
export function waitingText(awaited: Awaited, config: ExperimentConfig, circumstances: Circumstances): string {
  const { waiting } = translateAll(texts);
  const { run, starting, isMeasured } = circumstances;
  if (isMeasured) return waiting.outOfView;
  const never = whyNever(awaited, config, run);
  if (never) return never;
  if (run?.state === "finished" || run?.state === "failed") return waiting.never;
  if (awaited.from === "fineTuning") return waiting.atEnd({ step: formatCount(config.steps) });
  if (run?.state === "running") return whileTraining(config, run.step);
  if (starting) return waiting.preparing;
  const { cadence } = awaited;
  return cadence === "step" ? waiting.step : waiting[cadence]({ step: config[cadence].every });
}

/** Null where something may come. */
function whyNever({ cadence, requires = {} }: Awaited, config: ExperimentConfig, run: Circumstances["run"]) {
  const { waiting } = translateAll(texts);
  if (cadence !== "step" && config[cadence].every === 0) return waiting.off;
  if (config.arms.length < (requires.arms ?? 1)) return waiting.oneArm;
  if (requires.setting?.(config) === false) return waiting.off;
  return requires.labels && run?.dataset?.labeled === false ? waiting.unlabeled : null;
}

function whileTraining({ gradientProbe, evaluation }: ExperimentConfig, step: number): string {
  const { waiting } = translateAll(texts);
  if (step > 0) return waiting.soon;
  // On a slow device this takes half a minute.
  return gradientProbe.every + evaluation.every > 0 ? waiting.untrained : waiting.firstStep;
}
