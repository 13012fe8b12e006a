import { useMemo } from "react";
import { type MetricId, metricOf } from "../../../metrics";
import { type Axis, linearAxis, logAxis } from "../../../record/drawn/scales";
import type { Mark } from "../plot/marks";
import type { ChartData } from "../plot/rows";
import type { Charted } from "../series/useChartData";

/** The y axis of a metric's chart, made for what is drawn and for the marks in its units. */

interface YAxisDrawn {
  metric: MetricId;
  log: boolean;
  marks: Mark[];
  compact: boolean;
}

/** The y axis, and the marks that lie within both axes. */
export function useYAxis(
  { data, difference, stops, x }: Charted,
  { metric, log, marks, compact }: YAxisDrawn,
): { axis: Axis; marks: Mark[] } {
  const axis = useMemo(
    () =>
      difference
        ? linearAxis(data.range.low, data.range.high, UNBOUNDED)
        : axisOf(data, { metric, log, marks, compact }),
    [data, metric, log, difference, marks, compact],
  );
  const within = useMemo(
    () => [
      ...(difference ? ZERO : marks.filter(({ at }) => inside(at, axis.domain))),
      ...stops.filter(({ at }) => inside(at, x.domain)),
    ],
    [difference, marks, stops, axis, x],
  );
  return { axis, marks: within };
}

/** A difference has no natural bounds, but a zero. */
const UNBOUNDED: [null, null] = [null, null];
const ZERO: Mark[] = [{ axis: "y", at: 0, label: "" }];

function inside(value: number, [low, high]: [number, number]): boolean {
  return value >= low && value <= high;
}

function axisOf({ range, rows }: ChartData, { metric, log, marks, compact }: YAxisDrawn): Axis {
  const values = marks.map(({ at }) => at);
  const low = Math.min(range.low, ...(log ? [] : values), ...(log || rows.length > 0 ? [] : [0]));
  const high = Math.max(range.high, ...values);
  const count = compact ? 3 : 4;
  return log ? logAxis(low, high, count + 1) : linearAxis(low, high, metricOf(metric).domain, count);
}
