import { firstPlace } from "../../../record/search";
import type { Across } from "../plot/geometry";
import type { Curve } from "../plot/rows";

/** Curves as pixels. */

/** The plot within a chart: its edges in pixels, and its axes. */
export interface Box {
  across: Across;
  top: number;
  bottom: number;
  y: { domain: readonly [number, number]; log: boolean };
}

/** Pixels from the top of the chart; NaN where the axis has no place for a value. */
function heightOf(value: number, { top, bottom, y: { domain, log } }: Box): number {
  const [low, high] = domain;
  const share = log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Number.isFinite(share) ? bottom - share * (bottom - top) : Number.NaN;
}

/** Pixels from the left edge, beyond the plot as well. */
function acrossOf(x: number, { width, frame, domain: [from, to], log }: Across): number {
  const share = log ? Math.log(x / from) / Math.log(to / from) : (x - from) / (to - from);
  return frame.left + share * (width - frame.left - frame.right);
}

/** The `d` of a path; it is interrupted where nothing was measured. */
export function pathOf({ xs, ys }: Curve, box: Box): string {
  let path = "";
  let isDown = false;
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [acrossOf(xs[i] as number, box.across), heightOf(ys[i] as number, box)];
    const isDrawn = Number.isFinite(x) && Number.isFinite(y);
    if (isDrawn) path += `${isDown ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
    isDown = isDrawn;
  }
  return path;
}

/** The points of a curve that the x axis has: the first of them, and the one after the last. */
export function pointsWithin({ xs }: Curve, { domain: [from, to] }: Across): [first: number, end: number] {
  const first = firstPlace(0, xs.length, (i) => (xs[i] as number) >= from);
  return [first, firstPlace(first, xs.length, (i) => (xs[i] as number) > to)];
}

/** A point of a curve in pixels; null where the y axis does not hold it. */
export function pointAt({ xs, ys }: Curve, i: number, box: Box): { x: number; y: number } | null {
  const [x, y] = [acrossOf(xs[i] as number, box.across), heightOf(ys[i] as number, box)];
  return y >= box.top && y <= box.bottom ? { x, y } : null;
}

/** The curve that is nearest to a point of the chart, within so many pixels above or below it; null where none is. */
export function nearestCurve<C extends Curve>(
  curves: readonly C[],
  at: { x: number; y: number },
  reach: number,
  box: Box,
): C | null {
  let best: C | null = null;
  let least = reach;
  for (const curve of curves) {
    const distance = Math.abs(heightOf(valueAt(curve, at.x), box) - at.y);
    if (!(distance <= least)) continue;
    [best, least] = [curve, distance];
  }
  return best;
}

/** The value of a curve at a place: that of the first point there or after it; NaN beyond its end. */
export function valueAt(curve: Curve, x: number): number {
  return curve.ys[readAt(curve, x, false)] ?? Number.NaN;
}

/**
 * The point of a curve that is read at a place, as `rowAt` reads the run that is shown: of what is measured now and then, the nearest.
 * @returns its place in the curve; beyond the last where nothing is read
 */
export function readAt({ xs }: Curve, x: number, isSparse: boolean): number {
  const after = firstPlace(0, xs.length, (i) => (xs[i] as number) >= x);
  if (!isSparse || after === 0) return after;
  const [before, behind] = [xs[after - 1] as number, xs[after] ?? Number.POSITIVE_INFINITY];
  return x - before <= behind - x ? after - 1 : after;
}
