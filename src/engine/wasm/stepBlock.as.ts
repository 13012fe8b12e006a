/** The step's block in memory, in AssemblyScript, as engine/wgsl/stepBlock.ts lays it out. */

@inline
export function stepOf(block: usize): u32 {
  return load<u32>(block);
}

@inline
export function slotOf(block: usize): u32 {
  return load<u32>(block, 4);
}

/** Micro-batches that the gradient probe has seen, with this one. */
@inline
export function countOf(block: usize): u32 {
  return load<u32>(block, 8);
}

/** 1 / (1 - beta^t) of Adam's first or second average. */
@inline
export function correctionOf(block: usize, average: usize): f32 {
  return load<f32>(block + (average << 2), 16);
}

@inline
export function rateOf(block: usize, learner: i32): f32 {
  return load<f32>(block + ((<usize>learner) << 4), 32);
}

@inline
export function temperatureOf(block: usize, learner: i32): f32 {
  return load<f32>(block + ((<usize>learner) << 4), 36);
}
