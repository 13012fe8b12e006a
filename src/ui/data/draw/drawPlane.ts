import type { Drawing } from "../../../data/drawing/drawing";
import type { Plane } from "../../../data/drawing/plane";
import type { Pen } from "../../views/canvas";
import { classColor, classShape, cornersOf } from "../../views/classLook";

type Place = { readonly x: number; readonly y: number };

/** Lines from side to side of the plane, its borders among them. */
const LINES = 8;
const RADIUS = 3.5;

/** Pixels from the left and from the top, on a square picture of the plane. */
export function pixelsOf(plane: Plane, { x, y }: Place, size: number): [left: number, top: number] {
  const unit = size / (2 * plane.reach);
  return [(x - plane.x + plane.reach) * unit, (plane.y + plane.reach - y) * unit];
}

/** The place that pixels are of. */
export function placeOf(plane: Plane, left: number, top: number, size: number): Place {
  const unit = (2 * plane.reach) / size;
  return { x: plane.x - plane.reach + left * unit, y: plane.y + plane.reach - top * unit };
}

/** Draws all points over a grid; the lines of the middle are stronger. */
export function drawPlane({ context, width, color }: Pen, { plane, classes, points }: Drawing, dark: boolean): void {
  for (let line = 0; line <= LINES; line++) {
    const at = (line * width) / LINES;
    context.strokeStyle = color(2 * line === LINES ? "--chart-axis" : "--chart-grid");
    context.beginPath();
    context.moveTo(at, 0);
    context.lineTo(at, width);
    context.moveTo(0, at);
    context.lineTo(width, at);
    context.stroke();
  }
  for (const point of points) {
    const at = pixelsOf(plane, point, width);
    context.fillStyle = classColor(point.label, classes.length, dark);
    context.beginPath();
    const corners = cornersOf(classShape(point.label, classes.length), at, RADIUS);
    if (corners.length === 0) context.arc(...at, RADIUS, 0, 2 * Math.PI);
    for (const corner of corners) context.lineTo(...corner);
    context.fill();
  }
}
