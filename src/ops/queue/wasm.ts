import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";

/** A queue of keys in WebAssembly (wasm.as.ts), a kernel each. */

/** Unit vectors of embeddings [L, N, D]. */
export function wasmKeys(lane: WasmLane, embeddings: tf.Tensor3D): tf.Tensor3D {
  const [learners, views, size] = embeddings.shape;
  const keys = wasmOutput<tf.Rank.R3>(lane, embeddings.shape);
  lane.run("unitKeys", { reads: [embeddings], writes: [keys], numbers: [learners * views, size] });
  return keys;
}

/**
 * In place.
 * @param entries [L, K, D]
 * @param keys of both views, [L, 2B, D], B <= K
 */
export function wasmEnqueue(lane: WasmLane, entries: tf.Tensor3D, keys: tf.Tensor3D, block: tf.TensorInfo): void {
  const [learners, views, size] = keys.shape;
  lane.run("enqueueKeys", {
    reads: [keys, block],
    writes: [entries],
    numbers: [learners, views / 2, entries.shape[1], size],
  });
}
