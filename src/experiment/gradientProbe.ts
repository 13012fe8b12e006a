import * as tf from "@tensorflow/tfjs";
import { gradientStatistics } from "../diagnostics/gradientVariance";
import type { Cohort } from "./cohort";

/** What the probe measures of each learner; NaN where a ratio has no meaning (no gradient at all). */
export interface GradientProbeResult {
  gradientNorm: Float32Array;
  gradientVariance: Float32Array;
  gradientSnr: Float32Array;
  gradientNoise: Float32Array;
}

/** Running mean of the gradient (per parameter) and the two sums that its variance needs (per learner, [L]). */
type Moments = {
  mean: tf.Tensor[];
  squaredDeviations: tf.Tensor1D;
  squaredNorms: tf.Tensor1D;
};

/**
 * Exact gradient variance at fixed weights: R fresh micro-batches of the run's own size, each learner's gradient
 * of each, and Welford's update (Technometrics 4, 1962), which does not cancel where the variance is small
 * beside the mean.
 *
 * @param cohort learners, unchanged by the probe
 * @param views views of micro-batch r: [S, 2B, ...]; ownership passes to the probe
 * @param microBatches R >= 2
 */
export async function probeGradients(
  cohort: Cohort,
  views: (microBatch: number) => tf.Tensor,
  microBatches: number,
): Promise<GradientProbeResult> {
  const moments = accumulate(cohort, views, microBatches);
  const totals = tf.tidy(() =>
    tf.stack([moments.squaredDeviations, moments.squaredNorms, sumOfSquares(moments.mean)], 1),
  );
  tf.dispose([moments.mean, moments.squaredDeviations, moments.squaredNorms]);
  const values = await totals.data();
  totals.dispose();
  return tabulate(values, microBatches);
}

function accumulate(cohort: Cohort, views: (microBatch: number) => tf.Tensor, microBatches: number): Moments {
  let moments: Moments | null = null;
  for (let r = 0; r < microBatches; r++) {
    const previous: Moments | null = moments;
    moments = tf.tidy(() => include(previous, cohort.gradients(views(r)), r + 1));
    if (previous) tf.dispose([previous.mean, previous.squaredDeviations, previous.squaredNorms]);
  }
  if (!moments) throw new Error("The gradient probe needs at least one micro-batch.");
  return moments;
}

/** Welford's step with the count-th gradient. */
function include(moments: Moments | null, gradients: tf.Tensor[], count: number): Moments {
  const squaredNorms = sumOfSquares(gradients);
  if (!moments) return { mean: gradients, squaredDeviations: tf.zerosLike(squaredNorms), squaredNorms };
  const deltas = gradients.map((gradient, p) => tf.sub(gradient, moments.mean[p] as tf.Tensor));
  return {
    mean: deltas.map((delta, p) => tf.add(moments.mean[p] as tf.Tensor, tf.div(delta, count))),
    squaredDeviations: tf.add(moments.squaredDeviations, tf.mul(sumOfSquares(deltas), (count - 1) / count)),
    squaredNorms: tf.add(moments.squaredNorms, squaredNorms),
  };
}

/** Sum over all parameters of the squares, per learner: [L]. */
function sumOfSquares(tensors: tf.Tensor[]): tf.Tensor1D {
  const sums = tensors.map((tensor) => tf.sum(tf.square(tensor.reshape([tensor.shape[0] as number, -1])), 1));
  return tf.addN(sums) as tf.Tensor1D;
}

function tabulate(values: ArrayLike<number>, microBatches: number): GradientProbeResult {
  const learners = values.length / 3;
  const result = {
    gradientNorm: new Float32Array(learners),
    gradientVariance: new Float32Array(learners),
    gradientSnr: new Float32Array(learners),
    gradientNoise: new Float32Array(learners),
  };
  for (let l = 0; l < learners; l++) {
    const [deviations = Number.NaN, norms = Number.NaN, mean = Number.NaN] = Array.from(
      { length: 3 },
      (_, i) => values[3 * l + i],
    );
    const statistics = gradientStatistics({
      sumSquaredDeviations: deviations,
      sumSquaredNorms: norms,
      squaredMeanNorm: mean,
      microBatches,
    });
    for (const key of Object.keys(result) as (keyof GradientProbeResult)[]) result[key][l] = statistics[key];
  }
  return result;
}
