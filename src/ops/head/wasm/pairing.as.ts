import { padded, place } from "../../../metrics/wasm/atHand.as";

/**
 * What an anchor is compared with, in AssemblyScript; programs/arms.ts and programs/candidates.ts have it in WGSL: the other views of
 * its batch, or the `keys` keys of a queue (0 without one), in whose rows its positive, its own key, comes right after them.
 */

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

/** Candidates of a row, the positive among them. */
@inline
export function candidatesOf(views: i32, keys: i32): i32 {
  return keys ? keys + 1 : views;
}

/** The column of an anchor's positive. */
@inline
export function positiveColumn(view: i32, views: i32, keys: i32): i32 {
  return keys ? keys : partnerOf(view, views);
}

/** M, the number of negatives of an anchor. */
@inline
export function countOf(pairing: i32, views: i32, keys: i32): i32 {
  if (keys) return keys;
  return pairing == ALL_VIEWS ? views - 2 : (views >> 1) - 1;
}

/** All bits at the negatives of an anchor, none elsewhere: as many as a row has, in whole vectors. */
export function maskNegatives(mask: usize, view: i32, views: i32, pairing: i32, keys: i32): void {
  const half = views >> 1;
  const isFirst = view < half;
  let from = 0,
    to = keys ? keys : views;
  if (!keys && pairing != ALL_VIEWS) {
    from = (pairing == SAME_VIEW) == isFirst ? 0 : half;
    to = from + half;
  }
  memory.fill(mask, 0, (<usize>padded(candidatesOf(views, keys))) << 2);
  memory.fill(place(mask, from), 255, (<usize>(to - from)) << 2);
  if (keys) return;
  store<i32>(place(mask, view), 0);
  store<i32>(place(mask, partnerOf(view, views)), 0);
}

/** What an anchor counts in the mean over all views: where only first views are anchors, these count twice. */
@inline
export function shareOf(view: i32, views: i32, pairing: i32): f32 {
  if (pairing != ONE_WAY) return 1;
  return view < views >> 1 ? 2 : 0;
}
