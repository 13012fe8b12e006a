/**
 * What changes from step to step, in one small uniform block on the GPU: a replayed step reads it where JavaScript would
 * have passed numbers. The engine writes it before each step (engine/stepBlock.ts).
 */

/** WGSL of the block, for a uniform `block: StepBlock`; needs the constant LEARNERS. */
export const STEP_BLOCK_WGSL = /* wgsl */ `
struct StepBlock {
  /** Counter of the random draws. */
  step: u32,
  /** Row of the metrics ring that this step fills. */
  slot: u32,
  /** Micro-batches that the gradient probe has seen, with this one. */
  count: u32,
  unused: u32,
  /** 1 / (1 - beta1^t) and 1 / (1 - beta2^t) of Adam. */
  correction: vec2f,
  padding: vec2f,
  /** Of each learner: learning rate, temperature. */
  learners: array<vec4f, LEARNERS>,
}`;

/** Size of the block in 32-bit words. */
export function stepBlockSize(learners: number): number {
  return 8 + 4 * learners;
}
