import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { gramOfColumns, toColumns } from "./vectors";

/**
 * Singular values of rows [n, size], largest first, in float64: square roots of the eigenvalues of the Gram matrix.
 * @returns min(n, size) of them
 */
export function singularValues(rows: Float32Array, size: number): number[] {
  const gram = new Matrix(gramOfColumns(toColumns(rows, size), size));
  const { realEigenvalues } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const descending = Array.from(realEigenvalues).sort((a, b) => b - a);
  return descending.slice(0, rows.length / size).map((value) => Math.sqrt(Math.max(0, value)));
}
