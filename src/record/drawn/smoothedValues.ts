import { METRICS, type MetricId } from "../../metrics";
import type { RunColumns } from "../columns";
import { SmoothedColumn } from "./smoothing";

/** Moving averages that charts of one run share; they go with the run's columns. */
const cache = new WeakMap<RunColumns, Map<MetricId, { smoothing: number; average: SmoothedColumn }>>();

/**
 * The averages of a metric up to its last row, [learner][row]: of what was appended since the last call alone. What is measured now
 * and then is as it was measured.
 */
export function smoothedValues(columns: RunColumns, metric: MetricId, wanted: number): Float32Array[] {
  const column = columns.get(metric);
  if (!column) return [];
  const smoothing = METRICS[metric].reading === "window" ? wanted : 0;
  const known = cache.get(columns) ?? new Map();
  cache.set(columns, known);
  const before = known.get(metric);
  const average = before?.smoothing === smoothing ? before.average : new SmoothedColumn(column, smoothing);
  known.set(metric, { smoothing, average });
  average.update();
  return average.values;
}
