import { describe, isMeasured, type Sample } from "./describe";
import { tQuantile, tQuantileBetween } from "./tQuantile";

/** 95 % interval of Student's t for a mean over seeds. */
export type Interval = [low: number, high: number];

export interface PairedDifference {
  /** Mean over the seeds of (second - first); null without a complete pair. */
  difference: number | null;
  /** 95 % interval of Student's t; null below two pairs. */
  ci95: Interval | null;
  /** Seeds that both sides measured. */
  n: number;
}

/**
 * A measurement of one arm's learners in an order of the seeds that is the same for all arms, so that two samples can be
 * paired by their places although a learner of either arm may be missing; null in its place.
 *
 * @param learners of all arms
 */
export function sampleBySeed<Learner extends { arm: number | null; seed: number | null }>(
  learners: readonly Learner[],
  arm: number,
  measured: (learner: Learner) => number | null,
): Sample {
  const seeds = [...new Set(learners.map(({ seed }) => seed))];
  const own = new Map(learners.filter((learner) => learner.arm === arm).map((learner) => [learner.seed, learner]));
  return seeds.map((seed) => {
    const learner = own.get(seed);
    return learner ? measured(learner) : null;
  });
}

/**
 * Compares two arms seed by seed: the seeds share weights, batches and augmentations, so what they have in common
 * cancels in the difference. A seed that either side lacks is left out; with fewer than two left there is no interval,
 * and with none no difference.
 *
 * @param first one value per seed, at the same places as in `second`
 */
export function pairedDifference(first: Sample, second: Sample): PairedDifference {
  const differences = first.map((value, seed) => {
    const other = second[seed];
    return isMeasured(value) && isMeasured(other) ? other - value : null;
  });
  const described = describe(differences);
  return { difference: described.mean, ci95: meanInterval(described), n: described.n };
}

/** Two samples that nothing ties together. */
export interface UnpairedDifference extends Omit<PairedDifference, "n"> {
  /** Measured values on either side. */
  n: [number, number];
}

/**
 * Compares two samples that share nothing (Welch): the variances may differ, and where the seeds have nothing in common nothing
 * cancels. Without two values on both sides there is no interval.
 */
export function welchDifference(first: Sample, second: Sample): UnpairedDifference {
  const [a, b] = [describe(first), describe(second)];
  const n: [number, number] = [a.n, b.n];
  if (a.mean === null || b.mean === null) return { difference: null, ci95: null, n };
  const difference = b.mean - a.mean;
  if (a.sd === null || b.sd === null) return { difference, ci95: null, n };
  const [va, vb] = [a.sd ** 2 / a.n, b.sd ** 2 / b.n];
  if (va + vb === 0) return { difference, ci95: [difference, difference], n };
  const degrees = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const half = tQuantileBetween(0.975, degrees) * Math.sqrt(va + vb);
  return { difference, ci95: [difference - half, difference + half], n };
}

/**
 * The paired difference over all seeds of several runs, from each one's own: the same as if their seeds had been one run's. An
 * interval says how far a run's differences lie apart, so no single value is needed. The runs must have no seed in common.
 */
export function pooledDifference(runs: readonly PairedDifference[]): PairedDifference {
  const parts = runs.flatMap(({ difference, ci95, n }) => (difference === null ? [] : [{ mean: difference, ci95, n }]));
  const n = parts.reduce((sum, part) => sum + part.n, 0);
  if (n === 0) return { difference: null, ci95: null, n };
  const mean = parts.reduce((sum, part) => sum + part.n * part.mean, 0) / n;
  const squares = parts.reduce((sum, part) => sum + squaresWithin(part) + part.n * (part.mean - mean) ** 2, 0);
  const sd = n < 2 ? null : Math.sqrt(squares / (n - 1));
  return { difference: mean, ci95: meanInterval({ mean, sd, n }), n };
}

/** Sum of the squared distances of a run's differences from their mean, read from the interval. */
function squaresWithin({ ci95, n }: Pick<PairedDifference, "ci95" | "n">): number {
  if (ci95 === null) return 0;
  const half = (ci95[1] - ci95[0]) / 2;
  const sd = (half * Math.sqrt(n)) / tQuantile(0.975, n - 1);
  return (n - 1) * sd ** 2;
}

/** Whether an interval leaves 0 out, so that it says which side is larger; without an interval nothing does. */
export function excludesZero(ci95: PairedDifference["ci95"]): boolean {
  return ci95 !== null && (ci95[0] > 0 || ci95[1] < 0);
}

/** The 95 % t interval of a described sample's mean; null below two values. */
export function meanInterval({ mean, sd, n }: ReturnType<typeof describe>): Interval | null {
  if (mean === null || sd === null) return null;
  const half = (tQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return [mean - half, mean + half];
}
