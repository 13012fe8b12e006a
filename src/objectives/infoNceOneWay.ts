import { anchorObjective } from "./define";
import { infoNce } from "./infoNce";

/** InfoNCE as the mutual information's bound has it: B first views as anchors, the B second views as their candidates. */
export const infoNceOneWay = anchorObjective({
  id: "infoNceOneWay",
  label: "InfoNCE, one way",
  formula: String.raw`-\log \frac{e^{f_{ii}}}{\sum_j e^{f_{ij}}},\quad f_{ij} = s(x_i, y_j)`,
  summary: "InfoNCE of first views against second views only. log B minus it is the usual bound on mutual information.",
  source: "van den Oord et al., arXiv 1807.03748, equation 4",
  group: { id: "batch", place: 10 },
  pairing: "oneWay",
  rows: infoNce.rows,
  wgsl: infoNce.wgsl,
  anchorWeight: infoNce.anchorWeight,
});
