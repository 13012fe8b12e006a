import { heldOutMetric } from "./define";
import { allFinite } from "./math/vectors";

/** Keeps the logarithm finite where a singular value is 0, as in the paper. */
const EPSILON = 1e-7;

/** In float64: between 1 and the number of values; NaN when all of them are 0. */
function exponentialEntropy(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  const shares = values.map((value) => value / total + EPSILON);
  return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
}

/** RankMe, of the embeddings as they are: neither centered nor normalized. */
export const effectiveRank = heldOutMetric({
  id: "effectiveRank",
  label: "Effective rank",
  short: "Rank",
  formula: String.raw`\exp\Bigl(-\sum_k p_k \log p_k\Bigr),\quad p_k = \frac{\sigma_k}{\sum_j \sigma_j} + 10^{-7}`,
  guide: "How many directions of the embedding are in use, on held-out samples; low values warn of collapse.",
  source: "RankMe, Garrido et al., arXiv 2210.02885, section 3",
  unit: "dim.",
  domain: [1, null],
  positive: true,
  better: "higher",
  small: { group: "embedding", place: 40 },
  measure: ({ embeddings, singularValues }) =>
    allFinite(embeddings) ? exponentialEntropy(singularValues()) : Number.NaN,
});
