import type { ThumbnailLine } from "../../config/presets/thumbnail";
import { METRICS, type MetricId } from "../../metrics";
import { choiceIds } from "../../metrics/charts";
import { HEADLINES, type HeadlineId } from "../../metrics/groups";
import type { MetricColumn } from "../columns";
import type { MeasuredRun } from "../learners";
import { describe, isMeasured } from "../statistics/describe";
import { bucketEdges } from "./buckets";

/** A run's large charts at the size of a stamp: few enough numbers to stand in a table's row, and found without walking a whole series. */

/** One chart: its metric at a few steps, per arm. */
export interface Curves {
  metric: MetricId;
  steps: number[];
  arms: ThumbnailLine[];
}

const MOST_POINTS = 24;
/** Rows of a window that its mean rests on, at most. */
const MOST_ROWS = 8;
const DIGITS = 4;

/** What a run's headline charts show at first, of those metrics that were measured. */
export function thumbnailOf({ config, columns }: Pick<MeasuredRun, "config" | "columns">): Curves[] {
  return (Object.keys(HEADLINES) as HeadlineId[]).flatMap((chart) => {
    const [metric] = choiceIds(chart);
    const column = columns.get(metric);
    return column && column.length > 0 ? [curvesOf(metric, column, config.arms.length)] : [];
  });
}

function curvesOf(metric: MetricId, column: MetricColumn, arms: number): Curves {
  const most = METRICS[metric].reading === "window" ? MOST_ROWS : 1;
  const windows = windowsOf(column.length).map((window) => sampled(window, most));
  const seeds = column.values.length / arms;
  return {
    metric,
    steps: windows.map((rows) => column.steps[rows.at(-1) as number] as number),
    arms: Array.from({ length: arms }, (_, arm) =>
      lineOf(column.values.slice(arm * seeds, (arm + 1) * seeds), windows),
    ),
  };
}

/** First row of each window and the one after its last. */
function windowsOf(length: number): [from: number, to: number][] {
  const edges = bucketEdges(length, MOST_POINTS);
  return Array.from(edges.subarray(1), (end, i) => [edges[i] as number, end]);
}

/** Some rows of a window, evenly spread; its last one is always among them. */
function sampled([from, to]: [number, number], most: number): number[] {
  const count = Math.min(most, to - from);
  return Array.from({ length: count }, (_, i) => from + Math.ceil(((i + 1) * (to - from)) / count) - 1);
}

function lineOf(seeds: Float32Array[], windows: number[][]): ThumbnailLine {
  const points = windows.map((rows) =>
    seeds.map((values) => describe(rows.map((row) => values[row] as number)).mean).filter(isMeasured),
  );
  return {
    mean: points.map((values) => shortened(describe(values).mean)),
    low: points.map((values) => shortened(values.length > 0 ? Math.min(...values) : null)),
    high: points.map((values) => shortened(values.length > 0 ? Math.max(...values) : null)),
  };
}

function shortened(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(DIGITS));
}
