import * as tf from "@tensorflow/tfjs";
import { STEP_BLOCK_WGSL } from "../wgsl/stepBlock";
import type { GpuBackend } from "./gpu";

/**
 * Copies values into row `block.slot`, modulo the number of rows, of a ring.
 * @param ring [rows, ...]
 * @param values of any shape, as many as a row has
 */
export function writeRingRow(
  backend: GpuBackend,
  { ring, values, block }: { ring: tf.TensorInfo; values: tf.TensorInfo; block: tf.TensorInfo },
  { rows, learners }: { rows: number; learners: number },
): void {
  backend.dispatch({
    name: "ring row",
    reads: { values },
    writes: { ring },
    uniforms: { block: { tensor: block, type: "StepBlock" } },
    constants: { LEARNERS: learners, SIZE: tf.util.sizeFromShape(values.shape), ROWS: rows },
    grid: { invocations: tf.util.sizeFromShape(values.shape) },
    wgsl: /* wgsl */ `
${STEP_BLOCK_WGSL}
fn run(i: u32) { ring[(block.slot % ROWS) * SIZE + i] = values[i]; }`,
  });
}
