import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";

/** One call of a WebAssembly kernel (wasm.as.ts). */
export function wasmTargets(lane: WasmLane, labels: tf.Tensor1D, samples: tf.Tensor2D, classes: number): tf.Tensor3D {
  const [slices, batch] = samples.shape;
  const targets = wasmOutput<tf.Rank.R3>(lane, [slices, 2 * batch, classes]);
  lane.run("oneHotTargets", { reads: [labels, samples], writes: [targets], numbers: [slices, batch, classes] });
  return targets;
}
