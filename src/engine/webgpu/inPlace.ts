import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gpu, gradientOutput } from "./gpu";

/** Writing into tensors that stay, so that a recorded step finds what the step before it left. */

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

/**
 * Copies rows into a larger tensor.
 * @param values [rows, ...]
 * @param place where the first row goes, and how far it is from one to the next, in elements
 */
export function copyRowsInto(
  backend: GpuBackend,
  target: tf.TensorInfo,
  values: tf.Tensor,
  { from, stride }: { from: number; stride: number },
): void {
  backend.dispatch({
    name: "copy rows in place",
    reads: { values },
    writes: { place: target },
    constants: { FROM: from, STRIDE: stride, LENGTH: values.size / (values.shape[0] ?? 1) },
    grid: { invocations: values.size },
    wgsl: "fn run(i: u32) { place[FROM + i / LENGTH * STRIDE + i % LENGTH] = values[i]; }",
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
