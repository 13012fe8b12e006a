import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";

/** Unit vectors of embeddings [L, N, D], and 0 where there is no direction, in one dispatch. */
export function fusedKeys(backend: GpuBackend, embeddings: tf.Tensor3D, zeroSquared: number): tf.Tensor3D {
  const [learners, views, size] = embeddings.shape;
  const keys = output<tf.Rank.R3>(backend, embeddings.shape);
  backend.dispatch({
    name: "unit keys",
    reads: { embeddings },
    writes: { keys },
    constants: { SIZE: size },
    grid: { invocations: learners * views },
    wgsl: /* wgsl */ `
fn run(view: u32) {
  var squared = 0.0;
  for (var k = 0u; k < SIZE; k++) { squared += embeddings[view * SIZE + k] * embeddings[view * SIZE + k]; }
  // Asked this way round, NaN stays NaN.
  let inverse = select(inverseSqrt(squared), 0.0, squared <= ${zeroSquared});
  for (var k = 0u; k < SIZE; k++) { keys[view * SIZE + k] = embeddings[view * SIZE + k] * inverse; }
}`,
  });
  return keys;
}

/**
 * One dispatch, in place.
 * @param entries [L, K, D]
 * @param keys [L, B, D], B <= K
 */
export function fusedEnqueue(
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
