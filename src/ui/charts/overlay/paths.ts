import { firstPlace } from "../../../record/search";
import { type Across, offsetOf } from "../plot/geometry";
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

/** The point of a curve at a share of its length within the plot; null where it is not drawn there. */
export function pointAlong({ xs, ys }: Curve, share: number, box: Box): { x: number; y: number } | null {
  const inside = [...xs.keys()].filter((i) => offsetOf(xs[i] as number, box.across) !== null);
  const i = inside[Math.round(share * (inside.length - 1))];
  if (i === undefined) return null;
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
export function valueAt({ xs, ys }: Curve, x: number): number {
  return ys[firstPlace(0, xs.length, (i) => (xs[i] as number) >= x)] ?? Number.NaN;
}
