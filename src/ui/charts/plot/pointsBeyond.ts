import { fullRange } from "../../../record/drawn/range";
import type { Curve, PlotRow } from "./rows";

/** What of the curves the y axis does not hold. */

/** A point of a line that the axis does not hold. */
export interface PointBeyond {
  x: number;
  line: number;
  side: "above" | "below";
}

/**
 * Every drawn point of which something lies beyond the axis: the line, its band, or the raw values behind.
 * @param within part of the x axis that is drawn
 */
export function pointsBeyond(
  rows: readonly (PlotRow & { x: number })[],
  lines: number,
  [low, high]: readonly [number, number],
  within: readonly [number, number],
): PointBeyond[] {
  const beyond: PointBeyond[] = [];
  for (const row of rows) {
    if (row.x < within[0] || row.x > within[1]) continue;
    for (let line = 0; line < lines; line++) {
      const drawn = fullRange([row[`m${line}`], row[`b${line}`], row[`r${line}`]].flatMap((value) => value ?? []));
      if (drawn.high > high) beyond.push({ x: row.x, line, side: "above" });
      if (drawn.low < low) beyond.push({ x: row.x, line, side: "below" });
    }
  }
  return beyond;
}

/** The same of curves that are no lines of the rows, which are numbered after these. */
export function curvesBeyond(
  curves: readonly Curve[],
  lines: number,
  [low, high]: readonly [number, number],
  within: readonly [number, number],
): PointBeyond[] {
  return curves.flatMap(({ xs, ys }, i) =>
    [...xs.keys()].flatMap((k): PointBeyond[] => {
      const [x, y] = [xs[k] as number, ys[k] as number];
      const isDrawn = x >= within[0] && x <= within[1];
      if (!isDrawn || !(y > high || y < low)) return [];
      return [{ x, line: lines + i, side: y > high ? "above" : "below" }];
    }),
  );
}
