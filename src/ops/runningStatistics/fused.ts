import type * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "../../engine/webgpu/gpu";
import { lookupWgsl } from "../../engine/wgsl/lookup";
import { MOMENTUM, type Observed } from "./types";

/** As reference.ts has it, in one dispatch, in place. */
export function fusedRunning(backend: GpuBackend, running: tf.TensorInfo, { statistics, counts }: Observed): void {
  const [learners, rows, , channels] = statistics.shape;
  backend.dispatch({
    name: "running statistics",
    reads: { statistics },
    writes: { running },
    constants: { ROWS: rows, CHANNELS: channels },
    grid: { invocations: learners * 2 * channels },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  let learner = i / (2u * CHANNELS);
  let own = i % (2u * CHANNELS);
  var sum = 0.0;
  for (var r = 0u; r < ROWS; r++) { sum += statistics[(learner * ROWS + r) * 2u * CHANNELS + own]; }
  let count = count_of(learner);
  let bessel = select(1.0, f32(count) / f32(count - 1u), own >= CHANNELS);
  running[i] = ${1 - MOMENTUM} * running[i] + ${MOMENTUM} * bessel * sum / f32(ROWS);
}
${lookupWgsl("count_of", counts)}`,
  });
}
