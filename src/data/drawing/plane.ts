/** The part of the plane that is drawn in: a square, so that both axes have one scale. */
export interface Plane {
  /** Its center. */
  readonly x: number;
  readonly y: number;
  /** From the center to a side. */
  readonly reach: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** -1 to 1 on both axes. */
export const UNIT: Plane = { x: 0, y: 0, reach: 1 };

/** Of a square's side, points that share one are spread over so much at least. */
const LEAST_SHARE = 0.1;
/** A square's center is a multiple of such a share of its reach, so that its sides are short numbers. */
const PARTS = 10;
/** Multiples of powers of ten, so that the numbers at the sides are short. */
const ROUND = [1, 2, 5, 10];
/** Digits behind the leading one of the reach. */
const DIGITS = 3;
/** Shares that can be told apart in float32. */
const FINEST = 1e-4;

export function isWithin({ x, y, reach }: Plane, place: Place): boolean {
  return Math.abs(place.x - x) <= reach && Math.abs(place.y - y) <= reach;
}

/**
 * A plane that all places lie in: the unit square where it suits them, else a square with round sides.
 *
 * @param drawn what is drawn in already: it is kept where the places lie in it, and else a part of the new one
 */
export function planeFor(places: readonly Place[], drawn: Plane | null = null): Plane {
  if (drawn && places.every((place) => isWithin(drawn, place))) return drawn;
  const { x, y } = extentsOf(places, drawn);
  const half = Math.max(x.high - x.low, y.high - y.low) / 2;
  const isUnit = half >= LEAST_SHARE && [x, y].every(({ low, high }) => low >= -1 && high <= 1);
  if (isUnit || places.length === 0) return UNIT;
  const least = Math.max(...[x, y].flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])) * FINEST;
  // Rounding moves the center by half a part at most.
  const reach = roundAbove(Math.max(half, least) / (1 - 1 / PARTS) || 1);
  return { x: centerOf(x, reach), y: centerOf(y, reach), reach };
}

interface Extent {
  low: number;
  high: number;
}

function extentsOf(places: readonly Place[], drawn: Plane | null): { x: Extent; y: Extent } {
  const along = (axis: "x" | "y"): Extent => {
    let [low, high] = drawn ? [drawn[axis] - drawn.reach, drawn[axis] + drawn.reach] : [Infinity, -Infinity];
    for (const place of places) {
      low = Math.min(low, place[axis]);
      high = Math.max(high, place[axis]);
    }
    return { low, high };
  };
  return { x: along("x"), y: along("y") };
}

function roundAbove(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ROUND.find((multiple) => multiple * power >= least)!;
}

function centerOf({ low, high }: Extent, reach: number): number {
  const part = reach / PARTS;
  return plain(Math.round((low + high) / 2 / part) * part);
}

/** A coordinate without digits that nobody has drawn. */
export function rounded({ reach }: Plane, value: number): number {
  const step = 10 ** (Math.floor(Math.log10(reach)) - DIGITS);
  return plain(Math.round(value / step) * step);
}

/** Without what is left of 0.1 + 0.2. */
function plain(value: number): number {
  // Of -0 it makes 0.
  return Number(value.toPrecision(12)) + 0;
}
