import { hashWords, unitInterval } from "../engine/wasm/random.as";

/** What all kernels of views are given, in AssemblyScript: which views there are, how they are drawn, and the table of what was drawn. */

/** Lanes of the random numbers; LANE of parts.ts. */
export const LANE_CROP: u32 = 0;
export const LANE_POSE: u32 = 1;
export const LANE_JITTER: u32 = 2;
export const LANE_BLUR: u32 = 3;
export const LANE_NOISE: u32 = 4;
export const LANE_CUTOUT: u32 = 0xffffff;

/** Written by `planViews` (ops/augment/wasm.as.ts). */
@unmanaged
export class ViewPlan {
  /** [S, 2]: seed, samples of the slice's own batch. */
  slices: usize;
  /** Whose step counts the draws. */
  block: usize;
  /** [views, columns] */
  table: usize;
  /** Of all slices. */
  views: i32;
  /** B, the largest batch: a slice has 2B views, first views in front. */
  batchSize: i32;
  purpose: u32;
  /** Numbers that describe a view. */
  columns: i32;
  /** Of an image; D, 1, 1 of points. */
  height: i32;
  width: i32;
  channels: i32;
}

/** Numbers of a view. */
export function sizeOf(plan: ViewPlan): i32 {
  return plan.height * plan.width * plan.channels;
}

/** The seed of a view's slice. */
export function seedOf(plan: ViewPlan, view: i32): u32 {
  return load<u32>(sliceOf(plan, view));
}

/** Which sample a view is drawn as: where it would be if its slice had rows for its own batch alone. */
export function ownView(plan: ViewPlan, view: i32): u32 {
  const row = view % (2 * plan.batchSize);
  return row < plan.batchSize ? row : row - plan.batchSize + load<i32>(sliceOf(plan, view), 4);
}

function sliceOf(plan: ViewPlan, view: i32): usize {
  return plan.slices + ((<usize>(view / (2 * plan.batchSize))) << 3);
}

/** The four words of a view's lane. */
export function wordsOf(plan: ViewPlan, view: i32, lane: u32): v128 {
  return hashWords(seedOf(plan, view), load<u32>(plan.block), ownView(plan, view), plan.purpose, lane);
}

/** One of four words as a number in [0, 1). */
export function unit(words: v128, word: i32): f64 {
  if (word == 0) return unitInterval(i32x4.extract_lane(words, 0));
  if (word == 1) return unitInterval(i32x4.extract_lane(words, 1));
  return unitInterval(word == 2 ? i32x4.extract_lane(words, 2) : i32x4.extract_lane(words, 3));
}

/** The same in [-1, 1). */
export function symmetric(words: v128, word: i32): f64 {
  return 2 * unit(words, word) - 1;
}

/** 1 with a probability, else 0. */
export function chance(words: v128, word: i32, probability: f64): f32 {
  return unit(words, word) < probability ? 1 : 0;
}

/** What a column says of a view. */
export function column(plan: ViewPlan, view: i32, index: i32): f32 {
  return load<f32>(placeOf(plan, view, index));
}

export function putColumn(plan: ViewPlan, view: i32, index: i32, value: f32): void {
  store<f32>(placeOf(plan, view, index), value);
}

function placeOf(plan: ViewPlan, view: i32, index: i32): usize {
  return plan.table + ((<usize>(view * plan.columns + index)) << 2);
}
