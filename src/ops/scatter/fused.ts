import type * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "../../engine/webgpu/gpu";

/** One dispatch, in place. @param places int32, as many as there are values, all different */
export function fusedScatter(backend: GpuBackend, target: tf.TensorInfo, places: tf.Tensor, values: tf.Tensor): void {
  backend.dispatch({
    name: "scatter in place",
    reads: { places, values },
    writes: { memory: target },
    grid: { invocations: values.size },
    wgsl: "fn run(i: u32) { memory[places[i]] = values[i]; }",
  });
}
