import quantile from "@stdlib/stats-base-dists-t-quantile";

/** A measurement per seed; null or NaN where the learner stopped or was never measured. */
export type Sample = readonly (number | null)[];

export interface Description {
  /** null when nothing was measured. */
  mean: number | null;
  /** Unbiased; null below two values. */
  sd: number | null;
  n: number;
}

export interface PairedDifference {
  /** Mean over the seeds of (second - first); null without a complete pair. */
  difference: number | null;
  /** 95 % interval of Student's t; null below two pairs. */
  ci95: [number, number] | null;
  /** Seeds that both sides measured. */
  n: number;
}

/** Mean, standard deviation and number of the measured values. */
export function describe(sample: Sample): Description {
  const values = sample.filter(isMeasured);
  const n = values.length;
  if (n === 0) return { mean: null, sd: null, n };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null, n };
}

/**
 * Compares two arms seed by seed: the seeds share weights, batches and augmentations, so what they have in common
 * cancels in the difference. A seed that either side lacks is left out.
 *
 * @throws RangeError when the two sides have different numbers of seeds
 */
export function pairedDifference(first: Sample, second: Sample): PairedDifference {
  if (first.length !== second.length) {
    throw new RangeError(`Pairs need as many seeds on both sides, not ${first.length} and ${second.length}.`);
  }
  const differences = first.map((value, seed) => {
    const other = second[seed];
    return isMeasured(value) && isMeasured(other) ? other - value : null;
  });
  const { mean, sd, n } = describe(differences);
  return { difference: mean, ci95: mean === null || sd === null ? null : interval(mean, sd, n), n };
}

/** Whether an interval leaves 0 out, so that it says which side is larger; without an interval nothing does. */
export function excludesZero(ci95: PairedDifference["ci95"]): boolean {
  return ci95 !== null && (ci95[0] > 0 || ci95[1] < 0);
}

function interval(mean: number, sd: number, n: number): [number, number] {
  const half = (quantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return [mean - half, mean + half];
}

function isMeasured(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isFinite(value);
}
