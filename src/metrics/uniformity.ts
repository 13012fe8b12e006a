import type { Tensor } from "@tensorflow/tfjs";
import { stepMetric } from "./define";
import { splitViews } from "./math/anchors";

/** The t of the Gaussian potential e^{-t |u_i - u_j|^2}. */
const SHARPNESS = 2;

export const uniformity = stepMetric({
  id: "uniformity",
  label: "Uniformity",
  formula: String.raw`\tfrac{1}{2} \sum_{\text{views}} \log \operatorname*{mean}_{i < j} e^{-2 \lVert u_i - u_j \rVert^2}`,
  guide: "How evenly the samples of a view spread over the sphere. Lower is more even, 0 is one single point.",
  source: "Wang & Isola, arXiv 2005.10242, section 4.2",
  unit: "nats",
  domain: [null, 0],
  positive: false,
  better: "lower",
  small: { group: "embedding", place: 20 },
  measure: ({ contrasts, temperature }) => {
    const cosines = contrasts.negatives.mul(temperature);
    const [first, second] = splitViews(cosines);
    const half = cosines.rank - 1;
    return logPotential(first.split(2, half)[0])
      .add(logPotential(second.split(2, half)[1]))
      .div(2);
  },
  wasm: { measure: "uniformity" },
  wgsl: /* wgsl */ `
    var sums = vec2f();
    for (var i = 0u; i < SAMPLES; i++) {
      for (var j = lane; j < SAMPLES; j += LANES) {
        if (i == j) { continue; }
        let cosines = vec2f(cosine(learner, i, j), cosine(learner, i + SAMPLES, j + SAMPLES));
        sums += exp(${2 * SHARPNESS} * (cosines - 1.0));
      }
    }
    let pairs = f32(SAMPLES * (SAMPLES - 1u));
    return 0.5 * (log(lane_sum(lane, sums.x) / pairs) + log(lane_sum(lane, sums.y) / pairs));`,
});

/**
 * Log of the mean potential between different samples of one view.
 * @param cosines [..., B, B], hugely negative on the diagonal, so that a sample's potential with itself is 0
 */
function logPotential(cosines: Tensor | undefined): Tensor {
  if (!cosines) throw new Error("A batch holds two views of every sample.");
  const samples = cosines.shape[cosines.rank - 1] ?? 0;
  const potentials = cosines
    .sub(1)
    .mul(2 * SHARPNESS)
    .exp();
  return potentials
    .sum([cosines.rank - 2, cosines.rank - 1])
    .div(samples * (samples - 1))
    .log();
}
