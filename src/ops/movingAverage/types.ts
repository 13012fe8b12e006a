import type * as tf from "@tensorflow/tfjs";

/** Weights that follow a cohort's slowly: average <- momentum average + (1 - momentum) weights. */
export interface MovingAverage {
  /** One per parameter, [L, ...shape]; at first the weights themselves. */
  readonly tensors: tf.Tensor[];
  /** After an update of the weights. */
  afterUpdate(): void;
  dispose(): void;
}
