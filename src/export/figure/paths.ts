import type { Plane } from "./place";

/** Paths of lines and bands; what is not there leaves a gap. */

/** Beyond the plot there is nothing to see, and a viewer may refuse numbers of any size. */
const FAR = 4000;

function at(value: number): string {
  return String(Math.round(10 * Math.min(FAR, Math.max(-FAR, value))) / 10);
}

type Point = [x: number, y: number];

function isThere([x, y]: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** Stretches of points without a gap. */
function stretches(points: readonly Point[], isDrawn: (i: number) => boolean): number[][] {
  const found: number[][] = [];
  let open: number[] = [];
  points.forEach((_, i) => {
    if (!isDrawn(i)) {
      open = [];
      return;
    }
    if (open.length === 0) found.push(open);
    open.push(i);
  });
  return found;
}

function through(points: readonly Point[]): string {
  return points.map(([x, y]) => `${at(x)} ${at(y)}`).join("L");
}

function pointsOf({ x, y }: Plane, xs: readonly number[], values: ArrayLike<number>): Point[] {
  return xs.map((at, i) => [x(at), y(values[i] as number)]);
}

/** `d` of a line; empty where it has no two neighbors. */
export function linePath(plane: Plane, xs: readonly number[], values: ArrayLike<number>): string {
  const points = pointsOf(plane, xs, values);
  return stretches(points, (i) => isThere(points[i] as Point))
    .filter(({ length }) => length > 1)
    .map((rows) => `M${through(rows.map((i) => points[i] as Point))}`)
    .join("");
}

/** `d` of a band. On a logarithmic axis, a lower end that has no place is at the bottom. */
export function bandPath(
  plane: Plane,
  xs: readonly number[],
  { low, high }: { low: ArrayLike<number>; high: ArrayLike<number> },
): string {
  const upper = pointsOf(plane, xs, high);
  const lower = pointsOf(plane, xs, low).map(
    ([x, y], i): Point => [x, Number.isNaN(y) && Number.isFinite(low[i]) ? FAR : y],
  );
  return stretches(upper, (i) => isThere(upper[i] as Point) && isThere(lower[i] as Point))
    .filter(({ length }) => length > 1)
    .map((rows) => {
      const back = [...rows].reverse().map((i) => lower[i] as Point);
      return `M${through([...rows.map((i) => upper[i] as Point), ...back])}Z`;
    })
    .join("");
}

/** The points of a line that has few of them, or stand alone. */
export function dotsOf(plane: Plane, xs: readonly number[], values: ArrayLike<number>): [x: string, y: string][] {
  return pointsOf(plane, xs, values)
    .filter(isThere)
    .map(([x, y]) => [at(x), at(y)]);
}
