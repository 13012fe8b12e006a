import { anchorObjective } from "./define";
import { classPrior, debiasedRows, debiasedWgsl } from "./parts/debiased";

/** InfoNCE corrected for negatives that are of the anchor's own class. */
export const debiased = anchorObjective({
  id: "debiased",
  label: "Debiased",
  formula: String.raw`\log(1 + r_i),\quad r_i = \max\Bigl\{\frac{\xi_i - \tau^+ M}{1 - \tau^+},\; M e^{-1/\tau - s_{ip}}\Bigr\}`,
  summary: "Takes off the share of negatives that are really of the anchor's own class.",
  source: "Chuang et al., Debiased Contrastive Learning, arXiv 2007.00224, equations 7 and 8",
  group: { id: "batch", place: 90 },
  options: { classPrior },
  rows: (contrasts, { options }) => debiasedRows(contrasts, options.classPrior),
  wgsl: ({ options }) => debiasedWgsl(options.classPrior),
});
