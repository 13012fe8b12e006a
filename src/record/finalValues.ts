import type { Metric } from "../metrics/types";

/** Metrics of one training batch are noisy: up to so many of the last steps are averaged. */
const STEPS_AVERAGED = 50;

/** A learner's values of one metric; all learners share their rows. null or NaN where nothing was measured. */
export interface MetricSeries {
  values: ArrayLike<number | null>;
  /** The learner stopped before the end of the run. */
  stopped: boolean;
}

export interface FinalValues {
  /** The rows that the values rest on, ascending; none before the first measurement. */
  rows: number[];
  /** One per learner; NaN for a learner that stopped or has no value in one of the rows. */
  values: number[];
}

/**
 * What a run is judged by, in the record and on the page: the value at the last row that any learner has, and for a
 * metric that is read over a window the mean over the last 50 such rows. A learner that stopped has none, since what it
 * measured last says nothing about the end of the run.
 */
export function finalValues({ reading }: Pick<Metric, "reading">, learners: readonly MetricSeries[]): FinalValues {
  const rows = lastRows(learners, reading === "window" ? STEPS_AVERAGED : 1);
  const values = learners.map(({ values, stopped }) => (stopped ? Number.NaN : meanAt(values, rows)));
  return { rows, values };
}

function lastRows(learners: readonly MetricSeries[], most: number): number[] {
  const rows: number[] = [];
  for (let row = Math.max(0, ...learners.map(({ values }) => values.length)) - 1; row >= 0 && rows.length < most; row--)
    if (learners.some(({ values }) => isMeasured(values[row]))) rows.unshift(row);
  return rows;
}

function meanAt(values: ArrayLike<number | null>, rows: number[]): number {
  let sum = 0;
  for (const row of rows) {
    const value = values[row];
    sum += isMeasured(value) ? value : Number.NaN;
  }
  return sum / rows.length;
}

function isMeasured(value: number | null | undefined): value is number {
  return Number.isFinite(value);
}
