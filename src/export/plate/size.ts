/** How large plates are, in millimeters, and their text, in points of 1/72 inch. */

export const PLATE_SIZES = ["column", "page", "slide", "custom"] as const;
export type PlateSizeId = (typeof PLATE_SIZES)[number];

export interface PlateSize {
  /** In millimeters; a height of null follows from the panels. */
  width: number;
  height: number | null;
  /** Size of all text in points: never below `LEAST_TEXT`. */
  text: number;
  /** Panels beside each other, at most. */
  columns: number;
  /** Free on all sides, in millimeters. */
  margin: number;
}

/** Text of fewer points is refused by journals. */
export const LEAST_TEXT = 6;
/** Bounds of a size of one's own, in millimeters. */
export const BOUNDS = { width: [40, 500], height: [30, 500] } as const;
const POINTS_PER_MM = 72 / 25.4;

/** One column and both of a printed page, and a slide of 16:9 as it is written by most programs. */
const FIXED: Readonly<Record<Exclude<PlateSizeId, "custom">, PlateSize>> = {
  column: { width: 85, height: null, text: 7, columns: 1, margin: 0.5 },
  page: { width: 178, height: null, text: 7.5, columns: 3, margin: 0.5 },
  slide: { width: 254, height: 142.9, text: 13, columns: 3, margin: 9 },
};
/** Widths of one's own from which text is that of a slide, and from which panels stand beside each other. */
const [ROOM, WIDE] = [120, 220];

/** @param own the size of one's own, in millimeters; held to its bounds */
export function plateSize(id: PlateSizeId, own: { width: number; height: number }): PlateSize {
  if (id !== "custom") return FIXED[id];
  const [width, height] = [within(own.width, BOUNDS.width), within(own.height, BOUNDS.height)];
  return { width, height, text: width >= WIDE ? 12 : 7, columns: width >= ROOM ? 3 : 1, margin: 0.5 };
}

function within(value: number, [low, high]: readonly [number, number]): number {
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low;
}

export function toPoints(millimeters: number): number {
  return millimeters * POINTS_PER_MM;
}

export function toMillimeters(points: number): number {
  return points / POINTS_PER_MM;
}
