import type { Tensor } from "@tensorflow/tfjs";
import { f32 } from "../engine/wgsl/numbers";
import { embeddingObjective } from "./define";

/** Added to every variance, so that a collapsed dimension has a finite gradient. */
const EPSILON = 1e-6;

/**
 * Redundancy reduction: C, the D x D correlations over the batch between the dimensions of the first and of the second
 * views, should be the identity.
 */
export const barlowTwins = embeddingObjective({
  id: "barlowTwins",
  label: "Barlow Twins",
  formula: String.raw`\sum_a (1 - C_{aa})^2 + \lambda \sum_{a \ne b} C_{ab}^2,\quad C = \tfrac{1}{B} \hat z^\top \hat z'`,
  summary: "No negatives: dimensions should agree between the views, and not repeat each other.",
  source: "Zbontar et al., Barlow Twins, arXiv 2103.03230, equations 1 and 2",
  group: { id: "withoutNegatives", place: 10 },
  space: "raw",
  smallestBatch: {
    size: 3,
    reason: "standardised over two samples, every dimension is +1 and -1, whatever was learned",
  },
  options: {
    redundancy: {
      label: "redundancy (lambda)",
      summary: "Weight of the correlations between different dimensions.",
      default: 0.005,
      minimum: 0,
      maximum: 1,
    },
  },
  embeddings: (first, second, _, { options: { redundancy } }) => {
    const batch = first.shape[first.rank - 2] ?? 0;
    const [one, two] = [standardize(first), standardize(second)];
    const correlations = one.standard.matMul(two.standard, true).div(batch);
    const diagonal = one.standard.mul(two.standard).mean(-2, true);
    const miss = diagonal.neg().add(1);
    const redundant = correlations.square().sum([-2, -1], true).sub(diagonal.square().sum(-1, true));
    // The gradient with respect to C is 2 lambda C but for its diagonal, which differs from that by `excess`.
    const excess = miss.add(diagonal.mul(redundancy)).mul(-2);
    const toward = (other: Tensor, transposed: boolean) =>
      other
        .matMul(correlations, false, transposed)
        .mul(2 * redundancy)
        .add(other.mul(excess))
        .div(batch);
    return {
      value: miss.square().sum(-1, true).add(redundant.mul(redundancy)),
      first: throughStandard(one, toward(two.standard, true)),
      second: throughStandard(two, toward(one.standard, false)),
    };
  },
  wgsl: ({ options: { redundancy } }) => ({
    form: "standardized",
    epsilon: EPSILON,
    products: "other",
    weight: `${f32(redundancy / 2)} / (BATCH * BATCH)`,
    dimension: /* wgsl */ `
      let miss = 1.0 - agreement;
      let excess = -2.0 * (miss + ${f32(redundancy)} * agreement);
      let value = 0.5 * (miss * miss - ${f32(redundancy)} * agreement * agreement);
      return Dimension(value, 0.0, excess / BATCH, 0.0);`,
  }),
});

interface Standardized {
  /** Mean 0 and (biased) variance 1 over the batch: [..., B, D]. */
  standard: Tensor;
  /** [..., 1, D] */
  deviation: Tensor;
}

/**
 * Divides rather than multiplies: WebGL's product of matrices reads the padding of an odd row or column, which a subtraction
 * fills and only a division clears.
 */
function standardize(z: Tensor): Standardized {
  const centered = z.sub(z.mean(-2, true));
  const deviation = centered.square().mean(-2, true).add(EPSILON).sqrt();
  return { standard: centered.div(deviation), deviation };
}

/** From the gradient with respect to the standardized embeddings to that with respect to z, as in batch normalization. */
function throughStandard({ standard, deviation }: Standardized, gradient: Tensor): Tensor {
  const alongStandard = standard.mul(gradient.mul(standard).mean(-2, true));
  return gradient.sub(gradient.mean(-2, true)).sub(alongStandard).div(deviation);
}
