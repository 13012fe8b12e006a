import { padded, place } from "../../../metrics/wasm/atHand.as";

/** Which views an anchor is compared with, in AssemblyScript; programs/arms.ts has it in WGSL. */

/** Numbers of the pairings: as in wasm/arms.ts. */
export const ALL_VIEWS: i32 = 0;
export const ONE_WAY: i32 = 2;
export const SAME_VIEW: i32 = 3;

/** The other view of the same sample. */
@inline
export function partnerOf(view: i32, views: i32): i32 {
  const half = views >> 1;
  return view < half ? view + half : view - half;
}

/** M, the number of negatives of an anchor. */
@inline
export function countOf(pairing: i32, views: i32): i32 {
  return pairing == ALL_VIEWS ? views - 2 : (views >> 1) - 1;
}

/** All bits at the negatives of an anchor, none elsewhere: [ROWS]. */
export function maskNegatives(mask: usize, view: i32, views: i32, pairing: i32): void {
  const half = views >> 1;
  const isFirst = view < half;
  let from = 0,
    to = views;
  if (pairing != ALL_VIEWS) {
    from = (pairing == SAME_VIEW) == isFirst ? 0 : half;
    to = from + half;
  }
  memory.fill(mask, 0, (<usize>padded(views)) << 2);
  memory.fill(place(mask, from), 255, (<usize>(to - from)) << 2);
  store<i32>(place(mask, view), 0);
  store<i32>(place(mask, partnerOf(view, views)), 0);
}

/** What an anchor counts in the mean over all views: where only first views are anchors, these count twice. */
@inline
export function shareOf(view: i32, views: i32, pairing: i32): f32 {
  if (pairing != ONE_WAY) return 1;
  return view < views >> 1 ? 2 : 0;
}
