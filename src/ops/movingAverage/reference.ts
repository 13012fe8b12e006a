import * as tf from "@tensorflow/tfjs";
import { copyOf } from "../../engine/stateTensor";
import type { MovingAverage } from "./types";

/** Plain TensorFlow.js operations, any backend. */
export function referenceAverage(weights: readonly tf.Tensor[], momentum: number): MovingAverage {
  const averages = weights.map((weight) => tf.tidy(() => tf.variable(copyOf(weight), false)));
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
