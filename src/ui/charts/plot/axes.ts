/** What all drawings of Recharts share, whatever they draw. */

import { TYPE } from "../../typeScale";

export const TICK = { fontSize: TYPE.caption, fill: "var(--chart-text)" };

/** A line below the plot, its ticks numbers alone, all of them: there are as many as fit (`fitting`). */
export const X_AXIS = {
  type: "number",
  interval: 0,
  tick: TICK,
  tickLine: false,
  axisLine: { stroke: "var(--chart-axis)" },
} as const;

/** Numbers alone, beside the grid's lines. */
export const Y_AXIS = { tick: TICK, tickLine: false, axisLine: false, interval: 0 } as const;

/**
 * Left and below, the axes take the room. Recharts' own keyboard layer is off: a chart is read by its table, and where it
 * has a cursor, the cursor handles the keys.
 */
export function surface({ top, right }: { top: number; right: number }) {
  return { margin: { top, right, bottom: 0, left: 0 }, accessibilityLayer: false };
}
