import { anchorObjective } from "./define";
import { infoNce } from "./infoNce";

/** InfoNCE of raw inner products, one way: without a temperature, the length of the embeddings decides how sharp it is. */
export const nPair = anchorObjective({
  id: "nPair",
  label: "N-pair",
  formula: String.raw`\log\Bigl(1 + \sum_{j \ne i} e^{z_i^\top z'_j - z_i^\top z'_i}\Bigr)`,
  summary: "InfoNCE without normalisation and temperature; a network can lower it by growing its embeddings.",
  source: "Sohn, Improved Deep Metric Learning with Multi-class N-pair Loss Objective, NIPS 2016, section 3",
  group: { id: "margins", place: 20 },
  pairing: "oneWay",
  similarity: "dot",
  rows: infoNce.rows,
  wgsl: infoNce.wgsl,
});
