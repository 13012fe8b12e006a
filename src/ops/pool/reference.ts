import * as tf from "@tensorflow/tfjs";

/** Plain TensorFlow.js, which knows the gradient: x [images, P, C] to [images, C]. */
export function referenceMean(x: tf.Tensor3D): tf.Tensor {
  return tf.mean(x, 1);
}
