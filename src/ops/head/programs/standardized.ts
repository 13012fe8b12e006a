import type { TensorInfo } from "@tensorflow/tfjs";
import { type GpuBackend, output, type Program } from "../../../engine/webgpu/gpu";
import { f32 } from "../../../engine/wgsl/numbers";
import type { StandardizedWgsl } from "../../../objectives/wgsl";
import { ANCHOR_WGSL, anchorAt } from "./anchors";
import { armFlag, bodies, learnersOf, perLearner } from "./arms";
import type { Beside } from "./beside";
import { LANE_SUMS_WGSL } from "./lanes";
import { type HeadShape, shapeSource } from "./shape";
import type { FusedArm } from "./types";

/** Losses of embeddings that are centered over the batch (objectives/wgsl.ts), over such learners alone: beside the first two dispatches, and in one more. */

/** Numbers of a dimension: the variances of both sides, their agreement, their distance. */
const DIMENSION_FIELDS = 4;

function standardizedOf({ objective }: FusedArm): StandardizedWgsl | undefined {
  return objective?.form === "standardized" ? objective : undefined;
}

const isStandardized = (arm: FusedArm) => standardizedOf(arm) !== undefined;

/** E, how many learners have such a loss. */
function standardizedCount(arms: readonly FusedArm[]): number {
  return learnersOf(arms, isStandardized).count;
}

/** What the programs share. */
function common(arms: readonly FusedArm[]): string {
  const isScaled = (arm: FusedArm) => (standardizedOf(arm)?.epsilon ?? null) !== null;
  return /* wgsl */ `
fn learner_of(index: u32) -> u32 { return ${learnersOf(arms, isStandardized).nth}; }
fn is_scaled(learner: u32) -> bool { return ${armFlag(arms, isScaled)}; }
fn epsilon_of(learner: u32) -> f32 { return ${perLearner(arms, (arm) => f32(standardizedOf(arm)?.epsilon ?? 0))}; }
fn deviation_of(learner: u32, variance: f32) -> f32 {
  return select(1.0, sqrt(variance + epsilon_of(learner)), is_scaled(learner));
}
/** Row of a learner's view in z and its gradient, and in what is of such learners alone. */
fn row_of_z(learner: u32, i: u32) -> u32 { return learner * ALL_VIEWS + row_of(i); }
fn row_of_y(own: u32, i: u32) -> u32 { return own * ALL_VIEWS + i; }`;
}

/** What the programs hand on, of such learners. */
export interface Standardized {
  y: TensorInfo;
  dimensions: TensorInfo;
  products: TensorInfo;
}

/** Null where there are no such learners. */
export function standardizedTensors(
  backend: GpuBackend,
  { views, size }: HeadShape,
  arms: readonly FusedArm[],
): Standardized | null {
  const learners = standardizedCount(arms);
  if (learners === 0) return null;
  return {
    y: output(backend, [learners, views, size]),
    dimensions: output(backend, [learners, DIMENSION_FIELDS, size]),
    products: output(backend, [learners, 2, views / 2, views / 2]),
  };
}

/** y, and what is known of every dimension, beside the normalization: an invocation per dimension. */
export function standardizeBeside(
  shape: HeadShape,
  arms: readonly FusedArm[],
  { y, dimensions }: Standardized,
): Beside {
  return {
    writes: { y, dimensions },
    invocations: standardizedCount(arms) * shape.size,
    wgsl: /* wgsl */ `${common(arms)}
/** The side's column of y; returns its variance. */
fn standardize(learner: u32, own: u32, first: u32, a: u32) -> f32 {
  var mean = 0.0;
  for (var i = 0u; i < SAMPLES; i++) { mean += z_at(row_of_z(learner, first + i) * SIZE + a); }
  mean /= f32(SAMPLES);
  var variance = 0.0;
  for (var i = 0u; i < SAMPLES; i++) {
    let centered = z_at(row_of_z(learner, first + i) * SIZE + a) - mean;
    variance += centered * centered;
  }
  variance /= f32(SAMPLES);
  let deviation = deviation_of(learner, variance);
  for (var i = 0u; i < SAMPLES; i++) {
    y[row_of_y(own, first + i) * SIZE + a] = (z_at(row_of_z(learner, first + i) * SIZE + a) - mean) / deviation;
  }
  return variance;
}

fn beside(invocation: u32) {
  let own = invocation / SIZE;
  let a = invocation % SIZE;
  let learner = learner_of(own);
  see_learner(learner);
  let variances = vec2f(standardize(learner, own, 0u, a), standardize(learner, own, SAMPLES, a));
  var agreement = 0.0;
  var distance = 0.0;
  for (var i = 0u; i < SAMPLES; i++) {
    let at = row_of_y(own, i) * SIZE + a;
    agreement += y[at] * y[at + SAMPLES * SIZE];
    let difference = z_at(row_of_z(learner, i) * SIZE + a) - z_at(row_of_z(learner, SAMPLES + i) * SIZE + a);
    distance += difference * difference;
  }
  let at = own * ${DIMENSION_FIELDS}u * SIZE + a;
  dimensions[at] = variances.x;
  dimensions[at + SIZE] = variances.y;
  dimensions[at + 2u * SIZE] = agreement / f32(SAMPLES);
  dimensions[at + 3u * SIZE] = distance / f32(SAMPLES);
}`,
  };
}

/** y_i . y_j of the rows of each side, beside the cosines: an invocation per row and four others. */
export function productsBeside(shape: HeadShape, arms: readonly FusedArm[], { y, products }: Standardized): Beside {
  const [learners = 0] = y.shape;
  const groups = Math.ceil(shape.views / 8);
  return {
    reads: { y },
    writes: { products },
    constants: { GROUPS: groups },
    invocations: learners * shape.views * groups,
    wgsl: /* wgsl */ `${common(arms)}
fn beside(invocation: u32) {
  let group = invocation % GROUPS;
  let view = invocation / GROUPS % ALL_VIEWS;
  let own = invocation / GROUPS / ALL_VIEWS;
  see_learner(learner_of(own));
  if (view >= VIEWS) { return; }
  let first = select(SAMPLES, 0u, view < SAMPLES);
  let others = min(vec4u(0u, 1u, 2u, 3u) + 4u * group, vec4u(SAMPLES - 1u)) + first;
  let at = (own * ALL_VIEWS + others) * SIZE;
  let row = row_of_y(own, view) * SIZE;
  var sums = vec4f();
  for (var a = 0u; a < SIZE; a++) {
    sums += y[row + a] * vec4f(y[at.x + a], y[at.y + a], y[at.z + a], y[at.w + a]);
  }
  let to = row_of_y(own, view) * ALL_SAMPLES + 4u * group;
  products[to] = sums.x;
  if (4u * group + 1u < SAMPLES) { products[to + 1u] = sums.y; }
  if (4u * group + 2u < SAMPLES) { products[to + 2u] = sums.z; }
  if (4u * group + 3u < SAMPLES) { products[to + 3u] = sums.w; }
}`,
  };
}

interface StandardizedInput extends Standardized {
  z: TensorInfo;
}

/**
 * Value and gradient of such learners, by one workgroup each; an invocation has whole columns, so that what is made of a column
 * stays with it.
 *
 * @param output gradient [L, N, D], of these learners alone; anchors [L, ANCHOR_FIELDS, N], in place
 */
export function standardizedProgram(
  shape: HeadShape,
  arms: readonly FusedArm[],
  reads: StandardizedInput,
  output: { gradient: TensorInfo; anchors: TensorInfo },
): Program {
  const { constants, wgsl } = shapeSource(shape);
  const lanes = shape.size <= 32 ? 64 : 256;
  const dimension = bodies(arms, (arm) => standardizedOf(arm)?.dimension);
  const ofOther = armFlag(arms, (arm) => standardizedOf(arm)?.products === "other");
  const batch = shape.own ? "var<private> BATCH: f32;" : `const BATCH: f32 = ${f32(shape.views / 2)};`;
  const numbers = `${batch} const SIZE: f32 = ${f32(shape.size)};`;
  const { SIZE, ...rest } = constants;
  return {
    name: "head: standardized embeddings",
    reads: { ...reads },
    writes: output,
    constants: { ...rest, DIMENSIONS: SIZE ?? 0, LANES: lanes },
    grid: { workgroups: standardizedCount(arms), lanes },
    wgsl: /* wgsl */ `${numbers}${wgsl}${common(arms)}${ANCHOR_WGSL}${LANE_SUMS_WGSL}
struct Dimension { value: f32, of_own: f32, of_other: f32, of_raw: f32 }
${dimension.texts.map((body, k) => `fn dimension_${k}(variance: f32, agreement: f32, distance: f32) -> Dimension { ${body} }`).join("\n")}
fn dimension_of(learner: u32, variance: f32, agreement: f32, distance: f32) -> Dimension {
  ${dimension.select((k) => `dimension_${k}(variance, agreement, distance)`, "Dimension()")}
}
fn weight_of(learner: u32) -> f32 { return ${perLearner(arms, (arm) => `(${standardizedOf(arm)?.weight ?? "0.0"})`)}; }
fn of_other_side(learner: u32) -> bool { return ${ofOther}; }
${COLUMNS_WGSL}${runWgsl(shape.own ? "BATCH = f32(SAMPLES);" : "")}`,
  };
}

const COLUMNS_WGSL = /* wgsl */ `
/** The gradient of a column of a side; returns the dimension's part of the value. */
fn column(learner: u32, own: u32, first: u32, a: u32) -> f32 {
  let at = own * ${DIMENSION_FIELDS}u * DIMENSIONS + a;
  let variance = dimensions[select(at + DIMENSIONS, at, first == 0u)];
  let known = dimension_of(learner, variance, dimensions[at + 2u * DIMENSIONS], dimensions[at + 3u * DIMENSIONS]);
  let other = SAMPLES - first;
  let factor = 4.0 * weight_of(learner);
  let seen = row_of_y(own, select(first, other, of_other_side(learner)));
  var along = 0.0;
  for (var i = 0u; i < SAMPLES; i++) {
    var product = 0.0;
    for (var j = 0u; j < SAMPLES; j++) {
      product += products[(seen + i) * ALL_SAMPLES + j] * y[row_of_y(own, first + j) * DIMENSIONS + a];
    }
    let here = row_of_y(own, first + i) * DIMENSIONS + a;
    let there = row_of_y(own, other + i) * DIMENSIONS + a;
    let of_z = row_of_z(learner, first + i) * DIMENSIONS + a;
    let of_other_z = row_of_z(learner, other + i) * DIMENSIONS + a;
    let total = factor * product + known.of_own * y[here] + known.of_other * y[there] + known.of_raw * (z[of_z] - z[of_other_z]);
    along += total * y[here];
    gradient[of_z] = total;
  }
  if (is_scaled(learner)) {
    let deviation = deviation_of(learner, variance);
    for (var i = 0u; i < SAMPLES; i++) {
      let of_z = row_of_z(learner, first + i) * DIMENSIONS + a;
      gradient[of_z] = (gradient[of_z] - y[row_of_y(own, first + i) * DIMENSIONS + a] * along / BATCH) / deviation;
    }
  }
  return known.value;
}

/** A lane's share of the sums over the products of rows. */
fn products_share(learner: u32, own: u32, lane: u32) -> f32 {
  var share = 0.0;
  for (var k = lane; k < VIEWS * SAMPLES; k += LANES) {
    let view = k / SAMPLES;
    let paired = select(view, (view + SAMPLES) % VIEWS, of_other_side(learner));
    let at = row_of_y(own, view) * ALL_SAMPLES + k % SAMPLES;
    share += products[at] * products[row_of_y(own, paired) * ALL_SAMPLES + k % SAMPLES];
  }
  return weight_of(learner) * share;
}`;

function runWgsl(batch: string): string {
  return /* wgsl */ `
fn run(own: u32, lane: u32) {
  let learner = learner_of(own);
  see_learner(learner);
  ${batch}
  var share = products_share(learner, own, lane);
  for (var k = lane; k < 2u * DIMENSIONS; k += LANES) {
    share += column(learner, own, select(SAMPLES, 0u, k < DIMENSIONS), k % DIMENSIONS);
  }
  let value = lane_sum(lane, share);
  for (var i = lane; i < VIEWS; i += LANES) { anchors[${anchorAt("value")}] = value; }
}`;
}
