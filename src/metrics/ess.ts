import type { Tensor } from "@tensorflow/tfjs";
import { stepMetric } from "./define";
import { anchorMean, anchorMeanKernels } from "./math/anchors";

/**
 * Effective sample size of every anchor's negatives, 1 / sum_n w_in^2, between 1 and M.
 * @param weights softmax over the negatives, [..., N, N]
 * @returns [..., N, 1]
 */
export function anchorEffectiveSampleSize(weights: Tensor): Tensor {
  return weights.square().sum(-1, true).reciprocal();
}

export const ess = stepMetric({
  id: "ess",
  label: "Effective sample size (share of negatives)",
  short: "n-ESS",
  formula: String.raw`\frac{1}{2B} \sum_i \frac{1}{M \sum_{n \in N(i)} w_{in}^2},\quad M = 2B - 2`,
  guide:
    "How many of the negatives really push, as a share of all. It is 1 when all count alike, and 1/M when one of M dominates.",
  source: "FlatNCE's official notebook (github.com/Junya-Chen/FlatCLR); arXiv 2107.01152",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: null,
  small: { group: "anchors", place: 60 },
  measure: ({ contrasts: { weights } }) => {
    const negatives = (weights.shape[weights.rank - 1] ?? 0) - 2;
    return anchorMean(anchorEffectiveSampleSize(weights)).div(negatives);
  },
  ...anchorMeanKernels("a.ess / f32(VIEWS - 2u)"),
});
