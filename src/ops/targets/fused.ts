import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";

/** One dispatch, an invocation per class of every view. */
export function fusedTargets(
  backend: GpuBackend,
  labels: tf.Tensor1D,
  samples: tf.Tensor2D,
  classes: number,
): tf.Tensor3D {
  const [seeds, batch] = samples.shape;
  const targets = output<tf.Rank.R3>(backend, [seeds, 2 * batch, classes]);
  backend.dispatch({
    name: "targets",
    reads: { labels, samples },
    writes: { targets },
    constants: { BATCH: batch, CLASSES: classes },
    grid: { invocations: targets.size },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  let view = i / CLASSES;
  let sample = samples[view / (2u * BATCH) * BATCH + view % BATCH];
  targets[i] = select(0.0, 1.0, labels[sample] == i32(i % CLASSES));
}`,
  });
  return targets;
}
