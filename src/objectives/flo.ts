import type { Tensor } from "@tensorflow/tfjs";
import { anchorObjective } from "./define";
import { floRows } from "./parts/flo";

/**
 * Fenchel-Legendre optimization with the smallest critic that can learn a u: u_i = l0 - l1 sg(s_ip). The stop-gradient keeps
 * u a number of its own, which only trains l0 and l1.
 */
export const flo = anchorObjective({
  id: "flo",
  label: "FLO",
  formula: String.raw`u_i + \frac{1}{M} \sum_{n \in N(i)} e^{s_{in} - s_{ip} - u_i} - 1,\quad u_i = \lambda_0 - \lambda_1\, \mathrm{sg}(s_{ip})`,
  summary:
    "Learns beside the encoder what the batch is too small to say. The normaliser u is learned, which gives a bound on the mutual information without a ceiling of log K.",
  source: "Guo et al., Fenchel-Legendre optimisation, arXiv 2107.01131, section 3",
  group: { id: "estimators", place: 10 },
  pairing: "oneWay",
  learned: 2,
  rows: (contrasts, { learned }) => {
    const [intercept, slope] = learned as [Tensor, Tensor];
    const s = contrasts.positive;
    const { ofU, ...rows } = floRows(contrasts, intercept.sub(slope.mul(s)));
    return { ...rows, learned: [ofU, ofU.mul(s).neg()] };
  },
  wgsl: () => ({
    form: "softmax",
    over: "negatives",
    row: /* wgsl */ `
      let u = learned.x - learned.y * positive;
      let scale = exp(v - u - log(count));
      of_learned += (1.0 - scale) * vec2f(1.0, -positive);
      return LogitGradient(u + scale - 1.0, -scale, scale);`,
  }),
});
