import { useMemo } from "react";
import type { MetricId } from "../../../metrics";
import type { RunColumns } from "../../../record/columns";
import type { Stretch } from "../../../record/drawn/buckets";
import {
  type ReducedDifference,
  type ReducedSeries,
  reduceColumn,
  reduceDifference,
} from "../../../record/drawn/reduce";
import { smoothedValues } from "../../../record/drawn/smoothedValues";

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
  return { column, smoothed: smoothedValues(columns, metric, smoothing), seeds, points, stretch };
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
