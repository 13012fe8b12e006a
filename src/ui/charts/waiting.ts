import type { ExperimentConfig } from "../../config/schema";
import type { MetricId } from "../../metrics";
import { METRICS } from "../../metrics";
import { needsLabels } from "../../record/verdict";
import type { Run } from "../../session/run";
import { formatCount } from "../format";
import { words } from "../words";

/** What an empty chart says: what it waits for, or why nothing will come. */
export function waitingText(
  metric: MetricId,
  config: ExperimentConfig,
  run: Pick<Run, "state" | "step" | "dataset"> | null,
): string {
  const { waiting } = words.charts;
  const { cadence } = METRICS[metric];
  const every = cadence === "step" ? 1 : config[cadence].every;
  const isAtEnd = metric === "fineTunedAccuracy";
  if (every === 0 || (isAtEnd && config.evaluation.fineTune.steps === 0)) return waiting.off;
  if (needsCommonWeights(metric) && config.arms.length < 2) return waiting.oneArm;
  if (needsCommonWeights(metric) && !config.gradientProbe.common) return waiting.off;
  if (needsLabels(metric) && run?.dataset?.labelled === false) return waiting.unlabelled;
  if (isAtEnd) return waiting.atEnd(formatCount(config.steps));
  if (run?.state !== "running") return cadence === "step" ? waiting.step : waiting[cadence](formatCount(every));
  if (run.step > 0) return waiting.soon;
  // On a slow device this takes half a minute.
  return config.gradientProbe.every + config.evaluation.every > 0 ? waiting.untrained : waiting.firstStep;
}

/** Whether a metric is measured at the first arm's weights. */
function needsCommonWeights(metric: MetricId): boolean {
  return metric === "gradientCosine" || metric === "commonGradientNoise";
}
