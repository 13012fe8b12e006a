import * as tf from "@tensorflow/tfjs";
import { activationGradient } from "../parts/affine";

/** The sum and its gradient from plain TensorFlow.js operations, any backend. */

/** relu(x + residual), tensors of one shape. */
export function referenceSum(x: tf.Tensor, residual: tf.Tensor): tf.Tensor {
  return tf.relu(tf.add(x, residual));
}

/** The gradient before ReLU, of y's shape. */
export function referenceGradient(dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  return activationGradient(dy, y, "relu");
}
