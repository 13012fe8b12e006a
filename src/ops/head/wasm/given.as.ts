import { place } from "../../../metrics/wasm/atHand.as";

/**
 * What the formula of an anchor's row is given, in AssemblyScript: registers in the order of ROW_INPUTS (arms.ts). Those that differ from
 * anchor to anchor are planes of [L, GIVEN, N] before: the softmax's logarithm, the positive's weight and its logarithm, s_ip, and what
 * anchors that are seen together have of each other.
 */

export const V: i32 = 0;
export const P: i32 = 1;
export const LOG_P: i32 = 2;
export const OWN: i32 = 3;
export const X: i32 = 4;
export const MEAN: i32 = 5;
export const GIVEN: i32 = 6;

/** Registers beyond the planes. */
export const MEMORY: i32 = 6;
export const TAU: i32 = 7;
export const COUNT: i32 = 8;
export const LEARNED: i32 = 9;

/** A plane of one learner. */
@inline
export function givenOf(given: usize, learner: i32, field: i32, views: i32): usize {
  return place(given, (learner * GIVEN + field) * views);
}
