/** How far apart the saves of a run are that goes on: close at first, since short runs are lost as easily as long ones. */

/** Most time between two that cost little, in milliseconds. */
const LONGEST = 30_000;

/**
 * Time until the next save: twice as long as until the last one, up to half a minute, or as long as its cost asks for.
 *
 * @param before time until the last one
 * @param cost what that took, in all
 * @param share most of the time that saves may take, 0 to 1
 * @returns milliseconds, as the others
 */
export function nextInterval(before: number, cost: number, share: number): number {
  return Math.max(Math.min(2 * before, LONGEST), cost / share);
}
