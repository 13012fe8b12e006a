import type * as tf from "@tensorflow/tfjs";
import type { GpuBackend } from "./gpu";

/** Copies a flat tensor into another of the same length. */
export function copyFlat(backend: GpuBackend, source: tf.TensorInfo, copy: tf.TensorInfo): void {
  repeatHead(backend, { source, copy }, source.shape[0] ?? 0);
}

/** Fills a tensor of `source`'s shape with its first `period` elements, again and again. */
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
    grid: { invocations: source.shape.reduce((product, n) => product * n, 1) },
    wgsl: "fn run(i: u32) { copy[i] = source[i % PERIOD]; }",
  });
}
