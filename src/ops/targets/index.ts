import * as tf from "@tensorflow/tfjs";

/**
 * One-hot classes of both views of a batch, [S, 2B, C], out of TensorFlow.js operations: programs look the classes up as they need them.
 * @param labels class of each training sample, int32 [n]
 * @param samples of each seed's batch, int32 [S, B]
 * @param classes C
 */
export function oneHotTargets(labels: tf.Tensor1D, samples: tf.Tensor2D, classes: number): tf.Tensor3D {
  const own: tf.Tensor = tf.gather(labels, samples);
  // Cast afterwards: on WASM, one-hot floats have the bits of the integer 1.
  return tf.oneHot(tf.concat([own, own], 1), classes).toFloat() as tf.Tensor3D;
}
