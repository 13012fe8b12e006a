import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmGradientOutput, wasmOutput } from "../../engine/wasm/lane";
import { PANEL, packedSize } from "../matMul/wasm";
import { beforeActivation } from "../parts/activationInWasm";
import type { Activation } from "../parts/affine";
import type { DenseShape } from "./fused";
import type { DenseProducts } from "./types";

/** The three products of a dense layer in WebAssembly (wasm.as.ts). */
export function wasmDense(lane: WasmLane, activation: Activation, shape: DenseShape): DenseProducts {
  const { slices, learners, samples, inputs, outputs } = shape;
  const sizes = [slices, learners, samples, inputs, outputs];
  const divided = (columns: number) => ({
    units: Math.ceil(columns / PANEL),
    work: learners * samples * inputs * outputs,
  });
  return {
    forward: (x, w, b) => {
      const y = wasmOutput<tf.Rank.R3>(lane, [learners, samples, outputs]);
      const packed = lane.scratch(packedSize(inputs, outputs));
      const numbers = [...sizes, Number(activation === "relu")];
      lane.run("denseForward", { reads: [x, w, b], writes: [y, packed], numbers, division: divided(outputs) });
      packed.dispose();
      return y;
    },
    parameterGradients: (dy, { x, w, b, y }) => {
      const dz = beforeActivation(lane, dy, y, activation);
      const [dw, db] = [wasmGradientOutput(lane, w), b && wasmGradientOutput(lane, b)];
      const packed = lane.scratch(packedSize(samples, outputs));
      lane.run("denseParameterGradients", {
        reads: [x, dz],
        writes: [dw, db, packed],
        numbers: sizes,
        division: divided(outputs),
      });
      packed.dispose();
      return db ? [dw, db] : [dw];
    },
    inputGradient: (dy, { w, y }) => {
      const dz = beforeActivation(lane, dy, y, activation);
      const dx = wasmOutput<tf.Rank.R3>(lane, [learners, samples, inputs]);
      const packed = lane.scratch(packedSize(outputs, inputs));
      lane.run("denseInputGradient", {
        reads: [w, dz],
        writes: [dx, packed],
        numbers: sizes.slice(1),
        division: divided(inputs),
      });
      packed.dispose();
      return dx;
    },
  };
}
