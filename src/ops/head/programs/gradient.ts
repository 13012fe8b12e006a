import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { repeat } from "../../../engine/wgsl/text";
import { armFlag, isBeside, ofDots } from "./arms";
import { embeddingElement } from "./embeddings";
import { type HeadShape, shapeSource } from "./shape";
import { temperatureSource } from "./temperatures";
import type { FusedArm, Temperatures } from "./types";

/** What the fourth dispatch reads. */
interface GradientInput {
  unit: TensorInfo;
  inverseNorm: TensorInfo;
  cosines: TensorInfo;
  /** dL/ds_in of all anchors, [L, ROWS, ROWS]; its transpose does as well. */
  coefficients: TensorInfo;
}

/**
 * Fourth dispatch: dL/dz of the mean over the anchors. With H = G + G^T, dL/du_i = sum_j H_ij u_j / (N temperature), and
 * what is tangential of it, times 1/|z_i|, is dL/dz_i. The radial part u_i . dL/du_i = sum_j H_ij cos_ij comes from the
 * cosines in the same loop. Where the losses see
 * inner products of z itself, dL/dz_i = sum_j H_ij |z_j| u_j / N. An invocation works out 4 views x 8 dimensions in registers, or 4 x 4 where D is small or odd.
 *
 * @param gradient written, [L, N, D]
 */
export function gradientProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  arms: readonly FusedArm[],
  { unit, inverseNorm, cosines, coefficients }: GradientInput,
  gradient: TensorInfo,
): Program {
  const source = temperatureSource(temperatures);
  const blocks = shape.rows / 4;
  const width = shape.vectors % 2 === 0 ? 2 : 1;
  const parts = shape.vectors / width;
  const element = embeddingElement(shape);
  const { constants, wgsl } = shapeSource(shape);
  return {
    name: "head: gradient",
    reads: { ...source.reads, unit, inverse_norm: inverseNorm, cosines, coefficients },
    writes: { gradient },
    uniforms: source.uniforms,
    elements: { unit: "vec4f", cosines: "vec4f", coefficients: "vec4f", inverse_norm: "vec4f", gradient: element },
    constants: { ...constants, BLOCKS: blocks, PARTS: parts },
    grid: { invocations: shape.learners * blocks * parts },
    wgsl: [
      wgsl,
      source.wgsl,
      element === "vec4f" ? STORE_VECTOR : STORE_SCALARS,
      BLOCKS_WGSL,
      runWgsl(width, arms, shape.own !== null),
      STORE_FOUR_WGSL,
    ].join("\n"),
  };
}

const BLOCKS_WGSL = /* wgsl */ `
/** G_ij of four anchors, one in each column, and four candidates. */
fn four_by_four(learner: u32, i: u32, j: u32) -> mat4x4f {
  let at = (learner * ROWS + 4u * i) * BLOCKS + j;
  return mat4x4f(
    coefficients[at], coefficients[at + BLOCKS], coefficients[at + 2u * BLOCKS], coefficients[at + 3u * BLOCKS]);
}

fn units(view: u32, k: u32) -> mat4x4f {
  let at = view * VECTORS + k;
  return mat4x4f(unit[at], unit[at + VECTORS], unit[at + 2u * VECTORS], unit[at + 3u * VECTORS]);
}`;

/** The sums of a block of views, `width` vectors of dimensions an invocation. */
function runWgsl(width: number, arms: readonly FusedArm[], hasOwnRows: boolean): string {
  const hasDots = arms.some(ofDots);
  const isZero = [
    ...(arms.some(isBeside) ? [armFlag(arms, isBeside)] : []),
    ...(hasOwnRows ? ["4u * i >= VIEWS"] : []),
  ].join(" || ");
  const each = (line: (v: number) => string) => repeat(width, line);
  return /* wgsl */ `
fn run(index: u32) {
  let k = index % PARTS;
  let i = index / PARTS % BLOCKS;
  let learner = index / PARTS / BLOCKS;
  see_learner(learner);
  ${isZero ? `if (${isZero}) { ${each((v) => `store_zeros(learner, i, k + ${v}u * PARTS);`)} return; }` : ""}
  ${each((v) => `var sums${v} = mat4x4f();`)}
  var radial = vec4f();
  for (var j = 0u; j < (VIEWS + 3u) / 4u; j++) {
    ${hasDots ? "var" : "let"} both = four_by_four(learner, i, j) + transpose(four_by_four(learner, j, i));
    ${hasDots ? withNorms(arms) : ""}
    let view = learner * ROWS + 4u * j;
    ${each((v) => `sums${v} += units(view, k + ${v}u * PARTS) * both;`)}
    let at = (learner * ROWS + 4u * i) * BLOCKS + j;
    radial += vec4f(
      dot(both[0], cosines[at]),
      dot(both[1], cosines[at + BLOCKS]),
      dot(both[2], cosines[at + 2u * BLOCKS]),
      dot(both[3], cosines[at + 3u * BLOCKS]));
  }
  ${hasDots ? "var" : "let"} factor = inverse_norm[learner * BLOCKS + i] / (temperature(learner) * f32(VIEWS));
  ${hasDots ? `if (${armFlag(arms, ofDots)}) { radial = vec4f(); factor = vec4f(1.0 / f32(VIEWS)); }` : ""}
  ${each((v) => `store_four(learner, i, k + ${v}u * PARTS, sums${v}, radial, factor);`)}
}`;
}

/** Candidates are rows of the block, each by its length; 0 where there is no direction. */
function withNorms(arms: readonly FusedArm[]): string {
  return /* wgsl */ `if (${armFlag(arms, ofDots)}) {
      let inverses = inverse_norm[learner * BLOCKS + j];
      let norms = select(1.0 / inverses, vec4f(), inverses == vec4f());
      both = mat4x4f(both[0] * norms, both[1] * norms, both[2] * norms, both[3] * norms);
    }`;
}

const STORE_FOUR_WGSL = /* wgsl */ `
/** Where z has no part in the loss, whatever it is. */
fn store_zeros(learner: u32, i: u32, k: u32) {
  for (var r = 0u; r < 4u; r++) {
    if (4u * i + r < ALL_VIEWS) { store(learner * ALL_VIEWS + row_of(4u * i + r), k, vec4f()); }
  }
}

fn store_four(learner: u32, i: u32, k: u32, sums: mat4x4f, radial: vec4f, factor: vec4f) {
  let own = units(learner * ROWS + 4u * i, k);
  for (var r = 0u; r < 4u; r++) {
    let view = 4u * i + r;
    if (view < ALL_VIEWS) { store(learner * ALL_VIEWS + row_of(view), k, (sums[r] - own[r] * radial[r]) * factor[r]); }
  }
}`;

const STORE_VECTOR = /* wgsl */ `
fn store(row: u32, k: u32, part: vec4f) { gradient[row * VECTORS + k] = part; }`;

const STORE_SCALARS = /* wgsl */ `
fn store(row: u32, k: u32, part: vec4f) {
  for (var c = 0u; c < 4u; c++) {
    if (4u * k + c < SIZE) { gradient[row * SIZE + 4u * k + c] = part[c]; }
  }
}`;
