import type * as tf from "@tensorflow/tfjs";

/** Share of a batch's statistics in the running ones, as PyTorch's default. */
export const MOMENTUM = 0.1;

/** What batch normalization saw of one batch: mean and variance [L, R, 2, C] of sets of `count` numbers each. */
export interface Observed {
  statistics: tf.Tensor4D;
  count: number;
}
