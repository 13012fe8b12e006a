import type { DataType } from "@tensorflow/tfjs";
import * as tf from "@tensorflow/tfjs";
import type { WasmInternals } from "./internals";
import { replaceStockKernels } from "./stockKernels";
import { WasmLane } from "./wasmLane";

/** The lane in use, and the tensors that ops make on it. */

export type { WasmLane } from "./wasmLane";

/** The lanes of the backends that have one. */
const lanes = new WeakMap<object, WasmLane>();
/** The lane that was made last. */
let latest: WasmLane | null = null;

/** Gives TensorFlow.js's current backend, which has to be its WASM backend, a lane. */
export async function createLane(): Promise<WasmLane> {
  const backend = tf.backend();
  const present = lanes.get(backend);
  if (present) return present;
  const lane = await WasmLane.create(backend as unknown as WasmInternals);
  replaceStockKernels(fusedLaneOf);
  lanes.set(backend, lane);
  latest = lane;
  return lane;
}

/**
 * Starts a clock of JavaScript: it does not count the kernels that run on the thread that calls them. A GPU's run elsewhere.
 * @returns reads it, in milliseconds
 */
export function startJavaScriptClock(): () => number {
  const now = () => performance.now() - (latest?.runner.milliseconds ?? 0);
  const started = now();
  return () => now() - started;
}

/** The current backend's lane, whether its kernels may be used or not; null where it has none. */
export function wasmLane(): WasmLane | null {
  return lanes.get(tf.backend()) ?? null;
}

/** The current backend's lane where its kernels may be used; null where ops have to take another form. */
export function wasm(): WasmLane | null {
  return fusedLaneOf(tf.backend());
}

function fusedLaneOf(backend: object): WasmLane | null {
  const lane = lanes.get(backend);
  return lane?.fused ? lane : null;
}

/** A tensor for a kernel to write; its content is undefined until then. */
export function wasmOutput<R extends tf.Rank>(lane: WasmLane, shape: number[], dtype?: DataType): tf.Tensor<R> {
  return tf.engine().makeTensorFromTensorInfo(lane.makeTensorInfo(shape, dtype)) as tf.Tensor<R>;
}

/** A tensor that holds one number everywhere, for kernels that write parts of it. */
export function wasmFilled<R extends tf.Rank>(lane: WasmLane, shape: number[], value: number): tf.Tensor<R> {
  const tensor = wasmOutput<R>(lane, shape);
  lane.run("fillWith", { reads: [], writes: [tensor], numbers: [tensor.size, value] });
  return tensor;
}

/** A tensor for the gradient of a parameter, in the place from which the optimizer takes it. */
export function wasmGradientOutput<R extends tf.Rank>(lane: WasmLane, parameter: tf.Tensor<R>): tf.Tensor<R> {
  const place = lane.gradientPlace(parameter);
  if (!place) return wasmOutput(lane, parameter.shape);
  return tf.engine().makeTensorFromTensorInfo(place) as tf.Tensor<R>;
}
