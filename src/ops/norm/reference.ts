import * as tf from "@tensorflow/tfjs";
import { activationGradient } from "../parts/affine";
import { pooledMean } from "../parts/pooledMean";
import { EPSILON, type Normalization, type NormShape } from "./types";

/** Normalization from plain TensorFlow.js operations: what the WGSL is held to, and what every other backend runs. */
export const referenceNormalization: Normalization = {
  statistics: (x, shape) => {
    const rows = toRows(x, shape);
    const meanOf = (values: tf.Tensor3D) => meanOfSets(meanOfSamples(weighted(values, shape)), shape);
    const mean = meanOf(rows);
    const variance = meanOf(tf.square(tf.sub(rows, mean)));
    const { learners, channels } = shape;
    return tf.concat([mean, variance], 1).reshape([learners, shape.rows, 2, channels]);
  },

  forward: ({ x, scale, offset, residual, statistics }, shape, activation) => {
    const { mean, inverse } = split(statistics, shape);
    const factor = tf.mul(inverse, perRow(scale, shape));
    const z = tf
      .add(tf.mul(tf.sub(toRows(x, shape), mean), factor), perRow(offset, shape))
      .reshape<tf.Tensor4D>(x.shape);
    const sum = residual ? tf.add(z, residual) : z;
    return (activation === "relu" ? tf.relu(sum) : sum) as tf.Tensor4D;
  },

  gradients: (dy, y, { x, scale, residual, statistics }, shape, activation) => {
    const dz = activationGradient(dy, y, activation);
    const { mean, inverse } = split(statistics, shape);
    const standard = tf.mul(tf.sub(toRows(x, shape), mean), inverse);
    const gradient = toRows(dz, shape);
    const ofOffset = meanOfSamples(gradient);
    const ofScale = meanOfSamples(tf.mul(gradient, standard));
    const weights = perRow(scale, shape);
    const level = meanOfSets(tf.mul(ofOffset, weights), shape);
    const along = meanOfSets(tf.mul(ofScale, weights), shape);
    const common = weighted(tf.add(level, tf.mul(standard, along)), shape);
    const dx = tf.mul(tf.sub(tf.mul(gradient, weights), common), inverse).reshape(x.shape);
    const sums = [ofScale, ofOffset].map((means) => sumOfRows(means, shape));
    return [dx, ...sums, ...(residual ? [dz.clone()] : [])];
  },
};

/** x [L, N, P, C] as the samples of each row of sets, [L * R, samples * P, C]. */
function toRows(x: tf.Tensor, { learners, rows, channels }: NormShape): tf.Tensor3D {
  return x.reshape([learners * rows, -1, channels]);
}

/**
 * x [L * R, n, C] with 0 in the rows of samples that do not count, and the others so much larger that the mean over all is theirs.
 */
function weighted(x: tf.Tensor3D, { learners, rows, sets, channels }: NormShape): tf.Tensor3D {
  const { own, samples } = sets;
  if (!own) return x;
  const weights = Array.from({ length: learners }, (_, l) => {
    const count = own[l] ?? samples;
    return Array.from({ length: rows * samples }, (_, sample) => (sample % samples < count ? samples / count : 0));
  });
  const perSample = tf.tensor(weights.flat(), [learners * rows, samples, 1]);
  return tf.mul(x.reshape([learners * rows, samples, -1]), perSample).reshape([learners * rows, -1, channels]);
}

/** [M, n, C] to [M, 1, C]. */
function meanOfSamples(x: tf.Tensor3D): tf.Tensor3D {
  return tf.getBackend() === "wasm" ? pooledMean(x) : tf.mean(x, 1, true);
}

/** The mean over the channels of each set at every one of them, [M, 1, C]. */
function meanOfSets(x: tf.Tensor3D, { sets, channels }: NormShape): tf.Tensor3D {
  if (sets.channels === 1) return x;
  const groups = x.reshape([x.shape[0], channels / sets.channels, sets.channels]);
  return tf.tile(tf.mean(groups, 2, true), [1, 1, sets.channels]).reshape(x.shape);
}

/** [L, 1, C] for every row of sets, [L * R, 1, C]. */
function perRow(x: tf.Tensor3D, { learners, rows, channels }: NormShape): tf.Tensor3D {
  return tf.tile(x, [1, rows, 1]).reshape([learners * rows, 1, channels]);
}

/** Means over the samples of each row as the sum over all samples, [L, 1, C]. */
function sumOfRows(means: tf.Tensor3D, { learners, rows, channels, sets, pixels }: NormShape): tf.Tensor3D {
  return tf.mul(tf.sum(means.reshape([learners, rows, channels]), 1, true), sets.samples * pixels);
}

/** Mean and 1 / sqrt(variance + EPSILON), [L * R, 1, C] each. */
function split(statistics: tf.Tensor4D, { learners, rows, channels }: NormShape) {
  const both = statistics.reshape<tf.Tensor3D>([learners * rows, 2, channels]);
  const at = (index: number) => tf.slice(both, [0, index, 0], [-1, 1, -1]);
  return { mean: at(0), inverse: tf.rsqrt(tf.add(at(1), EPSILON)) };
}
