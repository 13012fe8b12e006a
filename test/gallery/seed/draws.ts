import { normals, PURPOSE, uniform } from "../../../src/engine/random";

/** Random numbers of the seeded data: functions of where they are drawn, the same on every machine. */

/** What of the seeded data a number is for. */
const LANE = { series: 0, offset: 1, probe: 2, views: 3, similarity: 4, histogram: 5, lab: 6, layers: 7 } as const;
export type Lane = keyof typeof LANE;

/** A standard normal number. */
export function normal(lane: Lane, seed: number, step = 0, sample = 0): number {
  return normals({ seed, step, sample, purpose: PURPOSE.labs, lane: LANE[lane] })[0];
}

/** A uniform number in [0, 1). */
export function share(lane: Lane, seed: number, step = 0, sample = 0): number {
  return uniform({ seed, step, sample, purpose: PURPOSE.labs, lane: LANE[lane] });
}
