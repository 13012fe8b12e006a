import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";
import type { Activation } from "./affine";

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
