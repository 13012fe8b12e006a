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
/** From the lower edge of a cell to the baseline of its number. */
const NUMBER_LIFT = 7;

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
    number: ({ row, column }) => ({ x: LEFT + (column + 0.5) * cell, y: y(row) + cellHeight - NUMBER_LIFT }),
    center: (column, row) => ({ x: LEFT + (column + 0.5) * cell, y: y(row) + cellHeight / 2 }),
  };
}

/** Room that the name of a line takes, in pixels; its place is the middle of its baseline. */
const NAME = { width: 40, height: 13 };
/** Width in pixels of a character of a cell's number, and what is left free beside it. */
const NUMBER = { character: 7, margin: 4 };

/** Whether a cell's number has room within its cell. */
export function numberFits(text: string, { cell }: Pick<MapLayout, "cell">): boolean {
  return text.length * NUMBER.character + NUMBER.margin <= cell;
}

/**
 * Where the name of a line stands: within a single cell, beside the middle of the piece that is farthest from the numbers.
 * Undefined where a cell has no room for it.
 */
export function nameSpot(
  pieces: readonly (readonly [Point, Point])[],
  numbers: readonly Point[],
  layout: MapLayout,
): Point | undefined {
  if (layout.cell < NAME.width) return undefined;
  const room = ({ x, y }: Point) =>
    Math.min(...numbers.map((at) => Math.max(Math.abs(at.x - x) / NAME.width, Math.abs(at.y - y) / NAME.height)));
  const spots = pieces.map(([a, b]) => withinCell({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, layout));
  return spots.sort((a, b) => room(b) - room(a))[0];
}

/** The place nearest to a point, above it if possible, at which a name lies within the point's cell and above its number. */
function withinCell({ x, y }: Point, { left, cell, cellHeight }: MapLayout): Point {
  const corner = {
    x: left + Math.floor((x - left) / cell) * cell,
    y: TOP + Math.floor((y - TOP) / cellHeight) * cellHeight,
  };
  const half = NAME.width / 2;
  return {
    x: Math.min(Math.max(x, corner.x + half), corner.x + cell - half),
    y: Math.min(Math.max(y - 5, corner.y + NAME.height), corner.y + cellHeight - NUMBER_LIFT - NAME.height),
  };
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
