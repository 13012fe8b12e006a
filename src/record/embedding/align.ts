/**
 * Lays one picture of some points over another one of the same points. A principal axis has no sign of its own, and two of about the same
 * length change places: shown as they come, all points would jump though hardly anything has moved.
 */

/** The turn, with or without a mirror before it, that brings the points nearest to others: a rotation matrix as [cos, sin]. */
interface Turn {
  cos: number;
  sin: number;
  /** 1, or -1 where the second axis is turned over first. */
  mirror: 1 | -1;
}

/**
 * Orthogonal Procrustes in the plane: turned, and mirrored if need be, so that the sum of squared distances to the reference is least.
 * Distances between the points stay as they are.
 * @param plane places around their center, [n, 2]
 * @param reference places of the same points, [n, 2]; others than n of them are no reference
 */
export function alignedTo(plane: Float32Array, reference: Float32Array | undefined): Float32Array {
  if (reference?.length !== plane.length) return plane;
  const { cos, sin, mirror } = bestTurn(plane, reference);
  const turned = new Float32Array(plane.length);
  for (let i = 0; i < plane.length; i += 2) {
    const [x, y] = [plane[i] as number, mirror * (plane[i + 1] as number)];
    turned[i] = cos * x - sin * y;
    turned[i + 1] = sin * x + cos * y;
  }
  return turned;
}

function bestTurn(plane: Float32Array, reference: Float32Array): Turn {
  let [xx, yy, xy, yx] = [0, 0, 0, 0];
  for (let i = 0; i < plane.length; i += 2) {
    const [x, y] = [plane[i] as number, plane[i + 1] as number];
    const [u, v] = [reference[i] as number, reference[i + 1] as number];
    xx += x * u;
    yy += y * v;
    xy += x * v;
    yx += y * u;
  }
  // What each of the two gains over no turn at all; the angle follows from where the gain is largest.
  const plain = Math.hypot(xx + yy, xy - yx);
  const mirrored = Math.hypot(xx - yy, xy + yx);
  if (Math.max(plain, mirrored) === 0) return { cos: 1, sin: 0, mirror: 1 };
  return plain >= mirrored
    ? { cos: (xx + yy) / plain, sin: (xy - yx) / plain, mirror: 1 }
    : { cos: (xx - yy) / mirrored, sin: (xy + yx) / mirrored, mirror: -1 };
}
