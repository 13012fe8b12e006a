import type { MetricColumn } from "../columns";
import { describe } from "../statistics/describe";
import { meanInterval, pairedDifference } from "../statistics/differences";
import { edgesOf, type Stretch } from "./buckets";

/** One arm of a chart, reduced to as many points as the pixels can show. NaN where nothing can be drawn. */
interface ReducedArm {
  /** Mean over seeds of the smoothed values, at the last step of each bucket. */
  mean: Float64Array;
  /** Smallest and largest smoothed value among the seeds. */
  low: Float64Array;
  high: Float64Array;
  /** Smallest and largest value in the bucket of the unsmoothed mean over seeds: the raw line behind. */
  rawLow: Float64Array;
  rawHigh: Float64Array;
}

export interface ReducedSeries {
  /** Last step of each bucket. */
  steps: number[];
  arms: ReducedArm[];
}

export interface ReduceInput {
  column: MetricColumn;
  /** The same shape as the column's values, smoothed. */
  smoothed: Float32Array[];
  seeds: number;
  /** Most points to return. */
  points: number;
  /** What is drawn of the column; all of it, in buckets of as many rows, unless given. */
  stretch?: Stretch;
}

/** Reduces a column to `points` buckets for every arm (learners arm-major: learner = arm * seeds + seed). */
export function reduceColumn(input: ReduceInput): ReducedSeries {
  const { column, seeds, points } = input;
  const edges = edgesOf(column, points, input.stretch);
  if (edges.length < 2) return { steps: [], arms: [] };
  const lastRows = edges.subarray(1).map((edge) => edge - 1);
  const arms = Math.round(column.values.length / seeds);
  return {
    steps: Array.from(lastRows, (row) => column.steps[row] as number),
    arms: Array.from({ length: arms }, (_, arm) => reduceArm(input, arm, edges, lastRows)),
  };
}

function reduceArm(input: ReduceInput, arm: number, edges: Int32Array, lastRows: Int32Array): ReducedArm {
  const own = (values: Float32Array[]) => values.slice(arm * input.seeds, (arm + 1) * input.seeds);
  const reduced = emptyArm(lastRows.length);
  const smoothed = own(input.smoothed);
  const raw = own(input.column.values);
  lastRows.forEach((row, bucket) => {
    [reduced.mean[bucket], reduced.low[bucket], reduced.high[bucket]] = spread(smoothed, row);
    const extent = rawExtent(raw, edges[bucket] as number, row);
    [reduced.rawLow[bucket], reduced.rawHigh[bucket]] = extent;
  });
  return reduced;
}

function emptyArm(points: number): ReducedArm {
  const column = () => new Float64Array(points);
  return { mean: column(), low: column(), high: column(), rawLow: column(), rawHigh: column() };
}

/** Mean, minimum and maximum over the seeds that have a finite value at a row. */
function spread(values: Float32Array[], row: number): [number, number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const column of values) {
    const value = column[row] as number;
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [meanAt(values, row), low, high] : [Number.NaN, Number.NaN, Number.NaN];
}

function rawExtent(values: Float32Array[], from: number, to: number): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = from; row <= to; row++) {
    const mean = meanAt(values, row);
    if (mean < low) low = mean;
    if (mean > high) high = mean;
  }
  return low <= high ? [low, high] : [Number.NaN, Number.NaN];
}

/** Mean over the seeds that have a finite value at a row; NaN where none has. */
export function meanAt(values: Float32Array[], row: number): number {
  let sum = 0;
  let count = 0;
  for (const column of values) {
    const value = column[row] as number;
    if (!Number.isFinite(value)) continue;
    sum += value;
    count++;
  }
  return count > 0 ? sum / count : Number.NaN;
}

/** The last row of each bucket. */
function lastRowsOf({ column, points, stretch }: ReduceInput): number[] {
  return Array.from(edgesOf(column, points, stretch).subarray(1), (edge) => edge - 1);
}

/** Difference between two arms, paired by seed: mean over seeds and its 95 % t interval, per point. */
export interface ReducedDifference {
  steps: number[];
  mean: Float64Array;
  /** NaN below two seeds. */
  low: Float64Array;
  high: Float64Array;
}

/** Arm B minus arm A of the same seed, reduced to `points` buckets. */
export function reduceDifference(input: ReduceInput, armA: number, armB: number): ReducedDifference {
  const { column, smoothed, seeds } = input;
  const rows = lastRowsOf(input);
  const reduced: ReducedDifference = {
    steps: rows.map((row) => column.steps[row] as number),
    mean: new Float64Array(rows.length),
    low: new Float64Array(rows.length),
    high: new Float64Array(rows.length),
  };
  rows.forEach((row, i) => {
    const at = (arm: number) => Array.from({ length: seeds }, (_, seed) => smoothed[arm * seeds + seed]?.[row] ?? null);
    const { difference, ci95 } = pairedDifference(at(armA), at(armB));
    reduced.mean[i] = difference ?? Number.NaN;
    [reduced.low[i], reduced.high[i]] = ci95 ?? [Number.NaN, Number.NaN];
  });
  return reduced;
}

/** The mean over the seeds of an arm with its 95 % t interval, per point. NaN where nothing can be drawn. */
export interface ReducedMean {
  mean: Float64Array;
  /** NaN below two seeds. */
  low: Float64Array;
  high: Float64Array;
  /** Seeds that have a value. */
  n: Int32Array;
}

/** The means of every arm with their intervals, at the points of `reduceColumn`. */
export function reduceMeans(input: ReduceInput): { steps: number[]; arms: ReducedMean[] } {
  const { column, smoothed, seeds } = input;
  const rows = lastRowsOf(input);
  const arms = Math.round(column.values.length / seeds);
  return {
    steps: rows.map((row) => column.steps[row] as number),
    arms: Array.from({ length: arms }, (_, arm) => meansAt(smoothed.slice(arm * seeds, (arm + 1) * seeds), rows)),
  };
}

function meansAt(values: Float32Array[], rows: number[]): ReducedMean {
  const described = rows.map((row) => describe(values.map((own) => own[row] as number)));
  const intervals = described.map(meanInterval);
  return {
    mean: Float64Array.from(described, ({ mean }) => mean ?? Number.NaN),
    low: Float64Array.from(intervals, (interval) => interval?.[0] ?? Number.NaN),
    high: Float64Array.from(intervals, (interval) => interval?.[1] ?? Number.NaN),
    n: Int32Array.from(described, ({ n }) => n),
  };
}
