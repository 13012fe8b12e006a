/**
 * Anti-aliased drawing of thick segments and discs on a small square grey canvas, in doubles. Only + - * / and the
 * square root are used, which IEEE 754 defines to the last bit: the same picture on every machine.
 */
export const SIDE = 32;

/** One piece of a stroke in pixels, with half its thickness; a `cut` end is straight, others are round. */
export interface Segment {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  radius: number;
  cutStart?: boolean;
  cutEnd?: boolean;
}

/** Share of each pixel that shapes cover, 0..1; overlapping shapes count once. */
export type Coverage = Float64Array;

/** Adds a segment to the coverage. */
export function coverSegment(coverage: Coverage, segment: Segment): void {
  const { x0, y0, x1, y1, radius, cutStart, cutEnd } = segment;
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = length > 0 ? [dx / length, dy / length] : [1, 0];
  const box = { left: Math.min(x0, x1), right: Math.max(x0, x1), top: Math.min(y0, y1), bottom: Math.max(y0, y1) };
  cover(coverage, box, radius, (x, y) => {
    const along = (x - x0) * ux + (y - y0) * uy;
    const across = Math.abs((x - x0) * uy - (y - y0) * ux);
    const beyond = Math.max(-along, along - length);
    if (beyond <= 0) return across - radius;
    const cut = along < 0 ? cutStart : cutEnd;
    return cut ? Math.max(across - radius, beyond) : Math.sqrt(across * across + beyond * beyond) - radius;
  });
}

/** Adds a disc to the coverage. */
export function coverDisc(coverage: Coverage, cx: number, cy: number, radius: number): void {
  cover(coverage, { left: cx, right: cx, top: cy, bottom: cy }, radius, (x, y) => {
    return Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy)) - radius;
  });
}

/**
 * Adds a shape to the coverage: a pixel is covered fully, half or not at all where its center lies half a pixel
 * inside, on, or half a pixel outside the outline, and evenly between.
 *
 * @param box what the shape's middle line spans; the shape reaches `radius` further
 * @param outside signed distance of a point to the outline, negative inside
 */
function cover(
  coverage: Coverage,
  box: { left: number; right: number; top: number; bottom: number },
  radius: number,
  outside: (x: number, y: number) => number,
): void {
  const reach = radius + 0.5;
  const right = last(box.right + reach);
  const bottom = last(box.bottom + reach);
  for (let y = first(box.top - reach); y <= bottom; y++) {
    for (let x = first(box.left - reach); x <= right; x++) {
      const share = Math.min(1, 0.5 - outside(x + 0.5, y + 0.5));
      if (share > coverage[y * SIDE + x]!) coverage[y * SIDE + x] = share;
    }
  }
}

/** First and last pixel of an axis that an interval with this end touches, within the canvas. */
function first(from: number): number {
  return Math.max(0, Math.floor(from));
}
function last(to: number): number {
  return Math.min(SIDE - 1, Math.floor(to));
}

/** Paints the covered part of the canvas with one grey and empties the coverage for the next shape. */
export function paint(canvas: Float64Array, coverage: Coverage, grey: number): void {
  for (let i = 0; i < canvas.length; i++) {
    const share = coverage[i]!;
    if (share > 0) canvas[i] = canvas[i]! + share * (grey - canvas[i]!);
  }
  coverage.fill(0);
}
