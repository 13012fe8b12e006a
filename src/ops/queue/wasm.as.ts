import { stepOf } from "../../engine/wasm/stepBlock.as";

/**
 * Rows step B, step B + 1, ... modulo K of every learner's ring, in AssemblyScript.
 * @param keys [L, B, D]; `entries` [L, K, D], B <= K
 */
export function enqueueKeys(keys: usize, block: usize, entries: usize, learners: i32, batch: i32, rows: i32, size: i32): void {
  // The remainder of the step first: the product with the batch would not fit for long.
  const first = <i32>(stepOf(block) % <u32>rows) * batch;
  const bytes = (<usize>size) << 2;
  for (let l = 0; l < learners; l++)
    for (let i = 0; i < batch; i++, keys += bytes)
      memory.copy(entries + <usize>(l * rows + ((first + i) % rows)) * bytes, keys, bytes);
}
