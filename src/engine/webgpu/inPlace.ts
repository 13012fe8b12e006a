import type * as tf from "@tensorflow/tfjs";
import { f32 } from "../wgsl/numbers";
import { STEP_BLOCK_WGSL } from "../wgsl/stepBlock";
import { type GpuBackend, gpu, gradientOutput } from "./gpu";

/**
 * Writing into tensors that stay, so that a recorded step finds what the step before it left: whole, in places, or
 * following other values slowly.
 */

/** Copies values into a tensor of the same size. */
export function copyInto(backend: GpuBackend, target: tf.TensorInfo, values: tf.Tensor): void {
  backend.dispatch({
    name: "copy in place",
    reads: { values },
    writes: { place: target },
    grid: { invocations: values.size },
    wgsl: "fn run(i: u32) { place[i] = values[i]; }",
  });
}

/** A gradient that something else than a kernel worked out, in the place where the optimizer looks for it. */
export function gradientInPlace<R extends tf.Rank>(gradient: tf.Tensor<R>, parameter: tf.Tensor<R>): tf.Tensor<R> {
  const backend = gpu();
  if (!backend) return gradient;
  const place = gradientOutput(backend, parameter);
  copyInto(backend, place, gradient);
  return place;
}

/**
 * Copies each value into a place of its own.
 * @param places int32, as many as there are values, all different
 */
export function scatterInto(backend: GpuBackend, target: tf.TensorInfo, places: tf.Tensor, values: tf.Tensor): void {
  backend.dispatch({
    name: "scatter in place",
    reads: { places, values },
    writes: { memory: target },
    grid: { invocations: values.size },
    wgsl: "fn run(i: u32) { memory[places[i]] = values[i]; }",
  });
}

/** target <- momentum target + (1 - momentum) values, of tensors of the same size. */
export function averageInto(
  backend: GpuBackend,
  target: tf.TensorInfo,
  values: tf.TensorInfo,
  { momentum, size }: { momentum: number; size: number },
): void {
  backend.dispatch({
    name: "moving average",
    reads: { values },
    writes: { average: target },
    grid: { invocations: size },
    wgsl: `fn run(i: u32) { average[i] = ${f32(momentum)} * average[i] + ${f32(1 - momentum)} * values[i]; }`,
  });
}

/**
 * Overwrites the oldest keys of a queue, a ring of rows: this batch's go to rows step B, step B + 1, ... modulo K.
 * @param entries [L, K, D]
 * @param keys [L, B, D], B <= K
 */
export function enqueueInto(
  backend: GpuBackend,
  entries: tf.Tensor3D,
  keys: tf.Tensor3D,
  { block, learners }: { block: tf.TensorInfo; learners: number },
): void {
  const [, batch, size] = keys.shape;
  backend.dispatch({
    name: "enqueue keys",
    reads: { keys },
    writes: { entries },
    uniforms: { block: { tensor: block, type: "StepBlock" } },
    constants: { LEARNERS: learners, BATCH: batch, ROWS: entries.shape[1], SIZE: size },
    grid: { invocations: keys.size },
    wgsl: /* wgsl */ `${STEP_BLOCK_WGSL}
fn run(i: u32) {
  let learner = i / (BATCH * SIZE);
  let sample = i / SIZE % BATCH;
  // The remainder of the step first: the product with the batch would not fit for long.
  let row = (block.step % ROWS * BATCH + sample) % ROWS;
  entries[(learner * ROWS + row) * SIZE + i % SIZE] = keys[i];
}`,
  });
}
