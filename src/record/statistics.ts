import { describe, isMeasured, type Sample } from "./describe";
import { tQuantile } from "./tQuantile";

export interface PairedDifference {
  /** Mean over the seeds of (second - first); null without a complete pair. */
  difference: number | null;
  /** 95 % interval of Student's t; null below two pairs. */
  ci95: [number, number] | null;
  /** Seeds that both sides measured. */
  n: number;
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
  const half = (tQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return [mean - half, mean + half];
}
