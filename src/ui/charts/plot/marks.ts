/** What is drawn into a plot beside its lines. */

import { TYPE } from "../../typeScale";

/** A line across the plot: at a height (the ceiling of the loss, the zero of a difference) or at a place on the x axis. */
export interface Mark {
  axis: "x" | "y";
  at: number;
  label: string;
  /** Of what the mark belongs to, if it is one of the lines. */
  color?: string;
  /** Which way the name of a mark on the x axis runs from it; it stands on it where this is left out. */
  runs?: "left" | "right";
}

/** A stretch of the x axis in the color of what lies there, with a dot at its middle. */
export interface Stretch {
  from: number;
  middle: number;
  to: number;
  color: string;
}

/** Where a mark carries its name. */
export function nameOf({ axis, label, color, runs }: Mark) {
  const onX = runs ? ({ left: "insideTopRight", right: "insideTopLeft" } as const)[runs] : "insideTop";
  const position = axis === "y" ? "insideBottomRight" : onX;
  // Lines pass behind the name.
  const halo = { stroke: "var(--surface)", strokeWidth: 3, paintOrder: "stroke" } as const;
  return { value: label, position, fontSize: TYPE.caption, fill: color ?? "var(--chart-text)", ...halo } as const;
}
