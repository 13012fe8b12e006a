import type { GradientSums } from "../types";

/**
 * Gradient variance at fixed weights, exact: R micro-batches of the run's own size, gradients g_1 ... g_R over all
 * parameters of a learner, their mean m.
 */

export interface GradientStatistics {
  gradientNorm: number;
  gradientVariance: number;
  /** NaN when the gradients do not vary at all. */
  gradientSnr: number;
  /** NaN when all gradients are 0. */
  gradientNoise: number;
}

/**
 * The two numbers behind every statistic.
 *
 * @returns tr V, unbiased, and |m|^2 - trV/R, the unbiased estimate of the true gradient's squared length; sampling can
 *   turn the latter negative, which the true value never is
 * @throws RangeError below two micro-batches
 */
export function gradientEstimates(sums: GradientSums): { variance: number; squaredNorm: number } {
  const { sumSquaredDeviations, squaredMeanNorm, microBatches } = sums;
  if (microBatches < 2) throw new RangeError(`A variance needs at least 2 micro-batches, not ${microBatches}.`);
  const variance = sumSquaredDeviations / (microBatches - 1);
  return { variance, squaredNorm: squaredMeanNorm - variance / microBatches };
}

/**
 * Statistics of one learner's micro-batch gradients. Where the estimate of the gradient's length is negative, the noise
 * share would exceed 1 (by at most R/(R-1)), so it is capped there. The SNR is left as it is: a negative value says that
 * the probe could not tell the gradient from noise.
 *
 * @throws RangeError below two micro-batches
 */
export function gradientStatistics(sums: GradientSums): GradientStatistics {
  const { variance, squaredNorm } = gradientEstimates(sums);
  const meanSquaredNorm = sums.squaredMeanNorm + sums.sumSquaredDeviations / sums.microBatches;
  return {
    gradientNorm: Math.sqrt(sums.squaredMeanNorm),
    gradientVariance: variance,
    gradientSnr: ratio(squaredNorm, variance),
    gradientNoise: Math.min(1, ratio(variance, meanSquaredNorm)),
  };
}

function ratio(numerator: number, denominator: number): number {
  return denominator > 0 ? numerator / denominator : Number.NaN;
}
