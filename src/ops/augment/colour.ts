import * as tf from "@tensorflow/tfjs";
import type { AugmentationWork, ViewTable } from "../../augmentations/viewTable";

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
  return jitterChroma(lit, views);
}

/**
 * Saturation and hue stretch and turn the chroma (I, Q) of a pixel: luma + a chroma + b (chroma turned by 90 degrees),
 * with a = saturation cos(hue) and b = saturation sin(hue); a grey view has neither. The three parts are the same for all
 * views, which one product per part makes much faster than one 3 x 3 product per view.
 */
function jitterChroma(x: tf.Tensor4D, views: ViewTable): tf.Tensor4D {
  const shape: [number, number, number, number] = [views.count, 1, 1, 1];
  const chroma = (view: number) => (views.get(view, "grey") === 1 ? 0 : views.get(view, "saturation"));
  const straight = views.map((view) => chroma(view) * Math.cos(views.get(view, "hue")));
  const turned = views.map((view) => chroma(view) * Math.sin(views.get(view, "hue")));
  const pixels = x.reshape<tf.Tensor2D>([-1, 3]);
  const part = (matrix: Matrix) => tf.matMul(pixels, tf.tensor2d(matrix.flat(), [3, 3])).reshape<tf.Tensor4D>(x.shape);
  return tf.addN([
    part(TO_LUMA),
    tf.mul(part(TO_CHROMA), tf.tensor4d(straight, shape)),
    tf.mul(part(TO_TURNED_CHROMA), tf.tensor4d(turned, shape)),
  ]);
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
const TO_LUMA = transpose([LUMA, LUMA, LUMA]);
const TO_CHROMA = onPixels([
  [0, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]);
const TO_TURNED_CHROMA = onPixels([
  [0, 0, 0],
  [0, 0, -1],
  [0, 1, 0],
]);
