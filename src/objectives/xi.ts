import { anchorObjective } from "./define";
import { dualRows, dualWgsl } from "./parts/dual";

/**
 * The member of the dual family with u = 0, InfoNCE to first order in xi: a solved anchor fades as under InfoNCE, and one
 * far from solved pulls without bound. Infinite in float32 from log xi = 88 on, where its learner has diverged.
 */
export const xi = anchorObjective({
  id: "xi",
  label: "Exponential",
  formula: String.raw`\xi_i = \sum_{n \in N(i)} e^{s_{in} - s_{ip}}`,
  summary:
    "The anchors that are worst off pull hardest, without bound. The loss is \u03be itself, without a logarithm.",
  source: "Chen et al., FlatNCE, arXiv 2107.01152, section 3, with u = 0",
  group: { id: "estimators", place: 60 },
  rows: (contrasts) => {
    const v = contrasts.logXi;
    return { value: v.exp(), ...dualRows(contrasts, v.zerosLike()) };
  },
  wgsl: () => dualWgsl("0.0", "scale"),
  anchorWeight: (logXi) => Math.exp(logXi),
});
