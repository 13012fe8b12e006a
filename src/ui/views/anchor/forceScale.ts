import { type Forces, lengthOf, type Vector } from "../../../record/anchors/forces";

/** How forces are drawn: one scale and one box for all arms, so that arrows can be compared by eye. */
export interface ForceScale {
  /** Pixels per unit of force. */
  perUnit: number;
  width: number;
  height: number;
  /** Where the anchor is. */
  origin: Vector;
  /** All forces lie along one line, and are drawn beside each other. */
  isLine: boolean;
}

const WIDTH = 124;
/** Room for heads and dots. */
const EDGE = 10;
const HIGHEST = 96;
const LOWEST = 40;
/** Arrows less far apart, in pixels, would lie on each other. */
const APART = 9;
/** Forces below it are none: their scale would not be finite. */
const LEAST = 1e-30;

/** The scale at which the forces of all arms fit into their boxes; null where there is nothing to draw. */
export function commonScale(all: readonly Forces[]): ForceScale | null {
  const tips = all.flatMap(({ pull, push, total }) => [pull, push, total]);
  if (tips.length === 0) return null;
  const [left, right] = range(tips.map(([x]) => x));
  const [low, high] = range(tips.map(([, y]) => y));
  const perUnit = Math.min(
    (WIDTH - 2 * EDGE) / Math.max(right - left, LEAST),
    (HIGHEST - 2 * EDGE) / Math.max(high - low, LEAST),
  );
  const isLine = (high - low) * perUnit < APART;
  const height = Math.max(LOWEST, (high - low) * perUnit + 2 * EDGE);
  const middle = (WIDTH - (right - left) * perUnit) / 2;
  const origin: Vector = [middle - left * perUnit, isLine ? height / 2 : height - EDGE + low * perUnit];
  return { perUnit, width: WIDTH, height, origin, isLine };
}

/** The strongest and the weakest of the arms that have forces. */
export interface Comparison {
  weaker: number;
  stronger: number;
  /** Of their forces; 1 where both are the same. */
  share: number;
}

/** @param readings arms and their forces; null where fewer than two have any, or none is moved */
export function compareForces(readings: readonly { arm: number; forces: Forces | null }[]): Comparison | null {
  const sizes = readings
    .flatMap(({ arm, forces }) => (forces ? [{ arm, size: lengthOf(forces.total) }] : []))
    .sort((a, b) => a.size - b.size);
  const [weakest, strongest] = [sizes[0], sizes.at(-1)];
  if (!weakest || !strongest || sizes.length < 2 || strongest.size === 0) return null;
  return { weaker: weakest.arm, stronger: strongest.arm, share: weakest.size / strongest.size };
}

/** Least and largest of some numbers and 0. */
function range(values: readonly number[]): [number, number] {
  return [Math.min(0, ...values), Math.max(0, ...values)];
}
