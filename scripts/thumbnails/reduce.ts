import type { Thumbnail, ThumbnailLine } from "../../src/config/presets/thumbnail";
import type { MetricId } from "../../src/metrics";
import type { RunRecord } from "../../src/record/record";

/** A record's curves with as few points as a picture of 200 pixels needs. */

const MOST_POINTS = 24;

type Lines = Pick<Thumbnail, "steps" | "arms">;

/**
 * @param metric whose rows are averaged in so many windows of equal length; those of a sparse one stay as they are
 * @throws Error where the run did not measure it
 */
export function reduceRecord({ config, learners }: RunRecord, metric: MetricId): Lines {
  const rows = rowsOf(learners, metric);
  if (rows.length === 0) throw new Error(`The run did not measure ${metric}.`);
  const windows = windowsOf(rows.length);
  const steps = windows.map((window) => Math.round(mean(window.map((row) => rows[row] as number))));
  const arms = config.arms.map((_, arm) => {
    const seeds = learners.filter((learner) => learner.arm === arm).map((learner) => valuesAt(learner, metric, rows));
    return lineOf(seeds.map((values) => windows.map((window) => mean(window.map((row) => values[row] as number)))));
  });
  return { steps, arms };
}

type Learner = RunRecord["learners"][number];

/** Steps at which any learner has a value. */
function rowsOf(learners: readonly Learner[], metric: MetricId): number[] {
  const steps = learners.flatMap(({ series }) =>
    series.step.filter((_, row) => Number.isFinite(series[metric]?.[row] ?? Number.NaN)),
  );
  return [...new Set(steps)].sort((a, b) => a - b);
}

function valuesAt({ series }: Learner, metric: MetricId, steps: number[]): number[] {
  const byStep = new Map(series.step.map((step, row) => [step, series[metric]?.[row] ?? Number.NaN]));
  return steps.map((step) => byStep.get(step) ?? Number.NaN);
}

/** Rows, in order, in at most so many parts. */
function windowsOf(rows: number): number[][] {
  const count = Math.min(rows, MOST_POINTS);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * rows) / count);
    const to = Math.floor(((i + 1) * rows) / count);
    return Array.from({ length: to - from }, (_, k) => from + k);
  });
}

/** @param seeds [seed][point] */
function lineOf(seeds: readonly number[][]): ThumbnailLine {
  const at = (reduce: (values: number[]) => number) =>
    (seeds[0] ?? []).map((_, point) => {
      const values = seeds.map((points) => points[point] as number).filter(Number.isFinite);
      return values.length > 0 ? rounded(reduce(values)) : null;
    });
  return { mean: at(mean), low: at((values) => Math.min(...values)), high: at((values) => Math.max(...values)) };
}

/** Of what was measured; NaN where nothing was. */
function mean(values: readonly number[]): number {
  const measured = values.filter(Number.isFinite);
  return measured.reduce((sum, value) => sum + value, 0) / measured.length;
}

/** Three significant digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
