/** Rows of a chunk table in AssemblyScript, as flat.ts has them: first element, number of elements, learner, role. */

export const WEIGHTS: i32 = 0;
/** A number of an arm's loss: not decayed, not matched. */
export const OF_LOSS: i32 = 2;

/** Where a chunk begins in a flat tensor, in bytes. */
@inline
export function startOf(chunk: usize): usize {
  return (<usize>load<i32>(chunk)) << 2;
}

@inline
export function elementsOf(chunk: usize): i32 {
  return load<i32>(chunk, 4);
}

@inline
export function learnerOf(chunk: usize): i32 {
  return load<i32>(chunk, 8);
}

@inline
export function roleOf(chunk: usize): i32 {
  return load<i32>(chunk, 12);
}
