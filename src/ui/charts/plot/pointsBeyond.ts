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
  const keys = Array.from({ length: lines }, (_, line) => [`m${line}`, `b${line}`, `r${line}`]);
  const beyond: PointBeyond[] = [];
  for (const row of rows) {
    if (row.x < within[0] || row.x > within[1]) continue;
    for (const [line, own] of keys.entries()) {
      if (outermost(row, own, 1) > high) beyond.push({ x: row.x, line, side: "above" });
      if (outermost(row, own, 0) < low) beyond.push({ x: row.x, line, side: "below" });
    }
  }
  return beyond;
}

/** The highest of some values and extents of a row, or the lowest. Asked of every point at every redraw: it makes no lists. */
function outermost(row: PlotRow, keys: readonly string[], end: 0 | 1): number {
  let found = end === 1 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  for (const key of keys) {
    const drawn = row[key] ?? found;
    const value = typeof drawn === "number" ? drawn : drawn[end];
    found = end === 1 ? Math.max(found, value) : Math.min(found, value);
  }
  return found;
}

/** The same of curves that are no lines of the rows, which are numbered after these. */
export function curvesBeyond(
  curves: readonly Curve[],
  lines: number,
  [low, high]: readonly [number, number],
  within: readonly [number, number],
): PointBeyond[] {
  const beyond: PointBeyond[] = [];
  for (const [i, { xs, ys }] of curves.entries())
    for (const [k, x] of xs.entries()) {
      const y = ys[k] as number;
      if (x < within[0] || x > within[1] || !(y > high || y < low)) continue;
      beyond.push({ x, line: lines + i, side: y > high ? "above" : "below" });
    }
  return beyond;
}
