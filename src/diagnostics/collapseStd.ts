import type { StepDiagnostic } from "./step";

export const collapseStd: StepDiagnostic = {
  id: "collapseStd",
  cadence: "step",
  label: "Spread per dimension",
  formula: String.raw`\frac{1}{D} \sum_a \operatorname{std}_i(u_{ia})`,
  guide: "Near 1/sqrt(D) the embeddings use every direction; towards 0 they collapse to a point.",
  source: "Chen & He, SimSiam, arXiv 2011.10566, section 4.1",
  unit: "",
  domain: [0, null],
  positive: true,
  better: "higher",
  measure: ({ unit }) => {
    const views = unit.rank - 2;
    const deviations = unit.sub(unit.mean(views, true));
    return deviations.square().mean(views).sqrt().mean(-1);
  },
};
