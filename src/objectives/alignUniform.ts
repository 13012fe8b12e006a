import type { Tensor } from "@tensorflow/tfjs";
import { f32 } from "../engine/wgsl/numbers";
import { embeddingObjective } from "./define";
import { partition } from "./parts/pairMeans";

/**
 * The two forces that InfoNCE comes down to with many negatives: positives near each other (alpha = 2), and each side spread
 * evenly over the sphere.
 */
export const alignUniform = embeddingObjective({
  id: "alignUniform",
  label: "Alignment + uniformity",
  formula: String.raw`\frac{1}{B} \sum_i \lVert u_i - u'_i \rVert^2 + \frac{\lambda}{2} \sum_{U, U'} \log \frac{1}{B(B-1)} \sum_{i \ne j} e^{-t \lVert u_i - u_j \rVert^2}`,
  summary: "Positives together and everything evenly over the sphere, as two terms that can be weighed.",
  source: "Wang and Isola, arXiv 2005.10242, section 4.1, with alpha = 2",
  group: { id: "withoutNegatives", place: 30 },
  space: "unit",
  options: {
    uniformityTemperature: {
      label: "uniformity t",
      summary: "Reach of the repulsion: the larger, the more it is the nearest neighbours that count.",
      default: 2,
      minimum: 0.1,
      maximum: 20,
    },
    uniformityWeight: {
      label: "uniformity weight",
      summary: "Weight of uniformity beside alignment.",
      default: 1,
      minimum: 0,
      maximum: 10,
    },
  },
  embeddings: (first, second, diagonal, { options: { uniformityTemperature: t, uniformityWeight } }) => {
    const batch = diagonal.shape[0] ?? 0;
    const difference = first.sub(second);
    const pull = difference.mul(2 / batch);
    const [one, two] = [uniformity(first, diagonal, t), uniformity(second, diagonal, t)];
    const weight = uniformityWeight / 2;
    return {
      value: difference.square().sum([-2, -1], true).div(batch).add(one.value.add(two.value).mul(weight)),
      first: pull.add(one.gradient.mul(weight)),
      second: two.gradient.mul(weight).sub(pull),
    };
  },
  // |u - u'|^2 = 2 - 2 u . u', for the positives as well.
  wgsl: ({ options: { uniformityTemperature: t, uniformityWeight } }) => ({
    form: "softmax",
    over: "negatives",
    pairing: "sameView",
    exponent: { value: `${f32(2 * t)} * (s - 1.0)`, slope: f32(2 * t) },
    together: { among: "side", x: "v + positive" },
    row: /* wgsl */ `
      let uniformity = ${f32(uniformityWeight)} * (mean - log(count));
      return LogitGradient(2.0 - 2.0 * positive + uniformity, -2.0, ${f32(uniformityWeight)} * exp(x - mean));`,
  }),
});

/**
 * log mean e^{-t |u_i - u_j|^2} over pairs of one side, where |u_i - u_j|^2 = 2 - 2 u_i . u_j; the gradient leaves out what is
 * parallel to u, as it is taken off in any case.
 *
 * @param u unit vectors, [..., B, D]
 */
function uniformity(u: Tensor, diagonal: Tensor, t: number): { value: Tensor; gradient: Tensor } {
  const exponents = u
    .matMul(u, false, true)
    .sub(1)
    .mul(2 * t);
  const { logMean, weights } = partition(exponents, diagonal);
  // The weights are symmetric: a vector has its share as i and as j.
  return { value: logMean, gradient: weights.matMul(u).mul(4 * t) };
}
