import * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "../../engine/webgpu/gpu";

/** Share of a batch's statistics in the running ones, as PyTorch's default. */
const MOMENTUM = 0.1;

/** What batch normalisation saw of one batch: mean and variance [L, R, 2, C] of sets of `count` numbers each. */
export interface Observed {
  statistics: tf.Tensor4D;
  count: number;
}

/**
 * Running statistics after one more batch: (1 - MOMENTUM) of what they were and MOMENTUM of the mean over the batch's
 * rows, with the unbiased variance, as PyTorch has it.
 * @param running mean and variance, [L, 2, C]
 */
export function followed(running: tf.Tensor, { statistics, count }: Observed): tf.Tensor {
  const [, , , channels] = statistics.shape;
  const bessel = tf.tensor1d([1, count / (count - 1)]).reshape([1, 2, 1]);
  const now = tf.mul(tf.mean(statistics, 1), bessel);
  return tf.add(tf.mul(running, 1 - MOMENTUM), tf.mul(now, MOMENTUM)).reshape([-1, 2, channels]);
}

/** The same in WGSL, in place. */
export function followInPlace(backend: GpuBackend, running: tf.TensorInfo, { statistics, count }: Observed): void {
  const [learners, rows, , channels] = statistics.shape;
  backend.dispatch({
    name: "running statistics",
    reads: { statistics },
    writes: { running },
    constants: { ROWS: rows, CHANNELS: channels, COUNT: count },
    grid: { invocations: learners * 2 * channels },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  let learner = i / (2u * CHANNELS);
  let own = i % (2u * CHANNELS);
  var sum = 0.0;
  for (var r = 0u; r < ROWS; r++) { sum += statistics[(learner * ROWS + r) * 2u * CHANNELS + own]; }
  let bessel = select(1.0, f32(COUNT) / f32(COUNT - 1u), own >= CHANNELS);
  running[i] = ${1 - MOMENTUM} * running[i] + ${MOMENTUM} * bessel * sum / f32(ROWS);
}`,
  });
}
