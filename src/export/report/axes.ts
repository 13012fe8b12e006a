import type { Metric } from "../../metrics/types";
import { fullRange, robustRange } from "../../record/drawn/range";
import { type Axis, linearAxis, logAxis } from "../../record/drawn/scales";
import { runAxis, windowAxis } from "../../record/drawn/xScale";
import type { Along } from "./along";
import type { RunCurves } from "./curves";

/** The axes of a metric's chart, over all runs that it shows. */

/** Ticks, about. */
const COUNT = 4;
const LEAST_STEPS = 10;

export interface FigureAxes {
  x: Axis;
  y: Axis;
  /** Whether the y axis is logarithmic, and the x axis. */
  log: boolean;
  xLog: boolean;
}

interface Held {
  /** Values that the y axis is to hold as well. */
  marks: readonly number[];
  /** Null: all steps. */
  along: Along | null;
}

export function axesOf(curves: readonly RunCurves[], metric: Metric, { marks, along }: Held): FigureAxes {
  const x = acrossOf(curves, along);
  const xLog = along?.log ?? false;
  const drawn = valuesOf(curves);
  const positive = drawn.filter((value) => value > 0);
  const log = metric.logarithmic && positive.length > 0;
  const { low, high } = robustRange(log ? positive : drawn, log);
  if (log) return { x, xLog, y: logAxis(low, fullRange([high, ...marks]).high, COUNT + 1), log };
  const held = fullRange([low, high, ...marks]);
  return { x, y: linearAxis(held.low, held.high, metric.domain, COUNT), log, xLog };
}

function acrossOf(curves: readonly RunCurves[], along: Along | null): Axis {
  const { log, whole } = along ?? { log: false, whole: true };
  const scale = { log, whole, count: COUNT };
  if (along?.zoom) return windowAxis(along.zoom, scale);
  const last = Math.max(0, ...curves.map(({ xs }) => xs.at(-1) ?? 0));
  const positive = curves.flatMap(({ xs }) => xs.find((x) => x > 0) ?? []);
  const least = whole ? LEAST_STEPS : last || 1;
  return runAxis({ at: last, end: Math.max(last, least), least, first: Math.min(...positive) }, scale);
}

/** What the axis has to hold: means and seeds, but of an interval only what fits, as with two seeds it may be of any width. */
function valuesOf(curves: readonly RunCurves[]): number[] {
  const arms = curves.flatMap(({ extents }) => extents);
  return arms.flatMap(({ mean, low, high }) => [...mean, ...low, ...high]).filter(Number.isFinite);
}
