import { useMemo } from "react";
import type { MetricId } from "../../../metrics";
import { METRICS } from "../../../metrics";
import type { MetricColumn, RunColumns } from "../../../record/columns";
import type { Stretch } from "../../../record/drawn/buckets";
import {
  type ReducedDifference,
  type ReducedSeries,
  reduceColumn,
  reduceDifference,
} from "../../../record/drawn/reduce";
import { SmoothedColumn } from "../../../record/drawn/smoothing";

/** Moving averages that charts of one run share; they go with the run's columns. */
const cache = new WeakMap<RunColumns, Map<string, SmoothedColumn>>();

function smoothed(columns: RunColumns, metric: MetricId, column: MetricColumn, smoothing: number): Float32Array[] {
  const known = cache.get(columns) ?? new Map<string, SmoothedColumn>();
  cache.set(columns, known);
  const key = `${metric} ${smoothing}`;
  const average = known.get(key) ?? new SmoothedColumn(column, smoothing);
  for (const other of known.keys()) if (other.startsWith(`${metric} `) && other !== key) known.delete(other);
  known.set(key, average);
  average.update();
  return average.values;
}

export interface SeriesRequest {
  columns: RunColumns | null;
  seeds: number;
  metric: MetricId;
  smoothing: number;
  /** Points that fit the chart. */
  points: number;
  /** Changes when the columns have grown. */
  revision: number;
  stretch: Stretch | undefined;
}

function input({ columns, seeds, metric, smoothing, points, stretch }: SeriesRequest) {
  const column = columns?.get(metric);
  if (!columns || !column) return null;
  const weight = METRICS[metric].reading === "window" ? smoothing : 0;
  return { column, smoothed: smoothed(columns, metric, column, weight), seeds, points, stretch };
}

const EMPTY: ReducedSeries = { steps: [], arms: [] };

/** A metric of all arms, reduced to what the pixels can show. */
export function useReducedSeries(request: SeriesRequest): ReducedSeries {
  const { columns, seeds, metric, smoothing, points, revision, stretch } = request;
  return useMemo(() => {
    const found = input({ columns, seeds, metric, smoothing, points, revision, stretch });
    return found ? reduceColumn(found) : EMPTY;
  }, [columns, seeds, metric, smoothing, points, revision, stretch]);
}

/** The paired difference of two arms, or null when it is not asked for. */
export function useReducedDifference(request: SeriesRequest, pair: [number, number] | null): ReducedDifference | null {
  const { columns, seeds, metric, smoothing, points, revision, stretch } = request;
  const [armA, armB] = pair ?? [-1, -1];
  return useMemo(() => {
    const found = armA >= 0 ? input({ columns, seeds, metric, smoothing, points, revision, stretch }) : null;
    return found ? reduceDifference(found, armA, armB) : null;
  }, [columns, seeds, metric, smoothing, points, revision, stretch, armA, armB]);
}
