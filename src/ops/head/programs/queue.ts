import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { repeat } from "../../../engine/wgsl/text";
import { embeddingElement } from "./embeddings";
import { type HeadShape, shapeConstants } from "./shape";
import { temperatureSource } from "./temperatures";
import type { Temperatures } from "./types";

/** The head of a step whose negatives come from a queue: the products with its keys, and the gradient of what was made of them. */

interface Keys {
  /** Keys of earlier steps, [L, K, D]. */
  entries: TensorInfo;
  /** Of this step's views, [L, N, D]. */
  keys: TensorInfo;
}

/** Shape of the cosines of the keys (down) with the anchors: K negatives, then the anchor's own key. */
export function queueShape({ learners, rows }: HeadShape, { entries }: Keys): [number, number, number] {
  return [learners, (entries.shape[1] ?? 0) + 1, rows];
}

/** What both programs share: vectors of four dimensions of a key, and of the key of an anchor's other view. */
function source(shape: HeadShape, { entries, keys }: Keys) {
  const element = embeddingElement(shape);
  const load = (of: string) =>
    element === "vec4f"
      ? `return ${of}[row * VECTORS + k];`
      : `var part = vec4f();
  for (var c = 0u; c < 4u; c++) { if (4u * k + c < SIZE) { part[c] = ${of}[row * SIZE + 4u * k + c]; } }
  return part;`;
  return {
    reads: { entries, keys },
    elements: { entries: element, keys: element },
    constants: { ...shapeConstants(shape), KEYS: entries.shape[1] ?? 0, BLOCKS: shape.rows / 4 },
    wgsl: /* wgsl */ `
fn entry(row: u32, k: u32) -> vec4f { ${load("entries")} }
fn own_key(row: u32, k: u32) -> vec4f { ${load("keys")} }
/** Of a view that is there, the other view's row in the keys. */
fn partner_of(learner: u32, view: u32) -> u32 {
  return learner * VIEWS + (min(view, VIEWS - 1u) + SAMPLES) % VIEWS;
}`,
  };
}

/**
 * An invocation holds four anchors and four keys, as for the cosines of a batch; the last of a block of anchors their own keys.
 * @param unit [L, ROWS, 4 VECTORS]
 * @param similarities written, [L, K + 1, ROWS]
 */
export function queueCosinesProgram(shape: HeadShape, keys: Keys, unit: TensorInfo, similarities: TensorInfo): Program {
  const { reads, elements, constants, wgsl } = source(shape, keys);
  const groups = Math.ceil(constants.KEYS / 4) + 1;
  return {
    name: "head: cosines with the queue",
    reads: { unit, ...reads },
    writes: { similarities },
    elements: { ...elements, unit: "vec4f", similarities: "vec4f" },
    constants: { ...constants, GROUPS: groups },
    grid: { invocations: shape.learners * groups * constants.BLOCKS },
    wgsl: /* wgsl */ `${wgsl}
fn anchors_at(view: u32, k: u32) -> mat4x4f {
  let at = view * VECTORS + k;
  return transpose(mat4x4f(unit[at], unit[at + VECTORS], unit[at + 2u * VECTORS], unit[at + 3u * VECTORS]));
}

fn with_own_keys(learner: u32, i: u32) {
  ${repeat(4, (r) => `let row${r} = partner_of(learner, 4u * i + ${r}u);`)}
  var sums = vec4f();
  for (var k = 0u; k < VECTORS; k++) {
    let four = anchors_at(learner * ROWS + 4u * i, k);
    let own = transpose(mat4x4f(own_key(row0, k), own_key(row1, k), own_key(row2, k), own_key(row3, k)));
    sums += four[0] * own[0] + four[1] * own[1] + four[2] * own[2] + four[3] * own[3];
  }
  similarities[(learner * (KEYS + 1u) + KEYS) * BLOCKS + i] = sums;
}

fn run(index: u32) {
  let i = index % BLOCKS;
  let group = index / BLOCKS % GROUPS;
  let learner = index / BLOCKS / GROUPS;
  if (group == GROUPS - 1u) { with_own_keys(learner, i); return; }
  ${repeat(4, (r) => `let row${r} = learner * KEYS + min(4u * group + ${r}u, KEYS - 1u); var sums${r} = vec4f();`)}
  for (var k = 0u; k < VECTORS; k++) {
    let four = anchors_at(learner * ROWS + 4u * i, k);
    ${repeat(4, (r) => `sums${r} += four * entry(row${r}, k);`)}
  }
  let at = (learner * (KEYS + 1u) + 4u * group) * BLOCKS + i;
  similarities[at] = sums0;
  ${repeat(3, (r) => `if (4u * group + ${r + 1}u < KEYS) { similarities[at + ${r + 1}u * BLOCKS] = sums${r + 1}; }`)}
}`,
  };
}

interface QueueGradientInput extends Keys {
  unit: TensorInfo;
  inverseNorm: TensorInfo;
  similarities: TensorInfo;
  /** As the rows' program leaves them, [L, K + 1, ROWS]. */
  coefficients: TensorInfo;
}

/**
 * dL/dz of the mean over the anchors, whose keys are constants: an invocation has four anchors and four dimensions.
 * @param gradient written, [L, N, D]
 */
export function queueGradientProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  { entries, keys, unit, inverseNorm, similarities, coefficients }: QueueGradientInput,
  gradient: TensorInfo,
): Program {
  const { reads, elements, constants, wgsl } = source(shape, { entries, keys });
  const given = temperatureSource(temperatures);
  const element = embeddingElement(shape);
  const vectors = { unit: "vec4f", inverse_norm: "vec4f", similarities: "vec4f", coefficients: "vec4f" };
  return {
    name: "head: gradient with the queue",
    reads: { ...given.reads, unit, inverse_norm: inverseNorm, similarities, coefficients, ...reads },
    writes: { gradient },
    uniforms: given.uniforms,
    elements: { ...elements, ...vectors, gradient: element },
    constants,
    grid: { invocations: shape.learners * constants.BLOCKS * shape.vectors },
    wgsl: /* wgsl */ `${given.wgsl}${wgsl}
fn store(learner: u32, view: u32, k: u32, sum: vec4f, radial: f32, factor: f32) {
  if (view >= VIEWS) { return; }
  let part = (sum - unit[(learner * ROWS + view) * VECTORS + k] * radial) * factor;
  ${element === "vec4f" ? "gradient[(learner * VIEWS + view) * VECTORS + k] = part;" : STORE_SCALARS}
}

fn run(index: u32) {
  let k = index % VECTORS;
  let i = index / VECTORS % BLOCKS;
  let learner = index / VECTORS / BLOCKS;
  let own = (learner * (KEYS + 1u) + KEYS) * BLOCKS + i;
  let of_own = coefficients[own];
  var radial = of_own * similarities[own];
  ${repeat(4, (r) => `var sum${r} = of_own[${r}] * own_key(partner_of(learner, 4u * i + ${r}u), k);`)}
  for (var n = 0u; n < KEYS; n++) {
    let at = (learner * (KEYS + 1u) + n) * BLOCKS + i;
    let coefficient = coefficients[at];
    radial += coefficient * similarities[at];
    let key = entry(learner * KEYS + n, k);
    ${repeat(4, (r) => `sum${r} += coefficient[${r}] * key;`)}
  }
  let factor = inverse_norm[learner * BLOCKS + i] / (temperature(learner) * f32(VIEWS));
  ${repeat(4, (r) => `store(learner, 4u * i + ${r}u, k, sum${r}, radial[${r}], factor[${r}]);`)}
}`,
  };
}

const STORE_SCALARS = /* wgsl */ `for (var c = 0u; c < 4u; c++) {
    if (4u * k + c < SIZE) { gradient[(learner * VIEWS + view) * SIZE + 4u * k + c] = part[c]; }
  }`;
