import type * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import { fusedTargets } from "./fused";
import { referenceTargets } from "./reference";
import { wasmTargets } from "./wasm";

/**
 * One-hot classes of both views of a batch, [S, 2B, C].
 * @param labels class of each training sample, int32 [n]
 * @param samples of each seed's batch, int32 [S, B]
 * @param classes C
 */
export function oneHotTargets(labels: tf.Tensor1D, samples: tf.Tensor2D, classes: number): tf.Tensor3D {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) return wasmTargets(lane, labels, samples, classes);
  return backend ? fusedTargets(backend, labels, samples, classes) : referenceTargets(labels, samples, classes);
}
