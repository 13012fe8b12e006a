import type { MetricId } from "../../metrics";
import { describe } from "../../record/statistics/describe";
import type { Run } from "../run";

/**
 * The last measured value of a metric in each arm, as the mean over its seeds that have one.
 *
 * @returns one per arm; null where an arm has none
 */
export function latestMeans(run: Pick<Run, "config" | "columns"> | null, metric: MetricId): (number | null)[] {
  if (!run) return [];
  const column = run.columns.get(metric);
  const { arms, seeds } = run.config;
  return arms.map((_, arm) => {
    const last = (seed: number) => column?.values[arm * seeds + seed]?.[column.length - 1] ?? null;
    return describe(Array.from({ length: seeds }, (_, seed) => last(seed))).mean;
  });
}
