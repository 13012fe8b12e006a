import type { Zoom } from "../../../session/reading/state";

/** Stretches of an x axis, made of others. */

/** What can be looked at: all of the axis, on which scale, and where it is divided no further. */
export interface Zoomable {
  domain: readonly [number, number];
  log: boolean;
  whole: boolean;
}

/** A stretch no narrower than this share of all. */
const NARROWEST = 1e-4;

/** Between two places in either order, within the axis; null where that is all of it or next to nothing. */
export function zoomBetween(a: number, b: number, all: Zoomable): Zoom | null {
  const [low, high] = all.domain;
  const [from, to] = [Math.max(low, Math.min(a, b)), Math.min(high, Math.max(a, b))];
  if (to - from < Math.max(all.whole ? 1 : 0, NARROWEST * (high - low))) return null;
  return from <= low && to >= high ? null : [from, to];
}

/**
 * Nearer or further by a factor, around a place that stays where it is.
 * @returns null once that is all of the axis
 */
export function zoomedBy(factor: number, around: number, shown: Zoom, all: Zoomable): Zoom | null {
  const [there, back] = all.log ? [Math.log, Math.exp] : [(x: number) => x, (x: number) => x];
  const middle = there(around);
  const [from, to] = shown.map((end) => back(middle + (there(end) - middle) * factor)) as [number, number];
  return zoomBetween(from, to, all) ?? (factor < 1 ? shown : null);
}

/** Moved along by a share of what is shown, as far as the axis goes. */
export function panned(share: number, shown: Zoom, all: Zoomable): Zoom {
  const [there, back] = all.log ? [Math.log, Math.exp] : [(x: number) => x, (x: number) => x];
  const [from, to] = shown.map(there) as [number, number];
  const [low, high] = all.domain.map(there) as [number, number];
  const by = Math.min(high - to, Math.max(low - from, share * (to - from)));
  return [back(from + by), back(to + by)];
}
