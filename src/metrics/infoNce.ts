import { softplus } from "../objectives/parts/softplus";
import { stepMetric } from "./define";
import { anchorMean, anchorMeanKernels } from "./math/anchors";
import { informationCeiling } from "./math/ceilings";

export const infoNce = stepMetric({
  id: "infoNce",
  label: "InfoNCE value",
  formula: String.raw`\frac{1}{2B} \sum_i \log(1 + \xi_i)`,
  guide:
    "How hard it still is to find the other view of a sample among the rest of the batch. The NT-Xent loss of every arm, whatever it trains on: log K, with K = 2B \u2212 1, is the value of guessing, and 0 is perfect.",
  source: "Chen et al., arXiv 2002.05709, section 2.1",
  unit: "nats",
  domain: [0, null],
  positive: true,
  better: "lower",
  headline: { chart: "loss", name: "InfoNCE", place: 10, says: "At 0 each view finds its twin; dashed: guessing." },
  marks: [{ at: ({ batchSize }) => informationCeiling(batchSize), text: "chance: log K = {value}" }],
  measure: ({ contrasts }) => anchorMean(softplus(contrasts.logXi)),
  ...anchorMeanKernels("softplus(a.log_xi)"),
});
