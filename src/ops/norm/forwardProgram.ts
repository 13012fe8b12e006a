import type * as tf from "@tensorflow/tfjs";
import type { Program } from "../../engine/webgpu/gpu";
import { activated } from "../parts/activation";
import type { Activation } from "../parts/affine";
import { EPSILON, type NormInputs, type NormShape } from "./types";
import { constantsOf, type Parts, partsForPixels } from "./wgslParts";

/** Where an invocation is: image, learner, row of sets and vector of channels, and what the row's statistics are. */
export function placeWgsl({ vector }: Parts): string {
  return /* wgsl */ `
  let v = i % VECTORS;
  let part = (i / VECTORS) % PARTS;
  let image = i / (VECTORS * PARTS);
  let learner = image / SAMPLES;
  let row = learner * ROWS + (image % SAMPLES) / ROW_SAMPLES;
  let mean = statistics[2u * row * VECTORS + v];
  let inverse = inverseSqrt(statistics[(2u * row + 1u) * VECTORS + v] + ${vector}(${EPSILON}));`;
}

/** y = activation((x - mean) / sqrt(variance + EPSILON) * scale + offset + residual). */
export function forwardProgram(
  { x, scale, offset, residual, statistics }: NormInputs,
  y: tf.TensorInfo,
  shape: NormShape,
  activation: Activation,
): Program {
  const parts = partsForPixels(shape);
  const { vector, vectors, count } = parts;
  return {
    name: "normalization",
    reads: { x, scale, offset, statistics, ...(residual ? { residual } : {}) },
    writes: { y },
    elements: Object.fromEntries(["x", "scale", "offset", "statistics", "residual", "y"].map((name) => [name, vector])),
    constants: constantsOf(shape, parts),
    grid: { invocations: shape.learners * shape.samples * count * vectors },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  ${placeWgsl(parts)}
  let factor = inverse * scale[learner * VECTORS + v];
  let shift = offset[learner * VECTORS + v];
  for (var k = 0u; k < LENGTH; k++) {
    let at = (image * PIXELS + k * PARTS + part) * VECTORS + v;
    let z = (x[at] - mean) * factor + shift${residual ? " + residual[at]" : ""};
    y[at] = ${activated(activation, vector, "z")};
  }
}`,
  };
}
