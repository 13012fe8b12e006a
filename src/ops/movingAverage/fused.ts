import * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "../../engine/webgpu/gpu";
import { f32 } from "../../engine/wgsl/numbers";
import type { FlatParameters } from "../parameters/flatParameters";
import type { MovingAverage } from "./types";

/** All parameters in one dispatch. */
export function fusedAverage(backend: GpuBackend, flat: FlatParameters, momentum: number): MovingAverage {
  const average = flat.allocateLike();
  const size = flat.layout.length;
  const tensors = flat.partsOf(average);
  averageInto(backend, average, flat.values, { momentum: 0, size });
  return {
    tensors,
    afterUpdate: () => averageInto(backend, average, flat.values, { momentum, size }),
    dispose: () => {
      tf.dispose(tensors);
      flat.free(average);
    },
  };
}

/** average <- momentum average + (1 - momentum) values, of flat tensors of `size` numbers. */
function averageInto(
  backend: GpuBackend,
  average: tf.TensorInfo,
  values: tf.TensorInfo,
  { momentum, size }: { momentum: number; size: number },
): void {
  backend.dispatch({
    name: "moving average",
    reads: { values },
    writes: { average },
    grid: { invocations: size },
    wgsl: `fn run(i: u32) { average[i] = ${f32(momentum)} * average[i] + ${f32(1 - momentum)} * values[i]; }`,
  });
}
