import type { ViewPairs } from "../../worker/protocol";

type Point = [x: number, y: number];

/** Pairs of points ready to be drawn, and how many times the distance within a pair is enlarged. */
export interface PointPairs {
  /** Places in pixels. */
  pairs: [Point, Point][];
  enlarged: number;
}

/** Distance at which two views can be told apart, in pixels, and the radius of a point. */
const APART = 18;
export const RADIUS = 4;
const EDGE = 2 * RADIUS;
/** Far apart, so that the factor does not change with every draw of the noise. */
const FACTORS = [1, 3, 10, 30, 100];

/**
 * Lays out pairs of points around the center of a picture. Weak noise moves the two views of a sample by less than a
 * point is wide: then both are moved away from their middle, by the same round factor in all pairs.
 */
export function layOutPairs({ values, count, shape }: ViewPairs, width: number, height: number): PointPairs {
  const dimensions = shape[0] ?? 2;
  const at = (view: number) => planePoint(values, view * dimensions, dimensions);
  const given = Array.from({ length: count }, (_, pair): [Point, Point] => [at(2 * pair), at(2 * pair + 1)]);
  const room = Math.min(width, height) / 2 - EDGE;
  const enlarged = enlargement(given, room / reachOf(given));
  const moved = given.map((pair) => apart(pair, enlarged));
  const scale = room / reachOf(moved);
  const place = ([x, y]: Point): Point => [width / 2 + x * scale, height / 2 - y * scale];
  return { pairs: moved.map(([a, b]) => [place(a), place(b)]), enlarged };
}

/** The first two numbers of a sample as a place; single numbers lie on the axis. */
export function planePoint(values: ArrayLike<number>, start: number, dimensions: number): Point {
  return [values[start] as number, dimensions > 1 ? (values[start + 1] as number) : 0];
}

/** The round factor that brings the median distance within a pair to `APART`; 1 where it is there already, or beyond help. */
function enlargement(pairs: [Point, Point][], scale: number): number {
  const distances = pairs.map(([a, b]) => Math.hypot(a[0] - b[0], a[1] - b[1]) * scale).sort((a, b) => a - b);
  const median = distances[distances.length >> 1] ?? 0;
  return FACTORS.find((factor) => factor * median >= APART) ?? 1;
}

/** Both points moved away from their middle. */
function apart([a, b]: [Point, Point], factor: number): [Point, Point] {
  const from = (p: number, q: number) => (p + q) / 2 + (factor * (p - q)) / 2;
  return [
    [from(a[0], b[0]), from(a[1], b[1])],
    [from(b[0], a[0]), from(b[1], a[1])],
  ];
}

/** Largest coordinate, to either side. */
function reachOf(pairs: [Point, Point][]): number {
  return Math.max(0, ...pairs.flat(2).map(Math.abs)) || 1;
}
