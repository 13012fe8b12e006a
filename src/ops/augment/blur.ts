import * as tf from "@tensorflow/tfjs";

/**
 * Gaussian blur with a deviation per image, rows and columns in turn. The weights are symmetric and sum to 1, so a line x
 * becomes x + sum over k of w_k (x shifted by k + x shifted by -k - 2 x). What is in brackets is a product with a matrix
 * that all images share, which is faster than shifting on every backend.
 * @param x [V, H, W, C]
 * @param deviations in pixels, [V]; 0 leaves an image as it is
 * @param radius pixels on either side; the image is mirrored beyond its borders, so at most min(H, W)
 */
export function blur(x: tf.Tensor4D, deviations: Float32Array, radius: number): tf.Tensor4D {
  return tf.tidy(() => {
    const [count, height, width, channels] = x.shape;
    const weights = shiftWeights(deviations, radius);
    const rows = blurLines(x.reshape([count, height, width * channels]), weights, channels);
    const columns = blurLines(tf.transpose(rows, [0, 2, 1]), weights, 1);
    return tf.transpose(columns, [0, 2, 1]).reshape(x.shape);
  });
}

/** One tensor [V, 1, 1] per shift 1..radius. */
function shiftWeights(deviations: Float32Array, radius: number): tf.Tensor3D[] {
  const rows = Array.from(deviations, (deviation) => gaussian(deviation, radius));
  return Array.from({ length: radius }, (_, k) =>
    tf.tensor3d(
      rows.map((row) => row[k + 1]!),
      [rows.length, 1, 1],
    ),
  );
}

/** Weights of the shifts 0..radius; with those of the shifts to the other side they sum to 1. */
function gaussian(deviation: number, radius: number): number[] {
  const weights = Array.from({ length: radius + 1 }, (_, shift) =>
    shift === 0 ? 1 : deviation === 0 ? 0 : Math.exp(-(shift ** 2) / (2 * deviation ** 2)),
  );
  const total = 2 * weights.reduce((sum, weight) => sum + weight, 0) - 1;
  return weights.map((weight) => weight / total);
}

/** Blurs the lines of x [V, N, P * stride], whose pixels are `stride` numbers. */
function blurLines(x: tf.Tensor3D, weights: tf.Tensor3D[], stride: number): tf.Tensor3D {
  const [, , size] = x.shape;
  const lines = x.reshape<tf.Tensor2D>([-1, size]);
  const terms = weights.map((weight, k) => {
    const difference = tf.matMul(lines, secondDifference(size / stride, k + 1, stride));
    return tf.mul(difference.reshape(x.shape), weight);
  });
  return tf.addN([x, ...terms] as tf.Tensor3D[]);
}

/** Matrix that takes a line to (its shift by k) + (its shift by -k) - 2 (itself), mirrored beyond the ends. */
function secondDifference(pixels: number, k: number, stride: number): tf.Tensor2D {
  const size = pixels * stride;
  const values = new Float32Array(size * size);
  const add = (from: number, to: number, value: number) => {
    for (let c = 0; c < stride; c++) values[(from * stride + c) * size + to * stride + c]! += value;
  };
  for (let pixel = 0; pixel < pixels; pixel++) {
    add(mirrored(pixel - k, pixels), pixel, 1);
    add(mirrored(pixel + k, pixels), pixel, 1);
    add(pixel, pixel, -2);
  }
  return tf.tensor2d(values, [size, size]);
}

/** The pixel that is seen at a place at most `pixels` beyond the ends. */
function mirrored(place: number, pixels: number): number {
  if (place < 0) return -1 - place;
  return place < pixels ? place : 2 * pixels - 1 - place;
}
