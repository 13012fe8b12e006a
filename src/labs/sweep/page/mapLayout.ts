import type { MapModel } from "./mapModel";

/** Where things lie in the drawing of a map, in pixels; row 0 is at the bottom. */
export interface MapLayout {
  height: number;
  left: number;
  /** Width and height of a cell. */
  cell: number;
  cellHeight: number;
  /** Upper left corner of a cell. */
  corner(place: { row: number; column: number }): Point;
  /** Where the number of a cell stands. */
  number(place: { row: number; column: number }): Point;
  /** A place between the cells' centers, in units of the grid. */
  center(column: number, row: number): Point;
}

interface Point {
  x: number;
  y: number;
}

const LEFT = 62;
const RIGHT = 8;
const TOP = 6;
const BOTTOM = 42;

export function layoutOf({ columns, rows }: Pick<MapModel, "columns" | "rows">, width: number): MapLayout {
  const cell = Math.max(8, (width - LEFT - RIGHT) / columns);
  const cellHeight = Math.min(60, Math.max(38, cell * 0.6));
  const y = (row: number) => TOP + (rows - 1 - row) * cellHeight;
  return {
    height: TOP + rows * cellHeight + BOTTOM,
    left: LEFT,
    cell,
    cellHeight,
    corner: ({ row, column }) => ({ x: LEFT + column * cell, y: y(row) }),
    number: ({ row, column }) => ({ x: LEFT + (column + 0.5) * cell, y: y(row) + cellHeight - 7 }),
    center: (column, row) => ({ x: LEFT + (column + 0.5) * cell, y: y(row) + cellHeight / 2 }),
  };
}

/** Room that a name takes, in pixels. */
const NAME = { width: 36, height: 13 };

/** Where a line's name is farthest from the numbers: the middle of one of its pieces. */
export function nameSpot(pieces: readonly (readonly [Point, Point])[], numbers: readonly Point[]): Point | undefined {
  const room = ({ x, y }: Point) =>
    Math.min(...numbers.map((at) => Math.max(Math.abs(at.x - x) / NAME.width, Math.abs(at.y - y) / NAME.height)));
  const middles = pieces.map(([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }));
  return middles.sort((a, b) => room(b) - room(a))[0];
}

/** The cell that a key leads to; null for any other key. It stops at the edges of the grid. */
export function target(
  key: string,
  from: number,
  { columns, rows }: Pick<MapModel, "columns" | "rows">,
): number | null {
  const [row, column] = [Math.floor(from / columns), from % columns];
  const steps: Record<string, [row: number, column: number]> = {
    ArrowRight: [row, column + 1],
    ArrowLeft: [row, column - 1],
    ArrowUp: [row + 1, column],
    ArrowDown: [row - 1, column],
    Home: [row, 0],
    End: [row, columns - 1],
  };
  const step = steps[key];
  if (!step) return null;
  const within = (i: number, count: number) => Math.min(count - 1, Math.max(0, i));
  return within(step[0], rows) * columns + within(step[1], columns);
}
