/** A piece of a contour line, in units of the grid: the value in column c of row r lies at (c, r). */
export interface Segment {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

type Point = [x: number, y: number];

/**
 * Contour line of one level through values on a grid, by marching squares: in every square of four neighbors the line
 * crosses the sides whose ends lie on either side of the level, where the linear interpolation between them says. Of a
 * saddle's two pairs of crossings, the mean of the four corners decides which belong together.
 *
 * @param values [row][column]; null where there is none, and no line goes through a square that has one
 */
export function contour(values: readonly (readonly (number | null)[])[], level: number): Segment[] {
  const rows = Math.max(0, values.length - 1);
  const columns = Math.max(0, (values[0]?.length ?? 0) - 1);
  return Array.from({ length: rows * columns }, (_, i) =>
    square(values, Math.floor(i / columns), i % columns, level),
  ).flat();
}

function square(
  values: readonly (readonly (number | null)[])[],
  row: number,
  column: number,
  level: number,
): Segment[] {
  const places: Point[] = [
    [column, row],
    [column + 1, row],
    [column + 1, row + 1],
    [column, row + 1],
  ];
  const corners = places.map(([x, y]) => values[y]?.[x] ?? null);
  if (!corners.every((value) => value !== null)) return [];
  const crossings = corners.flatMap((value, i) => {
    const next = (i + 1) % 4;
    return crossing(places[i] as Point, places[next] as Point, value - level, (corners[next] as number) - level);
  });
  const mean = corners.reduce((sum, value) => sum + value, 0) / 4;
  return pairs(crossings, (corners[0] as number) >= level === mean >= level);
}

/** Where the line crosses a side, if it does. A corner on the level counts as above it. */
function crossing(from: Point, to: Point, a: number, b: number): Point[] {
  if (a >= 0 === b >= 0) return [];
  const share = a / (a - b);
  return [[from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]];
}

/** Two crossings make a line, four make two: around the first corner, or, where it joins the opposite one, around the others. */
function pairs(crossings: Point[], joined: boolean): Segment[] {
  const [a, b, c, d] = crossings;
  if (!a || !b) return [];
  if (!c || !d) return [segment(a, b)];
  return joined ? [segment(a, b), segment(c, d)] : [segment(d, a), segment(b, c)];
}

function segment([x1, y1]: Point, [x2, y2]: Point): Segment {
  return { x1, y1, x2, y2 };
}
