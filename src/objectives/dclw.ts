import type { Tensor } from "@tensorflow/tfjs";
import { f32 } from "../engine/wgsl/numbers";
import { anchorObjective } from "./define";

/**
 * DCL with a weight on the positive that grows as the positive's cosine c_i falls; the weights average 1 over the anchors
 * and are held fixed, so that the gradient is not that of the value.
 */
export const dclw = anchorObjective({
  id: "dclw",
  label: "DCLW",
  formula: String.raw`\log \sum_{n \in N(i)} e^{s_{in}} - \mathrm{sg}(w_i)\, s_{ip},\quad w_i = 2 - \frac{e^{c_i / \sigma}}{\frac{1}{2B} \sum_j e^{c_j / \sigma}}`,
  summary: "DCL that pulls harder on the positives that are still far apart.",
  source: "Yeh et al., Decoupled Contrastive Learning, arXiv 2110.06848, section 3",
  group: { id: "batch", place: 50 },
  options: {
    sigma: {
      label: "sigma",
      summary:
        "How sharply the weight tells near from distant positives, in units of the cosine; large values give DCL.",
      default: 0.5,
      minimum: 0.05,
      maximum: 10,
    },
  },
  rows: ({ positive, logXi, weights, temperature, round }, { options: { sigma } }) => {
    const w = round(positiveWeights(positive.mul(temperature), sigma));
    return { value: logXi.add(positive).sub(w.mul(positive)), positive: w.neg(), negatives: weights };
  },
  wgsl: ({ options: { sigma } }) => ({
    form: "softmax",
    over: "negatives",
    together: { among: "all", x: `positive * tau / ${f32(sigma)}` },
    row: /* wgsl */ `
      let w = rounded(2.0 - exp(x - mean));
      return LogitGradient(v + positive - w * positive, -w, 1.0);`,
  }),
});

/** w, [..., N, 1], of the positives' cosines. */
function positiveWeights(cosines: Tensor, sigma: number): Tensor {
  const relative = cosines.sub(cosines.max(-2, true)).div(sigma).exp();
  return relative.div(relative.mean(-2, true)).neg().add(2);
}
