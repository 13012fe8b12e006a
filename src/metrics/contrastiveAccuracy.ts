import { stepMetric } from "./define";
import { anchorMean, anchorMeanKernels } from "./math/anchors";

export const contrastiveAccuracy = stepMetric({
  id: "contrastiveAccuracy",
  label: "Contrastive accuracy",
  short: "Contrastive",
  formula: String.raw`\frac{1}{2B} \sum_i \bigl[\max_{n \in N(i)} s_{in} < s_{ip}\bigr]`,
  guide: "How often the other view of the same sample is the closest of all. Guessing gives 1/(2B \u2212 1).",
  source: "SimCLR's contrastive top-1, arXiv 2002.05709",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: "higher",
  small: { group: "embedding", place: 60 },
  headline: { chart: "accuracy", name: "contrastive", place: 30, says: "How often a view finds its twin." },
  differenceIn: "points",
  measure: ({ contrasts: { negatives, positive } }) => anchorMean(negatives.max(-1, true).less(positive).toFloat()),
  ...anchorMeanKernels("select(0.0, 1.0, a.hardest < a.positive)"),
});
