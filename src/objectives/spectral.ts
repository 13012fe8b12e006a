import { pairObjective } from "./define";
import { negativeShares, positiveMean, positiveShares, sumOfPairs } from "./parts/pairMeans";

/** A factorization of the graph of augmentations, in raw inner products: polynomial, with no exponential to overflow. */
export const spectral = pairObjective({
  id: "spectral",
  label: "Spectral",
  formula: String.raw`-\frac{2}{B} \sum_i z_i^\top z'_i + \frac{1}{B(B-1)} \sum_{i \ne j} (z_i^\top z'_j)^2`,
  summary: "Squares in place of exponentials, on embeddings of free length; there is no temperature to set.",
  source: "HaoChen et al., Spectral Contrastive Loss, arXiv 2106.04156, section 3.2",
  group: { id: "withoutNegatives", place: 40 },
  similarity: "dot",
  pairs: (f, diagonal) => {
    const repelled = f.mul(negativeShares(diagonal));
    return {
      value: sumOfPairs(repelled.mul(f)).sub(positiveMean(f, diagonal).mul(2)),
      gradient: repelled.sub(positiveShares(diagonal)).mul(2),
    };
  },
  wgsl: () => ({
    form: "pairwise",
    positive: "return vec2f(-2.0 * p, -2.0);",
    pair: "return Pair(s * s, 2.0 * s, 0.0);",
  }),
});
