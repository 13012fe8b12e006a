import { stepMetric } from "./define";
import { anchorMean, anchorMeanKernels } from "./math/anchors";

export const vanishingFactor = stepMetric({
  id: "vanishingFactor",
  label: "Vanishing factor",
  formula: String.raw`\frac{1}{2B} \sum_i f_i,\quad f_i = \frac{\xi_i}{1 + \xi_i}`,
  guide:
    "What InfoNCE's loss would leave of the force on an anchor, on average, over the embedding of each arm. Near 1 the two losses agree, near 0 InfoNCE hardly moves; FlatNCE's line falls too, as its anchors are solved, but FlatNCE itself does not multiply by it.",
  source: "Gradient identity of arXiv 2107.01152; the negative-positive coupling of DCL, arXiv 2110.06848, section 3",
  unit: "",
  domain: [0, 1],
  positive: true,
  better: null,
  small: { group: "anchors", place: 10 },
  measure: ({ contrasts }) => anchorMean(contrasts.logXi.sigmoid()),
  ...anchorMeanKernels("exp(-softplus(-a.log_xi))"),
});
