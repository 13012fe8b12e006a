/** A stroke, flattened: x0, y0, x1, y1, ... in the letter's box, scaled to -1..1 on both axes. */
export type Polyline = number[];

/** Longest piece of a flattened stroke, in units of the half box: short enough to bend smoothly. */
const PIECE = 0.34;

/**
 * Flattens path data with the commands M, L, Q and C in a box of 100 x 100.
 *
 * @throws Error on any other command: the paths are ours, so this is a mistake in the table
 */
export function flatten(path: string): Polyline[] {
  const strokes: Polyline[] = [];
  let stroke: Polyline = [];
  for (const [, command, rest] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const control = (rest ?? "")
      .trim()
      .split(/\s+/)
      .map((text) => Number(text) / 50 - 1);
    if (command === "M") {
      stroke = control;
      strokes.push(stroke);
    } else if (command && control.length === { L: 2, Q: 4, C: 6 }[command]) {
      extend(stroke, [...stroke.slice(-2), ...control]);
    } else throw new Error(`Unknown path command ${command}${rest} in "${path}".`);
  }
  return strokes;
}

/** Appends a Bezier curve of any degree, cut into pieces of about `PIECE`. */
function extend(stroke: Polyline, control: number[]): void {
  let length = 0;
  for (let i = 2; i < control.length; i += 2) {
    const dx = control[i]! - control[i - 2]!;
    const dy = control[i + 1]! - control[i - 1]!;
    length += Math.sqrt(dx * dx + dy * dy);
  }
  const pieces = Math.max(1, Math.ceil(length / PIECE));
  for (let piece = 1; piece <= pieces; piece++) stroke.push(...casteljau(control, piece / pieces));
}

/** The point at t of a Bezier curve, by de Casteljau's repeated interpolation. */
function casteljau(control: number[], t: number): number[] {
  let points = control;
  while (points.length > 2) {
    const next: number[] = [];
    for (let i = 0; i + 2 < points.length; i++) next.push(points[i]! + t * (points[i + 2]! - points[i]!));
    points = next;
  }
  return points;
}
