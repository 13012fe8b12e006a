import type { PairedDifference } from "../../../record/statistics/differences";
import { tQuantile } from "../../../record/statistics/tQuantile";

/** Whether a paired difference answers the question, by its interval and the smallest gain that matters. */

export type VerdictKind =
  /** The interval leaves out 0, and the gain is large enough to matter. */
  | "yes"
  /** The interval ends below the smallest gain that matters. */
  | "same"
  /** The interval lies below 0. */
  | "worse"
  /** Better, but perhaps by less than matters. */
  | "small"
  /** The interval holds both no gain and one that matters. */
  | "undecided"
  /** One seed has no interval. */
  | "oneSeed"
  /** No seed has a value of both. */
  | "nothing";

/** @param smallest gain that matters, in the units of the difference */
export function verdictOf({ difference, ci95 }: PairedDifference, smallest: number): VerdictKind {
  if (difference === null) return "nothing";
  if (!ci95) return "oneSeed";
  const [low, high] = ci95;
  if (high < 0) return "worse";
  if (high < smallest) return "same";
  if (low <= 0) return "undecided";
  return difference >= smallest ? "yes" : "small";
}

/**
 * Seeds after which the interval would decide, if they scatter as those that there are and the mean stays where it is.
 *
 * @returns null where there is no interval, or more than `most` would be needed
 */
export function seedsToDecide(
  { difference, ci95, n }: PairedDifference,
  smallest: number,
  most: number,
): number | null {
  if (difference === null || !ci95) return null;
  const sd = (((ci95[1] - ci95[0]) / 2) * Math.sqrt(n)) / tQuantile(0.975, n - 1);
  // To leave out 0 from above, or the smallest gain from below.
  const room = difference >= smallest ? difference : smallest - difference;
  for (let seeds = n + 1; seeds <= most; seeds++)
    if ((tQuantile(0.975, seeds - 1) * sd) / Math.sqrt(seeds) < room) return seeds;
  return null;
}
