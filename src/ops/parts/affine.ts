import * as tf from "@tensorflow/tfjs";
import { pooledMean } from "./pooledMean";

/** What dense and convolution share around their product: the bias, the activation and the gradients of both. */

export type Activation = "relu" | "linear";

/** activation(z + b) for z [L, N, O] and b [L, 1, O], or activation(z) without a bias. */
export function addBiasAndActivate(z: tf.Tensor, b: tf.Tensor | null, activation: Activation): tf.Tensor {
  const shifted = b ? tf.add(z, b) : z;
  return activation === "relu" ? tf.relu(shifted) : shifted;
}

/** Gradient before the activation; y is the activated value, whose sign is that of the value before. */
export function activationGradient(dy: tf.Tensor, y: tf.Tensor, activation: Activation): tf.Tensor {
  return activation === "relu" ? tf.mul(dy, tf.step(y)) : dy;
}

/** Gradient of the bias: dz [L, N, O] summed over the samples to [L, 1, O]. */
export function biasGradient(dz: tf.Tensor3D): tf.Tensor {
  if (tf.getBackend() !== "wasm") return tf.sum(dz, 1, true);
  return tf.mul(pooledMean(dz), dz.shape[1]);
}
