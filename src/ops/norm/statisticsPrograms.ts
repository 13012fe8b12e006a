import type * as tf from "@tensorflow/tfjs";
import type { Program } from "../../engine/webgpu/gpu";
import type { NormShape } from "./types";
import { constantsOf, ownSamplesWgsl, type Parts } from "./wgslParts";

/**
 * Mean and sum of squared deviations of each stretch of an image's pixels, per channel. Deviations are summed from the
 * first number, so that a mean that is large beside the spread cancels nothing.
 * @param partial [L * N * PARTS, 2, C]
 */
export function partialMomentsProgram(
  { x, partial }: Record<"x" | "partial", tf.TensorInfo>,
  shape: NormShape,
  parts: Parts,
): Program {
  const { vector, vectors, count } = parts;
  return {
    name: "normalization moments",
    reads: { x },
    writes: { partial },
    elements: { x: vector, partial: vector },
    constants: constantsOf(shape, parts),
    grid: { invocations: shape.learners * shape.samples * count * vectors },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  let v = i % VECTORS;
  let stretch = i / VECTORS;
  let start = stretch * LENGTH * VECTORS + v;
  let first = x[start];
  var sum = ${vector}(0);
  var squares = ${vector}(0);
  for (var p = 1u; p < LENGTH; p++) {
    let deviation = x[start + p * VECTORS] - first;
    sum += deviation;
    squares += deviation * deviation;
  }
  let mean = sum / f32(LENGTH);
  partial[2u * stretch * VECTORS + v] = first + mean;
  partial[(2u * stretch + 1u) * VECTORS + v] = squares - sum * mean;
}`,
  };
}

/** Mean and variance of each set from those of its stretches (Chan, Golub and LeVeque, 1979), at each of its channels. */
export function statisticsProgram(
  { partial, statistics }: Record<"partial" | "statistics", tf.TensorInfo>,
  shape: NormShape,
  parts: Parts,
): Program {
  const groups = shape.channels / shape.sets.channels;
  return {
    name: "normalization statistics",
    reads: { partial },
    writes: { statistics },
    constants: { ...constantsOf(shape, parts), GROUPS: groups },
    grid: { invocations: shape.learners * shape.rows * groups },
    wgsl: /* wgsl */ `
const STRETCHES = ROW_SAMPLES * PARTS;
fn run(i: u32) {
  let row = i / GROUPS;
  let stretches = own_samples(row / ROWS) * PARTS;
  let end = row * STRETCHES + stretches;
  let first = (i % GROUPS) * SET_CHANNELS;
  var sum = 0.0;
  for (var s = row * STRETCHES; s < end; s++) {
    for (var c = first; c < first + SET_CHANNELS; c++) { sum += partial[2u * s * CHANNELS + c]; }
  }
  let mean = sum / f32(stretches * SET_CHANNELS);
  var squares = 0.0;
  for (var s = row * STRETCHES; s < end; s++) {
    for (var c = first; c < first + SET_CHANNELS; c++) {
      let deviation = partial[2u * s * CHANNELS + c] - mean;
      squares += partial[(2u * s + 1u) * CHANNELS + c] + f32(LENGTH) * deviation * deviation;
    }
  }
  let variance = squares / f32(stretches * SET_CHANNELS * LENGTH);
  for (var c = first; c < first + SET_CHANNELS; c++) {
    statistics[2u * row * CHANNELS + c] = mean;
    statistics[(2u * row + 1u) * CHANNELS + c] = variance;
  }
}
${ownSamplesWgsl(shape)}`,
  };
}
