import type { Letter } from "./letters";
import { flatten, type Polyline } from "./path";

/** A construction of a letter, ready to be dressed: its strokes, and a bar for each end that may carry a serif. */
export interface Skeleton {
  strokes: Polyline[];
  /** Center of the bar and its direction, horizontal or vertical. */
  serifs: { x: number; y: number; horizontal: boolean }[];
  aspect: number;
}

/** An end this near to another stroke is a junction. */
const JUNCTION = 0.12;

/** The skeletons of every construction of a letter. */
export function skeletons(letter: Letter): Skeleton[] {
  return letter.constructions.map((path) => {
    const strokes = flatten(path);
    return { strokes, serifs: serifs(strokes), aspect: letter.aspect };
  });
}

/** Stems take a horizontal serif at the top and bottom lines, arms a vertical one at free ends. */
function serifs(strokes: Polyline[]): Skeleton["serifs"] {
  return strokes.flatMap((stroke) => {
    const others = strokes.filter((other) => other !== stroke);
    return ends(stroke).flatMap(({ x, y, dx, dy }) => {
      const horizontal = Math.abs(dy) > 0.5 * Math.abs(dx);
      const onLine = Math.abs(y) > 0.96;
      const joined = others.some((other) => touches(other, x, y));
      return joined && !(horizontal && onLine) ? [] : [{ x, y, horizontal }];
    });
  });
}

/** Both ends of a stroke, with the direction in which it leaves them. */
function ends(stroke: Polyline): { x: number; y: number; dx: number; dy: number }[] {
  const end = (i: number, next: number) => {
    const [x, y] = [stroke[i]!, stroke[i + 1]!];
    return { x, y, dx: stroke[next]! - x, dy: stroke[next + 1]! - y };
  };
  return [end(0, 2), end(stroke.length - 2, stroke.length - 4)];
}

function touches(stroke: Polyline, x: number, y: number): boolean {
  for (let i = 0; i + 3 < stroke.length; i += 2) {
    const [x0, y0] = [stroke[i]!, stroke[i + 1]!];
    const [dx, dy] = [stroke[i + 2]! - x0, stroke[i + 3]! - y0];
    const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
    const [gapX, gapY] = [x0 + t * dx - x, y0 + t * dy - y];
    if (gapX * gapX + gapY * gapY < JUNCTION * JUNCTION) return true;
  }
  return false;
}
