import type { Metric } from "../../metrics/types";
import { fullRange, robustRange } from "../../record/drawn/range";
import { type Axis, linearAxis, logAxis } from "../../record/drawn/scales";
import { runAxis } from "../../record/drawn/xScale";
import type { RunCurves } from "./curves";

/** The axes of a metric's chart, over all runs that it shows. */

/** Ticks, about. */
const COUNT = 4;
const LEAST_STEPS = 10;

export interface FigureAxes {
  x: Axis;
  y: Axis;
  log: boolean;
}

/** @param marks values that the y axis is to hold as well */
export function axesOf(curves: readonly RunCurves[], metric: Metric, marks: readonly number[]): FigureAxes {
  const last = Math.max(0, ...curves.map(({ steps }) => steps.at(-1) ?? 0));
  const scale = { log: false, whole: true, count: COUNT };
  const x = runAxis({ at: last, end: Math.max(last, LEAST_STEPS), least: LEAST_STEPS, first: 1 }, scale);
  const drawn = valuesOf(curves);
  const positive = drawn.filter((value) => value > 0);
  const log = metric.logarithmic && positive.length > 0;
  const { low, high } = robustRange(log ? positive : drawn, log);
  if (log) return { x, y: logAxis(low, fullRange([high, ...marks]).high, COUNT + 1), log };
  const held = fullRange([low, high, ...marks]);
  return { x, y: linearAxis(held.low, held.high, metric.domain, COUNT), log };
}

/** What the axis has to hold: means and seeds, but of an interval only what fits, as with two seeds it may be of any width. */
function valuesOf(curves: readonly RunCurves[]): number[] {
  const arms = curves.flatMap(({ extents }) => extents);
  return arms.flatMap(({ mean, low, high }) => [...mean, ...low, ...high]).filter(Number.isFinite);
}
