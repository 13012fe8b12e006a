import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";
import type { Chunks } from "../parts/flat";

/**
 * What each learner's gradient is multiplied by to get the length of arm 0's, as reference.ts defines it (wasm.as.ts).
 * @param gradients flat
 * @returns [L]; the caller disposes it
 */
export function wasmNormFactors(
  lane: WasmLane,
  gradients: tf.TensorInfo,
  { chunks, learners, seeds }: { chunks: Chunks; learners: number; seeds: number },
): tf.Tensor1D {
  const factors = wasmOutput<tf.Rank.R1>(lane, [learners]);
  lane.run("normFactors", {
    reads: [gradients, chunks.tensor],
    writes: [factors],
    numbers: [chunks.count, learners, seeds],
  });
  return factors;
}
