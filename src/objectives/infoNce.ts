import { anchorObjective } from "./define";
import { dualRows, dualWgsl } from "./parts/dual";
import { softplus } from "./parts/softplus";

/**
 * InfoNCE (NT-Xent) in its stable form: log(1 + xi), worked out from the contrasts s_in - s_ip. Its gradient is
 * FlatNCE's times the vanishing factor f = xi / (1 + xi), with seven digits at any xi.
 */
export const infoNce = anchorObjective({
  id: "infoNce",
  label: "InfoNCE",
  formula: String.raw`\log(1 + \xi_i),\quad \xi_i = \sum_{n \in N(i)} e^{s_{in} - s_{ip}}`,
  summary: "The usual contrastive loss in a numerically stable form; an anchor's pull fades as it is solved.",
  source: "van den Oord et al., arXiv 1807.03748; NT-Xent: Chen et al., arXiv 2002.05709, section 2.1",
  group: { id: "subject", place: 10 },
  paletteIndex: 0,
  rows: (contrasts) => {
    const u = softplus(contrasts.logXi);
    return { value: u, ...dualRows(contrasts, u) };
  },
  wgsl: () => dualWgsl("softplus(v)", "u"),
  anchorWeight: (logXi) => 1 / (1 + Math.exp(-logXi)),
});
