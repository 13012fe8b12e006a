import { lineLook } from "../../config/arms";

/**
 * How classes look wherever their samples are drawn: six colors that color-blind readers tell apart, and four shapes. Both go on with each
 * class, so that twelve classes differ in at least one of them; more than twelve have one look from the twelfth on, the rest.
 */

export const MOST_CLASSES = 12;
const COLORS = 6;
const SHAPES = ["circle", "triangle", "square", "diamond"] as const;
export type Shape = (typeof SHAPES)[number];

/** The colors of the rest. */
const REST = { light: "#79828b", dark: "#8b959e" };

/** The place of a class in a legend. */
export function entryOf(label: number, classes: number): number {
  return classes > MOST_CLASSES ? Math.min(label, MOST_CLASSES - 1) : label;
}

/** Whether a place in the legend stands for more than one class. */
export function isRest(entry: number, classes: number): boolean {
  return classes > MOST_CLASSES && entry === MOST_CLASSES - 1;
}

export function classColor(label: number, classes: number, dark: boolean): string {
  const entry = entryOf(label, classes);
  if (isRest(entry, classes)) return dark ? REST.dark : REST.light;
  return lineLook(entry % COLORS, dark).color;
}

export function classShape(label: number, classes: number): Shape {
  const entry = entryOf(label, classes);
  return isRest(entry, classes) ? "circle" : (SHAPES[entry % SHAPES.length] as Shape);
}

/**
 * The corners of a mark, around which it covers about the area of a circle of this radius; none of a circle.
 * @param at its center, in pixels
 */
export function cornersOf(shape: Shape, at: readonly [number, number], radius: number): [number, number][] {
  const corners = shape === "circle" ? [] : CORNERS[shape];
  return corners.map(([x, y]) => [at[0] + x * radius, at[1] + y * radius]);
}

/** In radii. */
const CORNERS: Readonly<Record<Exclude<Shape, "circle">, readonly (readonly [number, number])[]>> = {
  triangle: [
    [0, -1.45],
    [1.3, 0.8],
    [-1.3, 0.8],
  ],
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  diamond: [
    [0, -1.4],
    [1.15, 0],
    [0, 1.4],
    [-1.15, 0],
  ],
};
