import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { allFinite, gramOfColumns, toColumns } from "./math/vectors";
import type { Diagnostic } from "./types";

/** Keeps the logarithm finite where a singular value is 0, as in the paper. */
const EPSILON = 1e-7;

/**
 * RankMe: exponential of the entropy of the normalised singular values, in float64.
 *
 * @param embeddings rows, [n, size], taken as they are (neither centred nor normalised)
 * @returns between 1 and min(n, size); NaN when all embeddings are 0 or one is not finite
 */
export function effectiveRank(embeddings: Float32Array, size: number): number {
  if (!allFinite(embeddings)) return Number.NaN;
  const values = singularValues(embeddings, size);
  const total = values.reduce((sum, value) => sum + value, 0);
  const shares = values.map((value) => value / total + EPSILON);
  return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
}

/** Square roots of the eigenvalues of the Gram matrix, largest first. */
function singularValues(rows: Float32Array, size: number): number[] {
  const gram = new Matrix(gramOfColumns(toColumns(rows, size), size));
  const { realEigenvalues } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const descending = Array.from(realEigenvalues).sort((a, b) => b - a);
  return descending.slice(0, rows.length / size).map((value) => Math.sqrt(Math.max(0, value)));
}

export const effectiveRankDiagnostic: Diagnostic = {
  id: "effectiveRank",
  cadence: "evaluation",
  label: "Effective rank",
  formula: String.raw`\exp\Bigl(-\sum_k p_k \log p_k\Bigr),\quad p_k = \frac{\sigma_k}{\sum_j \sigma_j} + 10^{-7}`,
  guide: "How many directions of the embedding are in use, on held-out samples; low values warn of collapse.",
  source: "RankMe, Garrido et al., arXiv 2210.02885, section 3",
  unit: "dim.",
  domain: [1, null],
  positive: true,
  better: "higher",
};
