import { anchorObjective } from "./define";
import { flatNce } from "./flatNce";

/** FlatNCE of B first views against the B second views, as its paper writes it. */
export const flatNceOneWay = anchorObjective({
  id: "flatNceOneWay",
  label: "FlatNCE, one way",
  formula: String.raw`\exp\bigl(v_i - \mathrm{sg}(v_i)\bigr),\quad v_i = \log \sum_{j \ne i} e^{f_{ij} - f_{ii}}`,
  summary: "FlatNCE of first views against second views only.",
  source: "Chen et al., FlatNCE, arXiv 2107.01152, section 3",
  group: { id: "batch", place: 20 },
  pairing: "oneWay",
  rows: flatNce.rows,
  wgsl: flatNce.wgsl,
  anchorWeight: flatNce.anchorWeight,
});
