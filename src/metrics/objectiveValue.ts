import { anchorMean, anchorMeanWgsl, type StepDiagnostic } from "./step";

export const objectiveValue: StepDiagnostic = {
  id: "objective",
  cadence: "step",
  label: "Objective",
  formula: String.raw`\frac{1}{2B} \sum_i L_i`,
  guide: "The loss's own value; FlatNCE is 1 by construction, so compare arms by the InfoNCE value instead.",
  source: "The objective's own definition",
  unit: "",
  domain: [null, null],
  positive: false,
  better: null,
  showsDivergence: true,
  measure: ({ value }) => anchorMean(value),
  wgsl: anchorMeanWgsl("a.value"),
};
