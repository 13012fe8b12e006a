import * as tf from "@tensorflow/tfjs";

/** Plain TensorFlow.js operations, any backend. */
export function referenceTargets(labels: tf.Tensor1D, samples: tf.Tensor2D, classes: number): tf.Tensor3D {
  const own: tf.Tensor = tf.gather(labels, samples);
  // Cast afterwards: on WASM, one-hot floats have the bits of the integer 1.
  return tf.oneHot(tf.concat([own, own], 1), classes).toFloat() as tf.Tensor3D;
}
