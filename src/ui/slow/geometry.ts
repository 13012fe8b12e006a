import type { ArmTrace } from "../../record/events";

/** How an update is drawn in the plane: one size for all arms, so that their arrows can be compared by eye. */

export type Place = readonly [x: number, y: number];

/** Side of a drawing, in its own units. */
export const SIDE = 400;
const MIDDLE = SIDE / 2;
/** Radius of the circle, and of all that is drawn in a plane: around it is room for arrows and numbers. */
export const RADIUS = 142;
/** The longest arrow at weight 1. */
const LONGEST = 84;

type Placed = Pick<ArmTrace, "before" | "after" | "circle">;

/** How the plane of an arm lies in its drawing. */
export interface Frame {
  /** In the plane. */
  center: Place;
  /** Units of the drawing per unit of the plane. */
  perUnit: number;
}

/** The circle itself, or all views as large as there is room. */
export function frameOf({ before, after, circle }: Placed): Frame {
  if (circle) return { center: [0, 0], perUnit: RADIUS };
  const range = (axis: number) => {
    const values = [...before, ...after].filter((_, i) => i % 2 === axis);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const [left, right] = range(0);
  const [low, high] = range(1);
  const reach = Math.max(right - left, high - low) / 2 || 1;
  return { center: [(left + right) / 2, (low + high) / 2], perUnit: RADIUS / reach };
}

/** Place of a view in the drawing before the update, or on its way from there, so many times as far as the update took it. */
export function placeOf(arm: Placed, view: number, frame: Frame, share = 0): Place {
  const [x, y] = arm.circle ? turned(arm, view, share) : shifted(arm, view, share);
  const { center, perUnit } = frame;
  return [MIDDLE + perUnit * (x - center[0]), MIDDLE - perUnit * (y - center[1])];
}

function shifted({ before, after }: Placed, view: number, share: number): Place {
  const at = (axis: number) => {
    const from = before[2 * view + axis] as number;
    return from + share * ((after[2 * view + axis] as number) - from);
  };
  return [at(0), at(1)];
}

/** Along the circle. */
function turned({ before, after }: Placed, view: number, share: number): Place {
  const angle = (of: Float32Array) => Math.atan2(of[2 * view + 1] as number, of[2 * view] as number);
  const from = angle(before);
  const by = Math.atan2(Math.sin(angle(after) - from), Math.cos(angle(after) - from));
  return [Math.cos(from + share * by), Math.sin(from + share * by)];
}

/** The longest move that is drawn enlarged. */
const FARTHEST = 100;
/** Far apart, so that the factor is the same for most updates. */
const FACTORS = [1, 3, 10, 30, 100];

/** How many times as large as they are the moves of an update are drawn, the same for all arms: small steps are not seen else. */
export function enlargement(arms: readonly ArmTrace[]): number {
  const moves = arms.flatMap((arm) => {
    const frame = frameOf(arm);
    return Array.from({ length: arm.before.length / 2 }, (_, view) => {
      const [from, to] = [placeOf(arm, view, frame), placeOf(arm, view, frame, 1)];
      return Math.hypot(to[0] - from[0], to[1] - from[1]);
    });
  });
  const largest = Math.max(0, ...moves);
  return FACTORS.findLast((factor) => factor * largest <= FARTHEST) ?? 1;
}

/** Units of the drawing per unit of force, the same for all arms; 0 where nothing has any. */
export function forceScale(arms: readonly ArmTrace[]): number {
  const sizes = arms.flatMap(({ pull, push, weight }) => (weight ? [...lengths(pull), ...lengths(push)] : []));
  const longest = Math.max(0, ...sizes);
  return longest > 0 ? LONGEST / longest : 0;
}

function lengths(forces: Float32Array): number[] {
  return Array.from({ length: forces.length / 2 }, (_, i) =>
    Math.hypot(forces[2 * i] as number, forces[2 * i + 1] as number),
  );
}

/** The tip of an arrow of a force, so much of it as is drawn. */
export function tipOf(from: Place, forces: Float32Array, anchor: number, scale: number): Place {
  return [from[0] + scale * (forces[2 * anchor] as number), from[1] - scale * (forces[2 * anchor + 1] as number)];
}

/** Between a dot and its number, and between a number and what else is there, at least. */
const BESIDE = 20;
const CLEAR = 16;
/** Where a number may stand, from beyond its dot on, in radians. */
const ANGLES = [0, 0.8, -0.8, 1.6, -1.6, 2.4, -2.4, Math.PI];

/** Where the numbers of some dots stand: beyond them, as seen from the middle, unless another dot or number is there. */
export function besides(dots: readonly Place[], others: readonly Place[] = dots): Place[] {
  const taken: Place[] = [];
  for (const dot of dots) {
    const isFree = (spot: Place) =>
      [...others, ...taken].every(([x, y]) => Math.hypot(x - spot[0], y - spot[1]) >= CLEAR);
    const spots = ANGLES.map((angle) => beside(dot, angle));
    taken.push(spots.find(isFree) ?? (spots[0] as Place));
  }
  return taken;
}

function beside([x, y]: Place, angle: number): Place {
  const direction = Math.atan2(y - MIDDLE, x - MIDDLE) + angle;
  return [x + BESIDE * Math.cos(direction), y + BESIDE * Math.sin(direction)];
}

/** What is left of an arrow while it is drawn: it grows to weight 1, and then shrinks to its weight. */
export function shareOf(weight: number, moved: number): number {
  return moved < 0.5 ? 2 * moved : 1 + (weight - 1) * (2 * moved - 1);
}
