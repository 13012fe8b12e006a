import type { Curve } from "../plot/rows";
import { type Box, pointAt, pointsWithin } from "./paths";

/** Where the numbers of runs stand on their curves: at the ends, and none on another. */

export interface NumberPlace {
  /** The curve's place among all. */
  i: number;
  x: number;
  y: number;
}

/** Room that a number takes, and how far behind the end of its curve it stands, in pixels. */
const ROOM = { width: 15, height: 12 };
const BEHIND = 9;
/** Where one may stand: beside the end, somewhat above or below it, else further back along the curve, as shares of its length. */
const NUDGES = [0, -ROOM.height, ROOM.height];
const SHARES = [0.94, 0.86, 0.78, 0.7, 0.62, 0.54, 0.46, 0.38, 0.3, 0.22, 0.14];

/** A place for the number of each curve that is drawn; a number without room is left out, for the strip of names has it. */
export function numberPlaces(curves: readonly Curve[], box: Box): NumberPlace[] {
  const places: NumberPlace[] = [];
  const isFree = ({ x, y }: { x: number; y: number }) =>
    !places.some((other) => Math.abs(other.x - x) < ROOM.width && Math.abs(other.y - y) < ROOM.height);
  for (const [i, curve] of curves.entries()) {
    const place = candidates(curve, box).find(isFree);
    if (place) places.push({ i, ...place });
  }
  return places;
}

function candidates(curve: Curve, box: Box): { x: number; y: number }[] {
  const [first, end] = pointsWithin(curve, box.across);
  if (first === end) return [];
  const along = SHARES.map((share) => pointAt(curve, first + Math.round(share * (end - 1 - first)), box));
  const last = pointAt(curve, end - 1, box);
  const { width } = box.across;
  const x = Math.min((last?.x ?? 0) + BEHIND, width - ROOM.width / 2);
  const beside = last ? NUDGES.map((nudge) => ({ x, y: last.y + nudge })) : [];
  return [...beside.filter(({ y }) => y >= box.top && y <= box.bottom), ...along.filter((point) => point !== null)];
}
