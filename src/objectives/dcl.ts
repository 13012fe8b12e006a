import { anchorObjective } from "./define";
import { dualRows, dualWgsl } from "./parts/dual";

/** Decoupled contrastive learning: InfoNCE without the positive in the denominator. Its gradient is FlatNCE's. */
export const dcl = anchorObjective({
  id: "dcl",
  label: "DCL",
  formula: String.raw`\log \xi_i = \log \sum_{n \in N(i)} e^{s_{in}} - s_{ip}`,
  summary: "FlatNCE by another route, with a value that shows progress. It is log \u03be, which falls without end.",
  source: "Yeh et al., Decoupled Contrastive Learning, arXiv 2110.06848, section 3",
  group: { id: "batch", place: 40 },
  rows: (contrasts) => ({ value: contrasts.logXi, ...dualRows(contrasts, contrasts.logXi) }),
  wgsl: () => dualWgsl("v", "v"),
  anchorWeight: () => 1,
});
