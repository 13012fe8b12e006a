import type { StopConfig } from "../../config/schema";
import type { StopRule } from "../../config/stopRules";

/** Whether a run has gone far enough: pure functions of what was measured, so that a rerun ends at the same step. */

/** What is to be known of all measurements so far. */
export interface MetricProgress {
  /** Best mean of each arm; NaN before the first, and once none of its learners trains any more. */
  readonly best: readonly number[];
  /** Measurements in a row at which no arm was better than ever before. */
  readonly stale: number;
}

export function noProgress(arms: number): MetricProgress {
  return { best: new Array<number>(arms).fill(Number.NaN), stale: 0 };
}

/**
 * @param means of each arm at a further measurement; NaN where an arm has no value. Without any, nothing was measured.
 * @param better which direction is
 */
export function progressAfter(before: MetricProgress, means: readonly number[], better: Direction): MetricProgress {
  if (!means.some(Number.isFinite)) return before;
  const best = means.map((mean, arm) => betterOf(mean, before.best[arm] as number, better));
  const isProgress = means.some((mean, arm) => Number.isFinite(mean) && best[arm] !== before.best[arm]);
  return { best, stale: isProgress ? 0 : before.stale + 1 };
}

/**
 * The rule that ends the run now; null where it goes on.
 * @param ms milliseconds spent training
 */
export function ruleMet(
  stop: StopConfig,
  { best, stale }: MetricProgress,
  better: Direction,
  ms: number,
): StopRule | null {
  if (stop.target > 0 && haveReached(best, stop.target, better)) return "target";
  if (stop.patience > 0 && stale >= stop.patience) return "patience";
  return stop.minutes > 0 && ms >= 60_000 * stop.minutes ? "minutes" : null;
}

type Direction = "higher" | "lower";

/** NaN where the new one is: an arm that does not train any more has no say. */
function betterOf(mean: number, best: number, better: Direction): number {
  if (Number.isNaN(mean) || Number.isNaN(best)) return mean;
  return better === "higher" ? Math.max(mean, best) : Math.min(mean, best);
}

function haveReached(best: readonly number[], target: number, better: Direction): boolean {
  const training = best.filter(Number.isFinite);
  return training.length > 0 && training.every((mean) => (better === "higher" ? mean >= target : mean <= target));
}
