import type { ExperimentConfig } from "../../config/schema";
import { formatCount } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { Metric } from "../../metrics/types";
import type { Run } from "../../session/run";
import { texts } from "./texts";

/** What is waited for: a metric, or another measurement of the same cadence. */
type Awaited = Pick<Metric, "cadence"> & Partial<Pick<Metric, "requires" | "from">>;

/** What an empty chart says: what it waits for, or why nothing will come. */
export function waitingText(
  { cadence, requires = {}, from }: Awaited,
  config: ExperimentConfig,
  run: Pick<Run, "state" | "step" | "dataset"> | null,
): string {
  const t = translateAll(texts);
  const { waiting } = t;
  const every = cadence === "step" ? 1 : config[cadence].every;
  if (every === 0) return waiting.off;
  if (config.arms.length < (requires.arms ?? 1)) return waiting.oneArm;
  if (requires.setting?.(config) === false) return waiting.off;
  if (requires.labels && run?.dataset?.labeled === false) return waiting.unlabeled;
  if (from === "fineTuning") return waiting.atEnd({ step: formatCount(config.steps) });
  if (run?.state !== "running") return cadence === "step" ? waiting.step : waiting[cadence]({ step: every });
  if (run.step > 0) return waiting.soon;
  // On a slow device this takes half a minute.
  return config.gradientProbe.every + config.evaluation.every > 0 ? waiting.untrained : waiting.firstStep;
}
