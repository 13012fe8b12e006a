import type { MetricId } from "../../metrics";
import { metricOf } from "../../metrics";
import type { Stretch } from "../../record/drawn/buckets";
import { type ReducedMean, type ReducedSeries, reduceColumn, reduceMeans } from "../../record/drawn/reduce";
import { SmoothedColumn } from "../../record/drawn/smoothing";
import type { ReportedRun, ReportOptions } from "./reported";

/** A metric of a run as its chart has it: reduced to what can be seen before anything is drawn. */
export interface RunCurves {
  /** Last step of each bucket, and where it lies on the x axis. */
  steps: number[];
  xs: number[];
  /** What is read off: the means with their t intervals. */
  means: ReducedMean[];
  /** What is drawn, as on the page: the seeds' extremes and the raw values behind. */
  extents: ReducedSeries["arms"];
  isSmoothed: boolean;
}

interface Drawn {
  /** Most points of a line. */
  points: number;
  stretch: Stretch;
}

/**
 * Others have their turn between its steps: each walks all rows of the column.
 * @returns null where the run has none of it, or none within the stretch
 */
export async function curvesOf(
  { columns, config }: Pick<ReportedRun, "columns" | "config">,
  metric: MetricId,
  { smoothing, points, pause, stretch }: Pick<ReportOptions, "smoothing" | "pause"> & Drawn,
): Promise<RunCurves | null> {
  const column = columns.get(metric);
  if (!column || column.length === 0) return null;
  const isSmoothed = metricOf(metric).reading === "window" && smoothing > 0;
  const average = new SmoothedColumn(column, isSmoothed ? smoothing : 0);
  average.update();
  await pause();
  const input = { column, smoothed: average.values, seeds: config.seeds, points, stretch };
  const { steps, arms } = reduceColumn(input);
  if (steps.length === 0) return null;
  await pause();
  return { steps, xs: steps.map(stretch.place), means: reduceMeans(input).arms, extents: arms, isSmoothed };
}
