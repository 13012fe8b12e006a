import type * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "../../engine/webgpu/gpu";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";

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
