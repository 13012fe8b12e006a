import type * as tf from "@tensorflow/tfjs";
import type { Program } from "../../engine/webgpu/gpu";
import { maskedGradient } from "../parts/activation";
import type { Activation } from "../parts/affine";
import { placeWgsl } from "./forwardProgram";
import type { NormShape } from "./types";
import { constantsOf, ownSamplesWgsl, type Parts, partsForPixels } from "./wgslParts";

/** What the gradient is worked out from: tensors as in `Normalization`. */
type Upstream = Record<"dy" | "y" | "x" | "statistics", tf.TensorInfo>;

/**
 * With g the gradient before the activation and s = (x - mean) / sqrt(variance + EPSILON): sums of g and of g s over
 * each stretch of an image's pixels, per channel.
 * @param partial [L * N * PARTS, 2, C]
 */
export function partialSumsProgram(
  upstream: Upstream,
  partial: tf.TensorInfo,
  shape: NormShape,
  { parts, activation }: { parts: Parts; activation: Activation },
): Program {
  const { vector, vectors, count } = parts;
  return {
    name: "normalization gradient sums",
    reads: readsOf(upstream, activation),
    writes: { partial },
    elements: vectorsOf(vector, "dy", "y", "x", "statistics", "partial"),
    constants: constantsOf(shape, parts),
    grid: { invocations: shape.learners * shape.samples * count * vectors },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  ${placeWgsl(parts)}
  var sum = ${vector}(0);
  var along = ${vector}(0);
  for (var k = 0u; k < LENGTH; k++) {
    let at = (image * PIXELS + part * LENGTH + k) * VECTORS + v;
    let g = ${maskedGradient(activation, vector, "dy[at]", "y[at]")};
    sum += g;
    along += g * ((x[at] - mean) * inverse);
  }
  let stretch = i / VECTORS;
  partial[2u * stretch * VECTORS + v] = sum;
  partial[(2u * stretch + 1u) * VECTORS + v] = along;
}`,
  };
}

/**
 * The sums over samples and pixels: of each learner, the gradients of offset and scale; of each set, the means of
 * g scale and of g scale s, at each of its channels.
 * @param means [L, R, 2, C]
 */
export function sumsProgram(
  { partial, scale }: Record<"partial" | "scale", tf.TensorInfo>,
  writes: Record<"means" | "dscale" | "doffset", tf.TensorInfo>,
  shape: NormShape,
  parts: Parts,
): Program {
  const groups = shape.channels / shape.sets.channels;
  const sets = shape.learners * shape.rows * groups;
  return {
    name: "normalization parameter gradients",
    reads: { partial, scale },
    writes,
    constants: { ...constantsOf(shape, parts), GROUPS: groups, SETS: sets },
    grid: { invocations: sets + shape.learners * shape.channels },
    wgsl: /* wgsl */ `
const STRETCHES = ROW_SAMPLES * PARTS;
fn run(i: u32) {
  if (i < SETS) { sum_set(i); } else { sum_channel(i - SETS); }
}
${SUM_SET_WGSL}
${SUM_CHANNEL_WGSL}
${ownSamplesWgsl(shape)}`,
  };
}

const SUM_SET_WGSL = /* wgsl */ `
fn sum_set(i: u32) {
  let row = i / GROUPS;
  let weights = row / ROWS * CHANNELS;
  let stretches = own_samples(row / ROWS) * PARTS;
  let first = (i % GROUPS) * SET_CHANNELS;
  var sum = vec2f();
  for (var s = row * STRETCHES; s < row * STRETCHES + stretches; s++) {
    for (var c = first; c < first + SET_CHANNELS; c++) {
      sum += scale[weights + c] * vec2f(partial[2u * s * CHANNELS + c], partial[(2u * s + 1u) * CHANNELS + c]);
    }
  }
  let mean = sum / f32(stretches * SET_CHANNELS * LENGTH);
  for (var c = first; c < first + SET_CHANNELS; c++) {
    means[2u * row * CHANNELS + c] = mean.x;
    means[(2u * row + 1u) * CHANNELS + c] = mean.y;
  }
}`;

const SUM_CHANNEL_WGSL = /* wgsl */ `
fn sum_channel(i: u32) {
  let learner = i / CHANNELS;
  let c = i % CHANNELS;
  var sum = vec2f();
  for (var s = learner * SAMPLES * PARTS; s < (learner + 1u) * SAMPLES * PARTS; s++) {
    sum += vec2f(partial[2u * s * CHANNELS + c], partial[(2u * s + 1u) * CHANNELS + c]);
  }
  doffset[i] = sum.x;
  dscale[i] = sum.y;
}`;

/** dx = (g scale - mean of g scale - s mean of g scale s) / sqrt(variance + EPSILON), and g for a residual. */
export function inputGradientProgram(
  { means, scale, ...upstream }: Upstream & Record<"means" | "scale", tf.TensorInfo>,
  { dx, dresidual }: { dx: tf.TensorInfo; dresidual: tf.TensorInfo | null },
  shape: NormShape,
  activation: Activation,
): Program {
  const parts = partsForPixels(shape);
  const { vector, vectors, count } = parts;
  return {
    name: "normalization input gradient",
    reads: { ...readsOf(upstream, activation), means, scale },
    writes: { dx, ...(dresidual ? { dresidual } : {}) },
    elements: vectorsOf(vector, "dy", "y", "x", "statistics", "means", "scale", "dx", "dresidual"),
    constants: constantsOf(shape, parts),
    grid: { invocations: shape.learners * shape.samples * count * vectors },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  ${placeWgsl(parts)}
  let weight = scale[learner * VECTORS + v];
  let level = means[2u * row * VECTORS + v];
  let along = means[(2u * row + 1u) * VECTORS + v];
  let counts = f32(image % SAMPLES % ROW_SAMPLES < own_samples(learner));
  for (var k = 0u; k < LENGTH; k++) {
    let at = (image * PIXELS + k * PARTS + part) * VECTORS + v;
    let g = ${maskedGradient(activation, vector, "dy[at]", "y[at]")};
    dx[at] = counts * (g * weight - level - (x[at] - mean) * inverse * along) * inverse;
    ${dresidual ? "dresidual[at] = g;" : ""}
  }
}
${ownSamplesWgsl(shape)}`,
  };
}

/** The gradient before the activation needs the activated value only where there is an activation. */
function readsOf({ dy, y, x, statistics }: Upstream, activation: Activation): Record<string, tf.TensorInfo> {
  return { dy, x, statistics, ...(activation === "relu" ? { y } : {}) };
}

function vectorsOf(vector: string, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, vector]));
}
