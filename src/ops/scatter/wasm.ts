import type * as tf from "@tensorflow/tfjs";
import type { WasmLane } from "../../engine/wasm/lane";

/** One call of a WebAssembly kernel (wasm.as.ts), in place. @param places int32, as many as there are values, all different */
export function wasmScatter(lane: WasmLane, target: tf.TensorInfo, places: tf.Tensor, values: tf.Tensor): void {
  lane.run("scatter", { reads: [places, values], writes: [target], numbers: [values.size] });
}
