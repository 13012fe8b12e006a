import * as tf from "@tensorflow/tfjs";

/**
 * Mean over the samples of x [M, n, C], [M, 1, C], as a pooling: on WASM ten times faster than a sum, which transposes
 * first.
 */
export function pooledMean(x: tf.Tensor3D): tf.Tensor3D {
  const [rows, samples, channels] = x.shape;
  const image = x.reshape<tf.Tensor4D>([rows, samples, 1, channels]);
  return tf.avgPool(image, [samples, 1], 1, "valid").reshape([rows, 1, channels]);
}
