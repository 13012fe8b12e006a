import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";

/** relu(x + residual) in WebAssembly (wasm.as.ts), tensors of one shape. */
export function wasmSum(lane: WasmLane, x: tf.Tensor, residual: tf.Tensor): tf.Tensor {
  const y = wasmOutput(lane, x.shape);
  lane.run("rectifiedSum", { reads: [x, residual], writes: [y], numbers: [x.size] });
  return y;
}
