import * as tf from "@tensorflow/tfjs";
import type { AugmentationWork, ViewTable } from "./viewTable";

/** Luma of BT.601, by which torchvision drops the colour. */
export const LUMA = [0.299, 0.587, 0.114] as const;
/** RGB to YIQ and back (NTSC 1953): a turn of (I, Q) is a turn of the hue at constant luma. */
export const YIQ = [LUMA, [0.595716, -0.274453, -0.321263], [0.211456, -0.522591, 0.311135]] as const;

/**
 * Colour jitter (SimCLR, arXiv 2002.05709, appendix A), not clipped: brightness is a factor, contrast a factor about
 * the mean grey value of the image, saturation a factor about the pixel's grey value, hue a turn at constant luma.
 * @param x [V, H, W, C]; saturation, hue and grey need C = 3
 */
export function jitterColour(x: tf.Tensor4D, views: ViewTable, work: AugmentationWork): tf.Tensor4D {
  const lit = work.light ? jitterLight(x, views) : x;
  if (!work.colour || x.shape[3] !== 3) return lit;
  const [count, height, width] = lit.shape;
  const matrices = new Float32Array(count * 9);
  for (let view = 0; view < count; view++) matrices.set(colourMatrix(views, view), view * 9);
  const mixed = tf.matMul(lit.reshape([count, height * width, 3]), tf.tensor3d(matrices, [count, 3, 3]));
  return mixed.reshape(lit.shape);
}

/** b (c x + (1 - c) mean). */
function jitterLight(x: tf.Tensor4D, views: ViewTable): tf.Tensor4D {
  const shape: [number, number, number, number] = [views.count, 1, 1, 1];
  const gain = views.map((view) => views.get(view, "brightness") * views.get(view, "contrast"));
  const offset = views.map((view) => views.get(view, "brightness") * (1 - views.get(view, "contrast")));
  return tf.add(tf.mul(x, tf.tensor4d(gain, shape)), tf.mul(meanGrey(x), tf.tensor4d(offset, shape)));
}

/** Mean grey value of each image: [V, 1, 1, 1]. */
function meanGrey(x: tf.Tensor4D): tf.Tensor {
  const [count, height, width, channels] = x.shape;
  const means = tf.mean(x.reshape([count, height * width, channels]), 1);
  const grey = channels === 3 ? tf.sum(tf.mul(means, tf.tensor1d([...LUMA])), 1) : tf.mean(means, 1);
  return grey.reshape([count, 1, 1, 1]);
}

/** The matrix M of a view, row-major, for pixels as rows: (r, g, b) M. */
function colourMatrix(views: ViewTable, view: number): number[] {
  if (views.get(view, "grey") === 1) return transpose([LUMA, LUMA, LUMA]).flat();
  const saturation = views.get(view, "saturation");
  const angle = views.get(view, "hue");
  const [cosine, sine] = [saturation * Math.cos(angle), saturation * Math.sin(angle)];
  const turn = [
    [1, 0, 0],
    [0, cosine, -sine],
    [0, sine, cosine],
  ];
  return transpose(multiply(RGB_OF_YIQ, multiply(turn, YIQ))).flat();
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
