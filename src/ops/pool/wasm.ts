import * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";

/** The mean and its gradient in WebAssembly (wasm.as.ts): x [images, P, C] to [images, C]. */
export function wasmMean(lane: WasmLane, x: tf.Tensor3D): tf.Tensor {
  const { shape } = x;
  const pool = tf.customGrad((x) => {
    const y = wasmOutput(lane, [shape[0], shape[2]]);
    lane.run("pooledMeans", { reads: [x as tf.Tensor], writes: [y], numbers: shape });
    const gradFunc = (dy: tf.Tensor) => {
      const dx = wasmOutput(lane, shape);
      lane.run("pooledGradient", { reads: [dy], writes: [dx], numbers: shape });
      return dx;
    };
    return { value: y, gradFunc };
  });
  return pool(x);
}
