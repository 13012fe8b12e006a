import type { TensorInfo } from "@tensorflow/tfjs";
import * as tf from "@tensorflow/tfjs";
import type { WasmInternals } from "./internals";

/** Two of TensorFlow.js's kernels that its tape calls by itself, put in the place of its WASM backend's. */

/** What the sum needs of a lane. */
interface Summing {
  makeTensorInfo(shape: number[]): TensorInfo;
  run(name: string, given: { reads: TensorInfo[]; writes: TensorInfo[]; numbers: number[] }): void;
}

let isDone = false;

/** @param laneOf the lane of a backend where its kernels may be used */
export function replaceStockKernels(laneOf: (backend: object) => Summing | null): void {
  if (isDone) return;
  isDone = true;
  shareClones();
  addByKernel(laneOf);
}

/**
 * TensorFlow.js's WASM backend copies a tensor that is cloned, as the tape does with all that it saves; its other backends share the
 * memory. With a copy no kernel would find a parameter's gradient in its place.
 */
function shareClones(): void {
  replace("Identity", () => ({ inputs, backend }) => {
    const { dataId, shape, dtype } = inputs.x as TensorInfo;
    (backend as unknown as WasmInternals).incRef(dataId);
    return { dataId, shape, dtype };
  });
}

/** The tape adds the gradients of a tensor that two operations read, such as a residual block's input: a recording has to have that. */
function addByKernel(laneOf: (backend: object) => Summing | null): void {
  replace("Add", (stock) => (given) => {
    const [a, b] = [given.inputs.a as TensorInfo, given.inputs.b as TensorInfo];
    const lane = laneOf(given.backend as object);
    if (!lane || a.dtype !== "float32" || b.dtype !== "float32" || !tf.util.arraysEqual(a.shape, b.shape))
      return stock(given);
    const sum = lane.makeTensorInfo(a.shape);
    lane.run("add", { reads: [a, b], writes: [sum], numbers: [tf.util.sizeFromShape(a.shape)] });
    return sum;
  });
}

function replace(kernelName: string, replacing: (stock: tf.KernelFunc) => tf.KernelFunc): void {
  const { kernelFunc } = tf.getKernel(kernelName, "wasm");
  tf.unregisterKernel(kernelName, "wasm");
  tf.registerKernel({ kernelName, backendName: "wasm", kernelFunc: replacing(kernelFunc) });
}
