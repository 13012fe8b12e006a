import type { ArmConfig, ExperimentConfig } from "../../../config/schema";
import { anchorWeightOf, objectiveOf } from "../../../objectives";
import type { LogXiHistogram } from "../../../worker/protocol";

/**
 * Mean weight of the anchors in the histogram, per arm; undefined where their log xi does not decide. The histogram is of
 * log xi over all other views of the batch; with a queue or other negatives the loss has another xi.
 */
export function meanWeights(
  { arms, queue }: Pick<ExperimentConfig, "arms" | "queue">,
  histogram: LogXiHistogram | null,
): (number | undefined)[] {
  if (!histogram || queue.size > 0) return [];
  return arms.map((config, arm) => {
    const weight = anchorWeightOf(config);
    if (!weight || !isOfAllViews(config)) return undefined;
    let sum = 0;
    let count = 0;
    histogram.counts[arm]?.forEach((n, bin) => {
      sum += n * weight(histogram.from + (bin + 0.5) * histogram.width);
      count += n;
    });
    return count > 0 ? sum / count : Number.NaN;
  });
}

function isOfAllViews(arm: ArmConfig): boolean {
  const objective = objectiveOf(arm.objective);
  return objective.kind === "anchor" && objective.pairing === "allViews";
}
