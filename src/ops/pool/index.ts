import type * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import { fusedMean } from "./fused";
import { referenceMean } from "./reference";
import { wasmMean } from "./wasm";

/**
 * Mean over the pixels of every image and channel.
 * @param x [L, N, H, W, C]
 * @returns [L, N, C]
 */
export function globalAveragePool(x: tf.Tensor5D): tf.Tensor3D {
  const [learners, samples, height, width, channels] = x.shape;
  const pixels = x.reshape([learners * samples, height * width, channels]) as tf.Tensor3D;
  return meanOfPixels(pixels).reshape([learners, samples, channels]);
}

function meanOfPixels(x: tf.Tensor3D): tf.Tensor {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) return wasmMean(lane, x);
  return backend ? fusedMean(backend, x) : referenceMean(x);
}
