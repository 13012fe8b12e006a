import type * as tf from "@tensorflow/tfjs";
import type { WasmLane } from "../../engine/wasm/lane";

/**
 * One call of a WebAssembly kernel (wasm.as.ts), in place.
 * @param entries [L, K, D]
 * @param keys [L, B, D], B <= K
 */
export function wasmEnqueue(lane: WasmLane, entries: tf.Tensor3D, keys: tf.Tensor3D, block: tf.TensorInfo): void {
  const [learners, batch, size] = keys.shape;
  lane.run("enqueueKeys", {
    reads: [keys, block],
    writes: [entries],
    numbers: [learners, batch, entries.shape[1], size],
  });
}
