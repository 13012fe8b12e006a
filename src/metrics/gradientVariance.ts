import type { Diagnostic } from "./types";

/**
 * Gradient variance at fixed weights, exact: R micro-batches of the run's own size, gradients g_1 ... g_R over all
 * parameters of a learner, their mean m.
 */

/** Sums over the parameters of one learner, or over some of them. */
export interface GradientSums {
  /** sum_r |g_r - m|^2 */
  sumSquaredDeviations: number;
  /** |m|^2 */
  squaredMeanNorm: number;
  /** R, at least 2. */
  microBatches: number;
}

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

const shared = { cadence: "gradientProbe", unit: "", source: "Micro-batch gradients at fixed weights" } as const;

export const gradientNorm: Diagnostic = {
  ...shared,
  id: "gradientNorm",
  label: "Gradient norm",
  formula: String.raw`\lVert m \rVert,\quad m = \frac{1}{R} \sum_r g_r`,
  guide: "Length of the mean gradient over the probe's micro-batches; losses of different scale differ here by design.",
  domain: [0, null],
  positive: true,
  better: null,
};

export const gradientVariance: Diagnostic = {
  ...shared,
  id: "gradientVariance",
  label: "Gradient variance",
  formula: String.raw`\operatorname{tr} V = \frac{1}{R - 1} \sum_r \lVert g_r - m \rVert^2`,
  guide:
    "How much the gradient changes from batch to batch, summed over the parameters; it scales with the loss, so compare arms by noise.",
  domain: [0, null],
  positive: true,
  better: null,
};

export const gradientSnr: Diagnostic = {
  ...shared,
  id: "gradientSnr",
  label: "Gradient signal-to-noise",
  formula: String.raw`\frac{\lVert m \rVert^2 - \operatorname{tr} V / R}{\operatorname{tr} V}`,
  guide:
    "Signal of one batch's gradient over its noise, unbiased; near or below 0 the probe cannot tell the gradient from noise.",
  domain: [null, null],
  positive: false,
  better: "higher",
};

export const gradientNoise: Diagnostic = {
  ...shared,
  id: "gradientNoise",
  label: "Gradient noise share",
  formula: String.raw`\min\Bigl(1, \frac{\operatorname{tr} V}{\frac{1}{R} \sum_r \lVert g_r \rVert^2}\Bigr)`,
  guide: "Share of a batch's squared gradient that is noise: 0 when all batches agree, 1 when only noise is left.",
  domain: [0, 1],
  positive: true,
  better: "lower",
};
