import { stepMetric } from "./define";
import { anchorMean, anchorMeanKernels } from "./math/anchors";

export const logXi = stepMetric({
  id: "logXi",
  label: "log \u03be",
  formula: String.raw`\frac{1}{2B} \sum_i \log \xi_i,\quad \xi_i = \sum_{n \in N(i)} e^{s_{in} - s_{ip}}`,
  guide:
    "How far the negatives are behind the positive. Far below 0 nats the anchor counts as solved and InfoNCE drops it.",
  source: "Chen et al., arXiv 2107.01152, section 3; as a loss: DCL, arXiv 2110.06848",
  unit: "nats",
  domain: [null, null],
  positive: false,
  better: "lower",
  small: { group: "anchors", place: 30 },
  showsDivergence: true,
  measure: ({ contrasts }) => anchorMean(contrasts.logXi),
  ...anchorMeanKernels("a.log_xi"),
});
