import * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "./gpu";

/** Copies values into a tensor of the same size, which is written in place. */
export function copyInto(backend: GpuBackend, target: tf.TensorInfo, values: tf.TensorInfo): void {
  backend.dispatch({
    name: "copy in place",
    reads: { values },
    writes: { place: target },
    grid: { invocations: tf.util.sizeFromShape(values.shape) },
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

/** Copies a flat tensor into another of the same length. */
export function copyFlat(backend: GpuBackend, source: tf.TensorInfo, copy: tf.TensorInfo): void {
  repeatHead(backend, { source, copy }, source.shape[0] ?? 0);
}

/** Fills a tensor with the first `period` elements of `source`, again and again. */
export function repeatHead(
  backend: GpuBackend,
  { source, copy }: { source: tf.TensorInfo; copy: tf.TensorInfo },
  period: number,
): void {
  backend.dispatch({
    name: "repeat",
    reads: { source },
    writes: { copy },
    constants: { PERIOD: period },
    grid: { invocations: tf.util.sizeFromShape(copy.shape) },
    wgsl: "fn run(i: u32) { copy[i] = source[i % PERIOD]; }",
  });
}
