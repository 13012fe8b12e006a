import { place } from "../../metrics/wasm/atHand.as";

/** Memories of consecutive learners, in AssemblyScript; fused.ts has the same in WGSL. */

/**
 * Where a view's number lies in a block.
 * @param samples int32 [S, B], which learner l takes from slice l mod S; 0 where a learner has one number
 * @param count of the training split's samples
 */
@inline
function placeIn(samples: usize, learner: i32, own: i32, view: i32, batch: i32, slices: i32, count: i32): i32 {
  if (!samples) return own;
  const sample = load<i32>(place(samples, (learner % slices) * batch + (view % batch)));
  return (2 * own + view / batch) * count + sample;
}

/** What is kept of the batch's views. @param values [L, N], of which those of the block's learners are written */
export function readMemory(
  samples: usize,
  memory: usize,
  values: usize,
  from: i32,
  learners: i32,
  views: i32,
  slices: i32,
  count: i32,
): void {
  const batch = views >> 1;
  for (let own = 0; own < learners; own++) {
    const learner = from + own;
    for (let view = 0; view < views; view++) {
      const at = placeIn(samples, learner, own, view, batch, slices, count);
      store<f32>(place(values, learner * views + view), load<f32>(place(memory, at)));
    }
  }
}

/** Keeps new numbers of the first `size` views of each half; where a learner has one number, that of its first view. */
export function writeMemory(
  samples: usize,
  values: usize,
  memory: usize,
  from: i32,
  learners: i32,
  views: i32,
  slices: i32,
  count: i32,
  size: i32,
): void {
  const batch = views >> 1;
  for (let own = 0; own < learners; own++) {
    const learner = from + own;
    for (let view = samples ? views - 1 : 0; view >= 0; view--) {
      if (view % batch >= size) continue;
      const at = placeIn(samples, learner, own, view, batch, slices, count);
      store<f32>(place(memory, at), load<f32>(place(values, learner * views + view)));
    }
  }
}
