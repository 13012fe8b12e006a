import { seedNumbers } from "../../config/seeds";
import type { MetricId } from "../../metrics";
import { excludesZero, pooledDifference } from "../../record/statistics/differences";
import type { Verdict } from "../../record/verdict";
import type { PastRun } from "../../storage/runs/pastRun";

/** What runs of the same settings say together. */

/** Metrics by which runs are compared, the first that there is. */
const PREFERRED: readonly MetricId[] = ["probeAccuracy", "knnAccuracy", "contrastiveAccuracy"];

export interface Pooled {
  metric: MetricId;
  /** Of the first two arms, over the seeds of all runs that count. */
  verdict: Extract<Verdict, { kind: "measured" }>;
  /** Runs that count. */
  runs: number;
}

/**
 * One paired t interval over the seeds of several runs of the same settings, from what is kept of each. A run counts that went
 * its whole way without a change; of runs that share a seed the first does: the same seed trained twice is no second witness.
 * Null where fewer than two runs count.
 */
export function pooledVerdict(runs: readonly PastRun[]): Pooled | null {
  const counted = withoutRepeats(runs.filter(isWhole));
  const metric = PREFERRED.find((id) => counted.every((run) => pairOf(run, id) !== undefined));
  if (!metric || counted.length < 2) return null;
  const pairs = counted.flatMap((run) => pairOf(run, metric) ?? []);
  const { difference, ci95, n } = pooledDifference(pairs);
  if (difference === null) return null;
  const step = counted[0]?.config.steps ?? 0;
  const lost = counted.reduce((sum, { config }) => sum + config.seeds, 0) - n;
  const detected = excludesZero(ci95);
  const verdict = { kind: "measured", from: step, step, difference, interval: ci95, seeds: n, lost, detected } as const;
  return { metric, verdict, runs: counted.length };
}

function isWhole({ changes, stepsDone, config }: PastRun): boolean {
  return changes.length === 0 && stepsDone >= config.steps;
}

function pairOf({ paired }: PastRun, metric: MetricId): PastRun["paired"][number] | undefined {
  return paired.find((pair) => pair.metric === metric && pair.armA === 0 && pair.armB === 1);
}

function withoutRepeats(runs: readonly PastRun[]): PastRun[] {
  const seen = new Set<number>();
  return runs.filter(({ config }) => {
    const seeds = seedNumbers(config);
    if (seeds.some((seed) => seen.has(seed))) return false;
    for (const seed of seeds) seen.add(seed);
    return true;
  });
}
