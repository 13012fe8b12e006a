import type { Tensor } from "@tensorflow/tfjs";
import { softplus } from "../objectives/parts/softplus";
import { anchorMean, anchorMeanWgsl, type StepDiagnostic } from "./step";

/** log(2B - 1), in nats: the most that InfoNCE over a batch of B samples can say about mutual information. */
export function informationCeiling(batchSize: number): number {
  return Math.log(2 * batchSize - 1);
}

export const mutualInformation: StepDiagnostic = {
  id: "mutualInformation",
  cadence: "step",
  label: "Mutual information, lower bound",
  formula: String.raw`\log(2B - 1) - \frac{1}{2B} \sum_i \log(1 + \xi_i)`,
  guide: "A lower bound of the mutual information between views that cannot exceed log(2B - 1).",
  source: "van den Oord et al., arXiv 1807.03748, section 2.3; Poole et al., arXiv 1905.06922",
  unit: "nats",
  domain: [null, null],
  positive: false,
  better: "higher",
  measure: ({ contrasts: { logXi } }) =>
    anchorMean(softplus(logXi))
      .neg()
      .add(informationCeiling(samplesOf(logXi))),
  wgsl: anchorMeanWgsl("log(f32(VIEWS - 1u)) - softplus(a.log_xi)"),
};

/** B of a tensor [..., 2B, 1]. */
function samplesOf(perAnchor: Tensor): number {
  return (perAnchor.shape[perAnchor.rank - 2] ?? 0) / 2;
}
