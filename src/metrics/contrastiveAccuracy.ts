import { anchorMean, anchorMeanWgsl, type StepDiagnostic } from "./step";

export const contrastiveAccuracy: StepDiagnostic = {
  id: "contrastiveAccuracy",
  cadence: "step",
  label: "Contrastive accuracy",
  formula: String.raw`\frac{1}{2B} \sum_i \bigl[\max_{n \in N(i)} s_{in} < s_{ip}\bigr]`,
  guide: "How often the other view is closer than every negative of the batch; guessing gives 1/(2B - 1).",
  source: "SimCLR's contrastive top-1, arXiv 2002.05709",
  unit: "",
  domain: [0, 1],
  positive: true,
  better: "higher",
  measure: ({ contrasts: { negatives, positive } }) => anchorMean(negatives.max(-1, true).less(positive).toFloat()),
  wgsl: anchorMeanWgsl("select(0.0, 1.0, a.hardest < a.positive)"),
};
