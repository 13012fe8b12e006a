import { anchorObjective } from "./define";
import { dualRows, dualWgsl } from "./parts/dual";

/**
 * FlatNCE: exp(v - sg(v)) with v = log xi and sg the stop-gradient. Its value is always 1, its gradient is that of
 * log xi: the positive logit's coefficient is exactly -1 and the negatives' sum to 1, however small xi is.
 */
export const flatNce = anchorObjective({
  id: "flatNce",
  label: "FlatNCE",
  formula: String.raw`\exp\bigl(v_i - \mathrm{sg}(v_i)\bigr),\quad v_i = \log \xi_i = \log \sum_{n \in N(i)} e^{s_{in} - s_{ip}}`,
  summary: "Every anchor pulls with the same weight, however well it is solved. The value is 1 by construction.",
  source: "Chen et al., Simpler, Faster, Stronger: Breaking the log-K curse, arXiv 2107.01152, section 3",
  group: { id: "subject", place: 30 },
  paletteIndex: 1,
  rows: (contrasts) => {
    const v = contrasts.logXi;
    return { value: v.sub(v).exp(), ...dualRows(contrasts, v) };
  },
  wgsl: () => dualWgsl("v", "scale"),
  anchorWeight: () => 1,
});
