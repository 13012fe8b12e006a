import type * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { referenceTargets } from "./reference";
import { wasmTargets } from "./wasm";

/**
 * One-hot classes of both views of a batch, [S, 2B, C].
 * @param labels class of each training sample, int32 [n]
 * @param samples of each seed's batch, int32 [S, B]
 * @param classes C
 */
export function oneHotTargets(labels: tf.Tensor1D, samples: tf.Tensor2D, classes: number): tf.Tensor3D {
  const lane = wasm();
  return lane ? wasmTargets(lane, labels, samples, classes) : referenceTargets(labels, samples, classes);
}
