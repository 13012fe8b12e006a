import { useMemo } from "react";
import { DIAGNOSTICS } from "../../diagnostics";
import type { MetricId } from "../../diagnostics/types";
import type { MetricColumn, RunColumns } from "../../store/columns";
import { type ReducedDifference, type ReducedSeries, reduceColumn, reduceDifference } from "../../store/reduce";
import type { Run } from "../../store/run";
import { SmoothedColumn } from "../../store/smoothing";

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
  run: Run | null;
  metric: MetricId;
  smoothing: number;
  /** Points that fit the chart. */
  points: number;
  /** Changes when the columns have grown. */
  revision: number;
}

function input({ run, metric, smoothing, points }: SeriesRequest) {
  const column = run?.columns.get(metric);
  if (!run || !column) return null;
  const weight = DIAGNOSTICS[metric].cadence === "step" ? smoothing : 0;
  return { column, smoothed: smoothed(run.columns, metric, column, weight), seeds: run.config.seeds, points };
}

const EMPTY: ReducedSeries = { steps: [], arms: [] };

/** A metric of all arms, reduced to what the pixels can show. */
export function useReducedSeries(request: SeriesRequest): ReducedSeries {
  const { run, metric, smoothing, points, revision } = request;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns grow in place; the revision says when.
  return useMemo(() => {
    const found = input({ run, metric, smoothing, points, revision });
    return found ? reduceColumn(found) : EMPTY;
  }, [run?.columns, metric, smoothing, points, revision]);
}

/** The paired difference of two arms, or null when it is not asked for. */
export function useReducedDifference(request: SeriesRequest, pair: [number, number] | null): ReducedDifference | null {
  const { run, metric, smoothing, points, revision } = request;
  const [armA, armB] = pair ?? [-1, -1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns grow in place; the revision says when.
  return useMemo(() => {
    const found = armA >= 0 ? input({ run, metric, smoothing, points, revision }) : null;
    return found ? reduceDifference(found, armA, armB) : null;
  }, [run?.columns, metric, smoothing, points, revision, armA, armB]);
}
