import * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gpu } from "../../engine/webgpu/gpu";
import { averageInto } from "../../engine/webgpu/inPlace";
import type { FlatParameters } from "../parameters/flatParameters";
import type { Parameters } from "../parameters/parameters";

/** Weights that follow a cohort's slowly: average <- momentum average + (1 - momentum) weights. */
export interface MovingAverage {
  /** One per parameter, [L, ...shape]; at first the weights themselves. */
  readonly tensors: tf.Tensor[];
  /** After an update of the weights. */
  afterUpdate(): void;
  dispose(): void;
}

/** @param parameters stay the caller's, and have to outlive the average */
export function createMovingAverage(parameters: Parameters, momentum: number): MovingAverage {
  const backend = gpu();
  if (backend && parameters.flat) return fusedAverage(backend, parameters.flat, momentum);
  return composedAverage(parameters.tensors, momentum);
}

/** All parameters in one dispatch. */
function fusedAverage(backend: GpuBackend, flat: FlatParameters, momentum: number): MovingAverage {
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

/** Plain TensorFlow.js operations, any backend. */
function composedAverage(weights: readonly tf.Tensor[], momentum: number): MovingAverage {
  const averages = weights.map((weight) => tf.tidy(() => tf.variable(weight.clone(), false)));
  return {
    tensors: averages,
    afterUpdate: () =>
      tf.tidy(() => {
        for (const [p, average] of averages.entries())
          average.assign(average.mul(momentum).add((weights[p] as tf.Tensor).mul(1 - momentum)));
      }),
    dispose: () => tf.dispose(averages),
  };
}
