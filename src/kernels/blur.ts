import * as tf from "@tensorflow/tfjs";

/**
 * Gaussian blur with a deviation per image, rows and columns in turn: a weighted sum of shifted images.
 * @param x [V, H, W, C]
 * @param deviations in pixels, [V]; 0 leaves an image as it is
 * @param radius pixels on either side; the image is mirrored beyond its borders, so at most min(H, W)
 */
export function blur(x: tf.Tensor4D, deviations: Float32Array, radius: number): tf.Tensor4D {
  return tf.tidy(() => {
    const weights = tapWeights(deviations, radius);
    return blurAlong(blurAlong(x, weights, 1), weights, 2);
  });
}

/** One tensor [V, 1, 1, 1] per shift -radius..radius. */
function tapWeights(deviations: Float32Array, radius: number): tf.Tensor4D[] {
  const rows = Array.from(deviations, (deviation) => gaussian(deviation, radius));
  return Array.from({ length: 2 * radius + 1 }, (_, tap) =>
    tf.tensor4d(
      Float32Array.from(rows, (row) => row[tap]!),
      [rows.length, 1, 1, 1],
    ),
  );
}

/** Weights of the shifts -radius..radius, which sum to 1. */
function gaussian(deviation: number, radius: number): number[] {
  const shifts = Array.from({ length: 2 * radius + 1 }, (_, tap) => tap - radius);
  if (deviation === 0) return shifts.map((shift) => (shift === 0 ? 1 : 0));
  const weights = shifts.map((shift) => Math.exp(-(shift ** 2) / (2 * deviation ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Weighted sum of the padded images, shifted along rows (1) or columns (2). */
function blurAlong(x: tf.Tensor4D, weights: tf.Tensor4D[], axis: 1 | 2): tf.Tensor4D {
  const radius = (weights.length - 1) / 2;
  const padding: [number, number][] = x.shape.map((_, a) => (a === axis ? [radius, radius] : [0, 0]));
  const padded = tf.mirrorPad(x, padding, "symmetric");
  // As a matrix whose rows end with the shifted axis: slices of matrices are fast on WASM, those of rank 4 are not.
  const stride = tf.util.sizeFromShape(x.shape.slice(axis + 1));
  const lines = padded.reshape([-1, padded.shape[axis]! * stride]) as tf.Tensor2D;
  const size: [number, number] = [lines.shape[0], x.shape[axis] * stride];
  const terms = weights.map((weight, tap) => tf.mul(tf.slice(lines, [0, tap * stride], size).reshape(x.shape), weight));
  return tf.addN(terms as tf.Tensor4D[]);
}
