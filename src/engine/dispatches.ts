import * as tf from "@tensorflow/tfjs";

/** The door through which TensorFlow.js's WebGPU backend sends every program to the GPU. */
interface WebGpuDoor {
  runWebGPUProgram(...args: unknown[]): unknown;
}

/** Programs that `work` sends to the GPU; null where the current backend is not WebGPU. */
export function countDispatches(work: () => void): number | null {
  if (tf.getBackend() !== "webgpu") {
    work();
    return null;
  }
  const backend = tf.backend() as unknown as WebGpuDoor;
  const original = backend.runWebGPUProgram;
  let count = 0;
  backend.runWebGPUProgram = function counted(this: WebGpuDoor, ...args) {
    count++;
    return original.apply(this, args);
  };
  try {
    work();
  } finally {
    backend.runWebGPUProgram = original;
  }
  return count;
}
