import type { MetricId } from "../../../metrics";
import type { RunColumns } from "../../../record/columns";
import { edgesOf, type Stretch } from "../../../record/drawn/buckets";
import { meanAt } from "../../../record/drawn/reduce";
import { smoothedValues } from "../../../record/drawn/smoothedValues";

/** The curves of runs that are over: reduced once for a width, an x axis, a zoom and a smoothing, and kept with the run. */

export interface CurveRequest {
  metric: MetricId;
  seeds: number;
  smoothing: number;
  /** Most points of a curve. */
  points: number;
  stretch: Stretch;
  /** What tells the place of one x axis from that of another. */
  axis: string;
}

/** Means over the seeds, arm by arm, at the last step of each bucket. */
export interface RunCurves {
  xs: Float64Array;
  arms: Float64Array[];
}

/** Reductions of one run that are kept: one for each chart, and some for those that were looked at a moment ago. */
const MOST = 120;
const cache = new WeakMap<RunColumns, Map<string, RunCurves>>();

/** The curves of a metric; without points where the run lacks it, or has nothing in the stretch. */
export function curvesOf(columns: RunColumns, request: CurveRequest): RunCurves {
  const known = cache.get(columns) ?? new Map<string, RunCurves>();
  cache.set(columns, known);
  const key = keyOf(request);
  const curves = known.get(key) ?? reduce(columns, request);
  known.delete(key);
  known.set(key, curves);
  if (known.size > MOST) known.delete(known.keys().next().value as string);
  return curves;
}

/** An axis of one name may place the steps otherwise once the size of the data is known: the place of a step tells. */
function keyOf({ metric, smoothing, points, stretch: { place, zoom, log }, axis }: CurveRequest): string {
  return [metric, smoothing, points, axis, place(1), log, ...(zoom ?? [])].join(" ");
}

function reduce(columns: RunColumns, { metric, seeds, smoothing, points, stretch }: CurveRequest): RunCurves {
  const column = columns.get(metric);
  if (!column) return { xs: new Float64Array(0), arms: [] };
  const smoothed = smoothedValues(columns, metric, smoothing);
  const rows = edgesOf(column, points, stretch)
    .subarray(1)
    .map((edge) => edge - 1);
  const arms = Array.from({ length: Math.round(smoothed.length / seeds) }, (_, arm) => {
    const own = smoothed.slice(arm * seeds, (arm + 1) * seeds);
    return Float64Array.from(rows, (row) => meanAt(own, row));
  });
  return { xs: Float64Array.from(rows, (row) => stretch.place(column.steps[row] as number)), arms };
}
