import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { allFinite, columnMeans, dot, gramOfColumns, toColumns } from "./vectors";

/** The two directions of largest variance, each of unit length. */
export type PrincipalAxes = [Float64Array, Float64Array];

export interface PrincipalPlane {
  /** Centered rows along the two axes: [n, 2]. */
  coordinates: Float32Array;
  /** Share of the variance in the plane, 0 ... 1; 0 when the rows do not vary. */
  explained: number;
  axes: PrincipalAxes;
}

/** L2-normalizes every row of [n, size]; a row of zeros stays zero. */
export function normalizeRows(rows: Float32Array, size: number): Float32Array {
  const unit = Float32Array.from(rows);
  for (let row = 0; row < unit.length; row += size) {
    const own = unit.subarray(row, row + size);
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0)) || 1;
    own.forEach((value, i) => {
      own[i] = value / length;
    });
  }
  return unit;
}

/**
 * First two principal components. An eigenvector has no sign of its own: each axis is turned towards the previous
 * picture's, if there is one, else so that its largest component is positive; a picture then does not flip over.
 *
 * @param rows [n, size], size >= 2
 * @throws RangeError when a row is not finite or has fewer than two dimensions
 */
export function principalPlane(rows: Float32Array, size: number, previous?: PrincipalAxes): PrincipalPlane {
  if (size < 2 || !allFinite(rows)) throw new RangeError("A plane needs finite rows of at least two dimensions.");
  const centered = toColumns(rows, size, columnMeans(rows, size));
  const { axes, explained } = leadingAxes(new Matrix(gramOfColumns(centered, size)));
  const aligned = axes.map((axis, i) => orient(axis, previous?.[i])) as PrincipalAxes;
  return { coordinates: project(centered, aligned), explained, axes: aligned };
}

function leadingAxes(covariance: Matrix): Pick<PrincipalPlane, "axes" | "explained"> {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const order = Array.from(realEigenvalues.keys()).sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const total = realEigenvalues.reduce((sum, value) => sum + value, 0);
  const [first = 0, second = 0] = order;
  const shown = (realEigenvalues[first] ?? 0) + (realEigenvalues[second] ?? 0);
  return {
    axes: [
      Float64Array.from(eigenvectorMatrix.getColumn(first)),
      Float64Array.from(eigenvectorMatrix.getColumn(second)),
    ],
    explained: total > 0 ? Math.min(1, shown / total) : 0,
  };
}

function orient(axis: Float64Array, previous: Float64Array | undefined): Float64Array {
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  const towards = previous ? dot(axis, 0, previous, 0, axis.length) : largest;
  return towards < 0 ? axis.map((value) => -value) : axis;
}

/** @param centered columns, [size, n] */
function project(centered: Float64Array, axes: PrincipalAxes): Float32Array {
  const count = centered.length / axes[0].length;
  const coordinates = new Float32Array(2 * count);
  axes.forEach((axis, which) => {
    for (let row = 0; row < count; row++) {
      coordinates[2 * row + which] = axis.reduce(
        (sum, value, i) => sum + value * (centered[i * count + row] as number),
        0,
      );
    }
  });
  return coordinates;
}
