import { isWithin, type Plane } from "./plane";

/** A stroke of points: as many for a way as it is long, however fast the hand went. */

interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Stroke {
  readonly at: Place;
  /** Way since the last point. */
  readonly since: number;
}

/** From one point to the next, as a share of the plane's reach: a hundred points from side to side. */
const GAP = 0.02;

/**
 * Goes on with a stroke.
 *
 * @param spread radius of the disk around the way in which the points lie evenly, in the plane's units
 * @param random even draws from 0 to 1
 * @returns what lies in the plane of the new points, and the stroke from there on
 */
export function stroked(
  plane: Plane,
  { at, since }: Stroke,
  to: Place,
  spread: number,
  random: () => number,
): { places: Place[]; stroke: Stroke } {
  const gap = GAP * plane.reach;
  const way = Math.hypot(to.x - at.x, to.y - at.y);
  const places: Place[] = [];
  let next = gap - since;
  for (; next <= way; next += gap) {
    const share = next / way;
    const place = { x: at.x + share * (to.x - at.x), y: at.y + share * (to.y - at.y) };
    places.push(scattered(place, spread, random));
  }
  return { places: places.filter((place) => isWithin(plane, place)), stroke: { at: to, since: way - (next - gap) } };
}

function scattered({ x, y }: Place, spread: number, random: () => number): Place {
  if (spread === 0) return { x, y };
  const radius = spread * Math.sqrt(random());
  const angle = 2 * Math.PI * random();
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}
