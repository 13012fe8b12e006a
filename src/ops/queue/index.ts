import type * as tf from "@tensorflow/tfjs";
import type { StateTensor } from "../../engine/stateTensor";
import type { StepBlock } from "../../engine/stepBlock";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import { normalize, ZERO_SQUARED } from "../head/contrasts";
import { fusedEnqueue, fusedKeys } from "./fused";
import { referenceEnqueue } from "./reference";
import { wasmEnqueue, wasmKeys } from "./wasm";

/**
 * Overwrites the oldest keys of a queue, a ring of rows, in place: those of this step's second views go to rows step B, step B + 1,
 * ... modulo K.
 * @param ring [L, K, D]
 * @param keys of both views, [L, 2B, D], B <= K
 */
export function enqueueKeys(ring: StateTensor<tf.Rank.R3>, keys: tf.Tensor3D, block: StepBlock): void {
  const [backend, lane] = [gpu(), wasm()];
  const second = () => keys.slice([0, keys.shape[1] / 2, 0]);
  if (lane) wasmEnqueue(lane, ring.tensor, keys, block.tensor);
  else if (backend) fusedEnqueue(backend, ring.tensor, second(), { block: block.tensor, learners: block.learners });
  else ring.assign(referenceEnqueue(ring.tensor, second(), block.values.step));
}

/** Keys of embeddings: unit vectors, [L, N, D]. */
export function keysOf(embeddings: tf.Tensor3D): tf.Tensor3D {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) return wasmKeys(lane, embeddings);
  return backend ? fusedKeys(backend, embeddings, ZERO_SQUARED) : (normalize(embeddings).unit as tf.Tensor3D);
}
