import { type PrincipalAxes, principalPlane } from "../../metrics/math/pca";
import { columnMeans } from "../../metrics/math/vectors";

/** The plane in which the embeddings of a batch are drawn, and how anything else of the same space lies in it. */

export interface Plane {
  /** Whether it is the embedding itself. */
  circle: boolean;
  /** Share of the variance of the batch that lies in it. */
  explained: number;
  /** Null for the embedding itself. */
  axes: PrincipalAxes | null;
  /** Where its origin lies: [size]. */
  origin: ArrayLike<number>;
}

/**
 * @param unit rows of unit length, [N, size]
 * @param known axes of the last batch, so that the picture does not flip over
 */
export function planeOf(unit: Float32Array, size: number, known: PrincipalAxes | null): Plane {
  if (size === 2) return { circle: true, explained: 1, axes: null, origin: [0, 0] };
  const { axes, explained } = principalPlane(unit, size, known ?? undefined);
  return { circle: false, explained, axes, origin: columnMeans(unit, size) };
}

/** A place of the space in the plane. */
export function placeIn({ axes, origin }: Plane, row: ArrayLike<number>): [x: number, y: number] {
  return projected(axes, (d) => (row[d] as number) - (origin[d] as number), row.length);
}

/** A direction of the space in the plane; what points out of the plane is lost. */
export function directionIn({ axes }: Plane, row: ArrayLike<number>): [x: number, y: number] {
  return projected(axes, (d) => row[d] as number, row.length);
}

function projected(axes: PrincipalAxes | null, at: (d: number) => number, size: number): [number, number] {
  if (!axes) return [at(0), at(1)];
  const along = (axis: Float64Array) => {
    let sum = 0;
    for (let d = 0; d < size; d++) sum += (axis[d] as number) * at(d);
    return sum;
  };
  return [along(axes[0]), along(axes[1])];
}
