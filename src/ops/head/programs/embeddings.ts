import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { type Beside, turnAside, withBeside } from "./beside";
import { type HeadShape, shapeSource } from "./shape";

/** Binds an array of embeddings [L, N, D] as vectors where D allows it. */
export function embeddingElement({ size }: HeadShape): "vec4f" | "f32" {
  return size % 4 === 0 ? "vec4f" : "f32";
}

/**
 * First dispatch: u = z/|z| and 1/|z|, the own views of a learner in front. One invocation per view, the padding included. A vector of squared length up to
 * `zeroSquared` has no direction: both are 0 there, and with them its gradient.
 *
 * @param z [L, N, D]
 * @param written unit [L, ROWS, 4 VECTORS], inverseNorm [L, ROWS]
 * @param beside at hand for it: `z_at(at)`, a number of z
 */
export function normalizeProgram(
  shape: HeadShape,
  z: TensorInfo,
  { unit, inverseNorm }: { unit: TensorInfo; inverseNorm: TensorInfo },
  zeroSquared: number,
  beside: Beside | null,
): Program {
  const element = embeddingElement(shape);
  const own = shape.learners * shape.rows;
  const { constants, wgsl } = shapeSource(shape);
  const number = element === "vec4f" ? NUMBER_OF_VECTOR : NUMBER;
  const program = {
    name: "head: normalize",
    reads: { z },
    writes: { unit, inverse_norm: inverseNorm },
    elements: { z: element, unit: "vec4f" },
    constants,
    grid: { invocations: own },
    wgsl: /* wgsl */ `${wgsl}${beside ? number : ""}
${element === "vec4f" ? LOAD_VECTOR : LOAD_SCALARS}

fn run(i: u32) {${turnAside("i", own, beside)}
  let view = i % ROWS;
  see_learner(i / ROWS);
  let row = i / ROWS * ALL_VIEWS + row_of(view);
  var inverse = 0.0;
  if (view < VIEWS) {
    var squared = 0.0;
    for (var k = 0u; k < VECTORS; k++) {
      let part = load(row, k);
      squared += dot(part, part);
    }
    // Asked this way round, NaN stays NaN, and a learner that diverged is noticed.
    inverse = select(inverseSqrt(squared), 0.0, squared <= ${zeroSquared});
  }
  inverse_norm[i] = inverse;
  for (var k = 0u; k < VECTORS; k++) {
    var part = vec4f();
    if (view < VIEWS) { part = load(row, k) * inverse; }
    unit[i * VECTORS + k] = part;
  }
}`,
  };
  return withBeside(program, own, beside);
}

const NUMBER = /* wgsl */ `
fn z_at(at: u32) -> f32 { return z[at]; }`;

const NUMBER_OF_VECTOR = /* wgsl */ `
fn z_at(at: u32) -> f32 { return z[at / 4u][at % 4u]; }`;

const LOAD_VECTOR = /* wgsl */ `
fn load(row: u32, k: u32) -> vec4f { return z[row * VECTORS + k]; }`;

const LOAD_SCALARS = /* wgsl */ `
fn load(row: u32, k: u32) -> vec4f {
  var part = vec4f();
  for (var c = 0u; c < 4u; c++) {
    if (4u * k + c < SIZE) { part[c] = z[row * SIZE + 4u * k + c]; }
  }
  return part;
}`;
