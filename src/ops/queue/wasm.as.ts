import { partOf, putPart } from "../../engine/wasm/math.as";
import { stepOf } from "../../engine/wasm/stepBlock.as";
import { inverseLength } from "../head/wasm/statistics.as";

/** A queue of keys, in AssemblyScript. */

/** Unit vectors of embeddings, and 0 where there is no direction: [count, size] both. */
export function unitKeys(embeddings: usize, keys: usize, count: i32, size: i32): void {
  const row = (<usize>size) << 2;
  for (let i = 0; i < count; i++, embeddings += row, keys += row) {
    const factor = f32x4.splat(inverseLength(embeddings, size));
    for (let k: usize = 0; k < row; k += 16) {
      const left = <i32>((row - k) >> 2);
      putPart(keys + k, f32x4.mul(partOf(embeddings + k, left), factor), left);
    }
  }
}

/**
 * Rows step B, step B + 1, ... modulo K of every learner's ring.
 * @param keys [L, 2B, D], of which the second B are taken; `entries` [L, K, D], B <= K
 */
export function enqueueKeys(keys: usize, block: usize, entries: usize, learners: i32, batch: i32, rows: i32, size: i32): void {
  // The remainder of the step first: the product with the batch would not fit for long.
  const first = <i32>(stepOf(block) % <u32>rows) * batch;
  const bytes = (<usize>size) << 2;
  for (let l = 0; l < learners; l++) {
    keys += <usize>batch * bytes;
    for (let i = 0; i < batch; i++, keys += bytes)
      memory.copy(entries + <usize>(l * rows + ((first + i) % rows)) * bytes, keys, bytes);
  }
}
