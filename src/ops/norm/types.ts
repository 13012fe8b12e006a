import type * as tf from "@tensorflow/tfjs";
import type { Activation } from "../parts/affine";

/** Added to every variance, as in PyTorch. */
export const EPSILON = 1e-5;

/**
 * Which numbers of x [L, N, P, C] share a mean and a variance: those of `samples` samples in a row and `channels`
 * channels in a row. Batch normalization (Ioffe and Szegedy, arXiv 1502.03167) takes many samples and one channel, group
 * normalization (Wu and He, arXiv 1803.08494) one sample and a few channels.
 */
export interface Sets {
  samples: number;
  channels: number;
  /**
   * How many of a set's samples count, from the first one on, of each learner; all unless given. The others have no part in the
   * statistics, and get no gradient.
   */
  own?: readonly number[] | null;
}

/** Sizes of x [L, N, P, C] and its sets. */
export interface NormShape {
  learners: number;
  samples: number;
  /** Pixels of an image; 1 for a vector. */
  pixels: number;
  channels: number;
  sets: Sets;
  /** Sets along the samples, R = N / sets.samples. */
  rows: number;
}

/**
 * What is read: x and, added at the end, a residual of the same shape [L, N, P, C]; scale and offset [L, 1, C]; mean and
 * variance [L, R, 2, C], repeated for the channels of a set.
 */
export interface NormInputs {
  x: tf.Tensor4D;
  scale: tf.Tensor3D;
  offset: tf.Tensor3D;
  residual: tf.Tensor4D | null;
  statistics: tf.Tensor4D;
}

/** Normalization with its gradients. There are two: composed of plain operations, and in WGSL. */
export interface Normalization {
  /** Mean and variance (of the set itself: divided by its size) of every set, [L, R, 2, C]. */
  statistics(x: tf.Tensor4D, shape: NormShape): tf.Tensor4D;
  /** activation((x - mean) / sqrt(variance + EPSILON) * scale + offset + residual), [L, N, P, C] */
  forward(inputs: NormInputs, shape: NormShape, activation: Activation): tf.Tensor4D;
  /**
   * @param dy gradient of y = forward(...), where the statistics are those of x
   * @returns gradients of x, scale, offset and, where there is one, the residual
   */
  gradients(dy: tf.Tensor4D, y: tf.Tensor4D, inputs: NormInputs, shape: NormShape, activation: Activation): tf.Tensor[];
}
