import type * as tf from "@tensorflow/tfjs";
import { gpu } from "../../engine/webgpu/gpu";
import { fusedMean } from "./fused";
import { referenceMean } from "./reference";

/**
 * Mean over the pixels of every image and channel.
 * @param x [L, N, H, W, C]
 * @returns [L, N, C]
 */
export function globalAveragePool(x: tf.Tensor5D): tf.Tensor3D {
  const [learners, samples, height, width, channels] = x.shape;
  const pixels = x.reshape([learners * samples, height * width, channels]) as tf.Tensor3D;
  const backend = gpu();
  const means = backend ? fusedMean(backend, pixels) : referenceMean(pixels);
  return means.reshape([learners, samples, channels]);
}
