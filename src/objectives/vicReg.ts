import type { Tensor } from "@tensorflow/tfjs";
import { f32 } from "../engine/wgsl/numbers";
import { embeddingObjective } from "./define";
import type { ObjectiveOption } from "./types";

/** Added to every variance, as in the paper. */
const EPSILON = 1e-4;

/** The three terms, named by what they hold. */
export const vicReg = embeddingObjective({
  id: "vicReg",
  label: "VICReg",
  formula: String.raw`\frac{\iota}{BD} \lVert Z - Z' \rVert^2 + \frac{\nu}{2} \sum_{Z, Z'} \frac{1}{D} \sum_a \max(0,\; 1 - \sigma_a) + \kappa \sum_{Z, Z'} \frac{1}{D} \sum_{a \ne b} \mathrm{Cov}_{ab}^2`,
  summary: "No negatives: views agree, every dimension keeps its spread, and no two dimensions go together.",
  source: "Bardes et al., VICReg, arXiv 2105.04906, section 4.1",
  group: { id: "withoutNegatives", place: 20 },
  space: "raw",
  smallestBatch: {
    size: 3,
    reason: "two samples differ along one direction alone, so that all dimensions go together whatever was learned",
  },
  options: {
    invariance: weight("invariance", "Weight of the distance between the two views of a sample.", 25),
    variance: weight(
      "variance",
      "Weight of what keeps every dimension spread out. A hinge holds its deviation at 1 or above.",
      25,
    ),
    covariance: weight("covariance", "Weight of the covariances between different dimensions.", 1),
  },
  embeddings: (first, second, _, { options: { invariance, variance, covariance } }) => {
    const difference = first.sub(second);
    const pull = difference.mul((2 * invariance) / matrixSize(first));
    const [one, two] = [spreadOf(first, variance / 2, covariance), spreadOf(second, variance / 2, covariance)];
    const distance = difference.square().mean([-2, -1], true);
    return {
      value: distance.mul(invariance).add(one.value).add(two.value),
      first: one.gradient.add(pull),
      second: two.gradient.sub(pull),
    };
  },
  wgsl: ({ options: { invariance, variance, covariance } }) => ({
    form: "standardized",
    epsilon: null,
    products: "own",
    weight: `${f32(covariance)} / (SIZE * (BATCH - 1.0) * (BATCH - 1.0))`,
    dimension: /* wgsl */ `
      let unbiased = variance * BATCH / (BATCH - 1.0);
      let deviation = sqrt(unbiased + ${f32(EPSILON)});
      let hinge = max(1.0 - deviation, 0.0);
      let of_hinge = select(0.0, ${f32(-variance / 2)} / deviation, hinge > 0.0);
      let kept_apart = ${f32(variance / 2)} * hinge - ${f32(covariance)} * unbiased * unbiased;
      let of_own = (of_hinge - ${f32(4 * covariance)} * unbiased) / (SIZE * (BATCH - 1.0));
      let value = (kept_apart + ${f32(invariance / 2)} * distance) / SIZE;
      return Dimension(value, of_own, 0.0, ${f32(2 * invariance)} / (BATCH * SIZE));`,
  }),
});

/**
 * The two terms that see one side alone, in y = (z - mean) / sqrt(B - 1), whose products are the covariances. As in Barlow
 * Twins, the division also clears the padding that WebGL's product would read.
 *
 * @param z [..., B, D]
 * @returns their weighted sum, [..., 1, 1], and its gradient, [..., B, D]
 */
function spreadOf(z: Tensor, variance: number, covariance: number): { value: Tensor; gradient: Tensor } {
  const [batch = 0, size = 0] = z.shape.slice(-2);
  const root = Math.sqrt(batch - 1);
  const y = z.sub(z.mean(-2, true)).div(root);
  const variances = y.square().sum(-2, true);
  const covariances = y.matMul(y, true);
  const deviations = variances.add(EPSILON).sqrt();
  const hinge = deviations.neg().add(1).relu();
  const shared = covariances.square().sum([-2, -1], true).sub(variances.square().sum(-1, true)).div(size);
  const ofHinge = hinge.greater(0).toFloat().div(deviations).mul(-variance);
  const ofShared = y
    .matMul(covariances)
    .sub(y.mul(variances))
    .mul(4 * covariance);
  return {
    value: hinge.mean(-1, true).mul(variance).add(shared.mul(covariance)),
    gradient: y
      .mul(ofHinge)
      .add(ofShared)
      .div(size * root),
  };
}

/** B D. */
function matrixSize(z: Tensor): number {
  const [batch = 0, size = 0] = z.shape.slice(-2);
  return batch * size;
}

function weight(label: string, summary: string, usual: number): ObjectiveOption {
  return { label, summary, default: usual, minimum: 0, maximum: 100 };
}
