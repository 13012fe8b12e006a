import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmGradientOutput, wasmOutput } from "../../engine/wasm/lane";
import type { Activation } from "../parts/affine";
import type { DenseShape } from "./fused";
import type { DenseProducts } from "./types";

/** The three products of a dense layer in WebAssembly (wasm.as.ts). */
export function wasmDense(lane: WasmLane, activation: Activation, shape: DenseShape): DenseProducts {
  const { slices, learners, samples, inputs, outputs } = shape;
  const sizes = [slices, learners, samples, inputs, outputs];
  return {
    forward: (x, w, b) => {
      const y = wasmOutput<tf.Rank.R3>(lane, [learners, samples, outputs]);
      const packed = lane.scratch(packedSize(inputs, outputs));
      const numbers = [...sizes, Number(activation === "relu")];
      lane.run("denseForward", { reads: [x, w, b], writes: [y, packed], numbers });
      packed.dispose();
      return y;
    },
    parameterGradients: (dy, { x, w, b, y }) => {
      const dz = beforeActivation(lane, dy, y, activation);
      const [dw, db] = [wasmGradientOutput(lane, w), b && wasmGradientOutput(lane, b)];
      const packed = lane.scratch(packedSize(samples, outputs));
      lane.run("denseParameterGradients", { reads: [x, dz], writes: [dw, db, packed], numbers: sizes });
      packed.dispose();
      return db ? [dw, db] : [dw];
    },
    inputGradient: (dy, { w, y }) => {
      const dz = beforeActivation(lane, dy, y, activation);
      const dx = wasmOutput<tf.Rank.R3>(lane, [learners, samples, inputs]);
      const packed = lane.scratch(packedSize(outputs, inputs));
      lane.run("denseInputGradient", { reads: [w, dz], writes: [dx, packed], numbers: sizes.slice(1) });
      packed.dispose();
      return dx;
    },
  };
}

/** The gradient before the activation; left to the caller's `tf.tidy`. */
export function beforeActivation<R extends tf.Rank>(
  lane: WasmLane,
  dy: tf.Tensor<R>,
  y: tf.Tensor<R>,
  activation: Activation,
): tf.Tensor<R> {
  if (activation === "linear") return dy;
  const dz = wasmOutput<R>(lane, dy.shape);
  lane.run("rectifiedGradient", { reads: [dy, y], writes: [dz], numbers: [dy.size] });
  return dz;
}

/** Numbers of a packed [rows, columns] matrix, in panels of 8 columns (ops/matMul/wasm.as.ts). */
export function packedSize(rows: number, columns: number): number {
  return 8 * Math.ceil(columns / 8) * rows;
}
