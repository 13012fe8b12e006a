import type { Place } from "../../anchor/picking/pick";

/** Where samples lie in the square picture of a map, in pixels. */

/** The part of a plane that a picture shows: around a center, so far to either side. */
interface Extent {
  center: Place;
  reach: number;
}

const CIRCLE: Extent = { center: [0, 0], reach: 1 };
/** Room at the edges for a mark with its ring, in pixels. */
const EDGE = 9;

function extentOf(plane: Float32Array, isCircle: boolean): Extent {
  if (isCircle) return CIRCLE;
  const low: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  plane.forEach((value, i) => {
    const axis = i % 2;
    low[axis] = Math.min(low[axis] as number, value);
    high[axis] = Math.max(high[axis] as number, value);
  });
  const reach = Math.max(high[0] - low[0], high[1] - low[1]) / 2;
  return { center: [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2], reach: reach || 1 };
}

/** Radius of the unit circle in a picture. */
export function circleRadius(side: number): number {
  return Math.max(0, side / 2 - EDGE);
}

/** @param side of the picture, in pixels */
export function placesOf(plane: Float32Array, isCircle: boolean, side: number): Place[] {
  const { center, reach } = extentOf(plane, isCircle);
  const scale = (side / 2 - EDGE) / reach;
  return Array.from({ length: plane.length / 2 }, (_, sample): Place => {
    const [x, y] = [plane[2 * sample] as number, plane[2 * sample + 1] as number];
    return [side / 2 + (x - center[0]) * scale, side / 2 - (y - center[1]) * scale];
  });
}

/** A place that counts as nearer than it is: one with a ring is aimed at. */
const RINGED_NEARER = 6;

/** The sample at a place of the picture: the nearest of those that are shown. */
export function sampleAt(
  places: readonly Place[],
  shown: readonly number[],
  at: Place,
  ringed: ReadonlySet<number>,
): number | null {
  return least(shown, (sample) => distance(places[sample]!, at) - (ringed.has(sample) ? RINGED_NEARER : 0));
}

/** The samples in a box, which two of its corners say. */
export function samplesWithin(places: readonly Place[], shown: readonly number[], [a, b]: [Place, Place]): number[] {
  const isBetween = (value: number, one: number, other: number) =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return shown.filter((sample) => {
    const [x, y] = places[sample]!;
    return isBetween(x, a[0], b[0]) && isBetween(y, a[1], b[1]);
  });
}

/** Where the arrow keys lead, in pixels to the right and down. */
const DIRECTIONS: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How much further away counts what lies beside the direction. */
const ASIDE = 2;

/**
 * The sample that an arrow key leads to: the nearest one within 45 degrees of its direction; Home and End lead to the first and the last
 * one. The first press of all leads to the middle of the picture.
 * @param from null where none is chosen
 * @returns null where the key leads nowhere
 */
export function sampleTowards(
  key: string,
  places: readonly Place[],
  shown: readonly number[],
  from: { sample: number | null; side: number },
): number | null {
  if (key === "Home") return shown[0] ?? null;
  if (key === "End") return shown.at(-1) ?? null;
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const start = from.sample === null ? undefined : places[from.sample];
  if (!start) return least(shown, (sample) => distance(places[sample]!, [from.side / 2, from.side / 2]));
  return least(shown, (sample) => costOfMove(start, places[sample]!, direction));
}

/** Infinite where a place does not lie that way. */
function costOfMove(from: Place, to: Place, [dx, dy]: Place): number {
  const along = (to[0] - from[0]) * dx + (to[1] - from[1]) * dy;
  const aside = Math.abs((to[0] - from[0]) * dy - (to[1] - from[1]) * dx);
  return along > 0 && aside <= along ? along + ASIDE * aside : Number.POSITIVE_INFINITY;
}

function distance([ax, ay]: Place, [bx, by]: Place): number {
  return Math.hypot(ax - bx, ay - by);
}

function least(samples: readonly number[], costOf: (sample: number) => number): number | null {
  let best: number | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const sample of samples) {
    const cost = costOf(sample);
    if (cost < lowest) [best, lowest] = [sample, cost];
  }
  return best;
}
