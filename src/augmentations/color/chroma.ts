/** Grey values and colors as numbers: luma, and chroma as a vector of two. */

/** Luma of BT.601, by which torchvision drops the color. */
export const LUMA = [0.299, 0.587, 0.114] as const;
/** RGB to YIQ and back (NTSC 1953): a turn of (I, Q) is a turn of the hue at constant luma. */
export const YIQ = [LUMA, [0.595716, -0.274453, -0.321263], [0.211456, -0.522591, 0.311135]] as const;

/** A matrix on (Y, I, Q) as one for pixels as rows, (r, g, b) M. */
function onPixels(onYiq: Matrix): number[][] {
  return transpose(multiply(RGB_OF_YIQ, multiply(onYiq, YIQ)));
}

type Matrix = readonly (readonly number[])[];

function multiply(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
}

function transpose(a: Matrix): number[][] {
  return a[0]!.map((_, j) => a.map((row) => row[j]!));
}

/** Inverse of a 3 x 3 matrix by its adjugate. */
function inverse(m: Matrix): number[][] {
  const cofactor = (i: number, j: number) => {
    const [r, s] = [(i + 1) % 3, (i + 2) % 3];
    const [p, q] = [(j + 1) % 3, (j + 2) % 3];
    return m[r]![p]! * m[s]![q]! - m[r]![q]! * m[s]![p]!;
  };
  const determinant = m[0]!.reduce((sum, value, j) => sum + value * cofactor(0, j), 0);
  return m.map((_, i) => m.map((_, j) => cofactor(j, i) / determinant));
}

export const RGB_OF_YIQ = inverse(YIQ);
export const TO_LUMA = transpose([LUMA, LUMA, LUMA]);
export const TO_CHROMA = onPixels([
  [0, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]);
export const TO_TURNED_CHROMA = onPixels([
  [0, 0, 0],
  [0, 0, -1],
  [0, 1, 0],
]);
