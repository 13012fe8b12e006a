import * as tf from "@tensorflow/tfjs";
import { gpu, output } from "../webgpu/gpu";

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

/** What temperatures are taken from. */
export interface TemperatureBlock {
  learners: number;
  /** The block on the GPU; for programs alone. */
  tensor: tf.TensorInfo;
  values: { temperatures: ArrayLike<number> };
}

/** The learners' temperatures as a tensor, [L, 1, 1], for operations that take no uniforms. */
export function temperaturesOf(block: TemperatureBlock): tf.Tensor3D {
  const backend = gpu();
  const { learners, values } = block;
  if (!backend) return tf.tensor3d(Array.from(values.temperatures), [learners, 1, 1]);
  const temperature = output<tf.Rank.R3>(backend, [learners, 1, 1]);
  backend.dispatch({
    name: "temperatures",
    reads: {},
    writes: { temperature },
    uniforms: { block: { tensor: block.tensor, type: "StepBlock" } },
    constants: { LEARNERS: learners },
    grid: { invocations: learners },
    wgsl: `${STEP_BLOCK_WGSL}
fn run(l: u32) { temperature[l] = block.learners[l].y; }`,
  });
  return temperature;
}
