import { slotOf } from "../../engine/wasm/stepBlock.as";

/** What a step's metrics find of each anchor in memory, in AssemblyScript. Matrices are padded with zeros to whole vectors of four. */

/** Statistics of an anchor: planes of [L, FIELDS, N]; value, log xi, effective sample size, s_ip, largest s_in. */
export const VALUE: i32 = 0;
export const LOG_XI: i32 = 1;
export const ESS: i32 = 2;
export const POSITIVE: i32 = 3;
export const HARDEST: i32 = 4;
export const FIELDS: i32 = 5;

/** Address of the `index`-th number. */
@inline
export function place(at: usize, index: i32): usize {
  return at + ((<usize>index) << 2);
}

/** Rounded up to whole vectors. */
@inline
export function padded(count: i32): i32 {
  return (count + 3) & ~3;
}

/** The plane of a statistic of one learner. */
@inline
export function planeOf(anchors: usize, learner: i32, field: i32, views: i32): usize {
  return place(anchors, (learner * FIELDS + field) * views);
}

/** Where a metric of learner 0 belongs: in the row of the block's slot, or in the first one without a block. */
export function columnOf(metrics: usize, block: usize, slots: i32, learners: i32, column: i32, columns: i32): usize {
  const slot = block ? <i32>(slotOf(block) % <u32>slots) : 0;
  return place(metrics, slot * learners * columns + column);
}
