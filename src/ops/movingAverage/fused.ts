import * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "../../engine/webgpu/gpu";
import { averageInto } from "../../engine/webgpu/inPlace";
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
