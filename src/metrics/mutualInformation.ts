import type { Tensor } from "@tensorflow/tfjs";
import { softplus } from "../objectives/parts/softplus";
import { stepMetric } from "./define";
import { anchorMean, anchorMeanKernels } from "./math/anchors";
import { informationCeiling } from "./math/ceilings";

export const mutualInformation = stepMetric({
  id: "mutualInformation",
  label: "Mutual information, lower bound",
  short: "Information",
  formula: String.raw`\log(2B - 1) - \frac{1}{2B} \sum_i \log(1 + \xi_i)`,
  guide:
    "How much one view is known to say about the other, at the least. In nats, and the estimate cannot exceed log K, with K = 2B \u2212 1.",
  source: "van den Oord et al., arXiv 1807.03748, section 2.3; Poole et al., arXiv 1905.06922",
  unit: "nats",
  domain: [null, null],
  positive: false,
  better: "higher",
  small: { group: "anchors", place: 40 },
  marks: [{ at: ({ batchSize }) => informationCeiling(batchSize), text: "log K = {value}" }],
  measure: ({ contrasts: { logXi } }) =>
    anchorMean(softplus(logXi))
      .neg()
      .add(informationCeiling(samplesOf(logXi))),
  ...anchorMeanKernels("log(f32(VIEWS - 1u)) - softplus(a.log_xi)"),
});

/** B of a tensor [..., 2B, 1]. */
function samplesOf(perAnchor: Tensor): number {
  return (perAnchor.shape[perAnchor.rank - 2] ?? 0) / 2;
}
