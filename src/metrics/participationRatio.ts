import { heldOutMetric } from "./define";
import { allFinite, columnMeans, gramOfColumns, toColumns } from "./math/vectors";

/**
 * Participation ratio of the eigenvalues of the covariance C of embeddings, (tr C)^2 / tr C^2, in float64. Both traces
 * are sums over the entries of C, so no eigenvalue is worked out.
 *
 * @param embeddings rows, [n, size], centered here but not normalized
 * @returns between 1 and min(n - 1, size); NaN when all embeddings are the same or one is not finite
 */
function ratioOf(embeddings: Float32Array, size: number): number {
  if (!allFinite(embeddings)) return Number.NaN;
  const scatter = gramOfColumns(toColumns(embeddings, size, columnMeans(embeddings, size)), size);
  const trace = scatter.reduce((sum, row, i) => sum + (row[i] as number), 0);
  const squares = scatter.reduce((sum, row) => sum + row.reduce((part, value) => part + value * value, 0), 0);
  return squares > 0 ? trace ** 2 / squares : Number.NaN;
}

export const participationRatio = heldOutMetric({
  id: "participationRatio",
  label: "Participation ratio",
  short: "Participation",
  formula: String.raw`\frac{(\operatorname{tr} C)^2}{\operatorname{tr} C^2},\quad C = \operatorname{cov}(z)`,
  guide:
    "How many directions carry the variance of the embedding, on held-out samples; it counts weak directions less than the effective rank does.",
  source: "Gao et al., bioRxiv 214262; the eigenvalues' inverse participation ratio of physics",
  unit: "dim.",
  domain: [1, null],
  positive: true,
  better: "higher",
  small: { group: "embedding", place: 50 },
  measure: ({ embeddings, embeddingSize }) => ratioOf(embeddings, embeddingSize),
});
