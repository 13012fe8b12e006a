import type * as tf from "@tensorflow/tfjs";

/** Share of a batch's statistics in the running ones, as PyTorch's default. */
export const MOMENTUM = 0.1;

/** What batch normalization saw of one batch: mean and variance of every set, and how many numbers each has. */
export interface Observed {
  /** [L, R, 2, C] */
  statistics: tf.Tensor4D;
  /** Of each learner; of one number, those of all. */
  counts: readonly number[];
}
