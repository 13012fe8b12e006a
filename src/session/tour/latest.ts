import type { MetricId } from "../../metrics";
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
    const values = Array.from({ length: seeds }, (_, seed) => column?.values[arm * seeds + seed]?.[column.length - 1]);
    const measured = values.filter((value): value is number => Number.isFinite(value));
    return measured.length > 0 ? measured.reduce((sum, value) => sum + value, 0) / measured.length : null;
  });
}
