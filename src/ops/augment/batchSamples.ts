import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { type BatchOrder, batchOrderWgsl, ownBatchWgsl } from "../../engine/wgsl/batchOrder";
import { RANDOM_WGSL } from "../../engine/wgsl/random";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";

export interface SampleDraw {
  /** The number of each slice's seed, the bits of uint32: int32 [S]. */
  seeds: tf.TensorInfo;
  /** Uniform block whose `step` counts the draws. */
  block: tf.TensorInfo;
  /** L, for the layout of the block. */
  learners: number;
  order: BatchOrder;
}

/** Which samples each slice's batch has, as `batchIndices` draws them, rows beyond its own from the first one on: int32 [S, B]. */
export function batchSamples(backend: GpuBackend, { seeds, block, learners, order }: SampleDraw): tf.Tensor2D {
  const samples = output<tf.Rank.R2>(backend, [seeds.shape[0] as number, order.batchSize], "int32");
  backend.dispatch({
    name: "samples of a batch",
    reads: { seeds },
    writes: { samples },
    uniforms: { block: { tensor: block, type: "StepBlock" } },
    constants: { LEARNERS: learners, BATCH: order.batchSize },
    grid: { invocations: samples.size },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}${RANDOM_WGSL}${ownBatchWgsl(order)}${batchOrderWgsl(order)}
fn run(i: u32) { samples[i] = i32(batch_sample(i / BATCH, bitcast<u32>(seeds[i / BATCH]), block.step, i % BATCH)); }`,
  });
  return samples;
}
