import { stepMetric } from "./define";
import { anchorMean, anchorMeanKernels } from "./math/anchors";

export const objective = stepMetric({
  id: "objective",
  label: "Objective",
  formula: String.raw`\frac{1}{2B} \sum_i L_i`,
  guide:
    "The value of the very loss that an arm is trained with. FlatNCE is 1 by construction, so compare arms by the InfoNCE value instead.",
  source: "The objective's own definition",
  unit: "",
  domain: [null, null],
  positive: false,
  better: null,
  headline: { chart: "loss", name: "own", place: 20 },
  comparison: "sameLoss",
  showsDivergence: true,
  measure: ({ value }) => anchorMean(value),
  ...anchorMeanKernels("a.value"),
});
