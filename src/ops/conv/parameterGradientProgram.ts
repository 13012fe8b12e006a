import type * as tf from "@tensorflow/tfjs";
import type { Program } from "../../engine/webgpu/gpu";
import { repeat, repeat2 } from "../../engine/wgsl/text";
import { laneOf, vectorOf } from "../../engine/wgsl/vectors";
import { maskedGradient } from "../parts/activation";
import type { Activation } from "../parts/affine";
import { type Geometry, geometryOf } from "./geometry";
import type { ConvolutionShape } from "./types";

/** Vectors of output channels of one invocation. */
const VECTORS = 2;
/** Output positions that an invocation should have at least. */
const POSITIONS = 64;

/** x [S * N, H, W, C], dy and y [L, N * H' * W', O]. */
type Tensors = Record<"x" | "dy" | "y", tf.TensorInfo>;
/** Gradients dw [L, K K C, O] and, where there is a bias, db [L, 1, O]. */
type Gradients = { dw: tf.TensorInfo; db?: tf.TensorInfo };
/** Where sums go: the gradients, or partial sums [parts, size of both]. */
type Sums = Gradients | { partial: tf.TensorInfo };

/** How the sum over the positions of all images is split, so that a small filter still fills a GPU. */
export interface Split {
  parts: number;
  /** Positions of a part; the last one may have fewer. */
  length: number;
}

/** @param wanted invocations that fill the device */
export function splitOf(shape: ConvolutionShape, wanted: number): Split {
  const positions = shape.samples * shape.outHeight * shape.outWidth;
  const parts = Math.ceil(wanted / invocationsPerPart(shape));
  const length = Math.ceil(positions / Math.max(1, Math.min(parts, Math.floor(positions / POSITIONS))));
  return { length, parts: Math.ceil(positions / length) };
}

interface Options {
  activation: Activation;
  split: Split;
  hasBias: boolean;
}

/** Gradients of filter and bias, the gradient of the activation included, or the parts of their sums. */
export function parameterGradientProgram(
  { x, dy, y }: Tensors,
  sums: Sums,
  shape: ConvolutionShape,
  { activation, split: { parts, length }, hasBias }: Options,
): Program {
  const geometry = geometryOf(shape);
  const outVector = vectorOf(geometry.outLanes);
  const filterSize = (shape.learners * geometry.kernel ** 2 * shape.channels * shape.outChannels) / geometry.outLanes;
  return {
    name: "convolutionParameterGradient",
    reads: activation === "relu" ? { x, dy, y } : { x, dy },
    writes: sums,
    elements: {
      x: vectorOf(geometry.inLanes),
      ...Object.fromEntries(["dy", "y", "dw", "db", "partial"].map((name) => [name, outVector])),
    },
    constants: {
      ...geometry.constants,
      VECTORS: vectorsOf(geometry),
      GROUP: groupOf(geometry),
      LENGTH: length,
      FILTER_SIZE: filterSize,
      TOTAL: filterSize + (hasBias ? shape.learners * geometry.outVectors : 0),
    },
    grid: { invocations: parts * invocationsPerPart(shape) },
    wgsl: text(geometry, { isPartial: "partial" in sums, activation, hasBias }),
  };
}

/** Adds the parts of both gradients, in their order. */
export function addPartsProgram(
  partial: tf.TensorInfo,
  gradients: { dw: tf.Tensor; db?: tf.Tensor },
  shape: ConvolutionShape,
): Program {
  const { dw, db } = gradients;
  const lanes = geometryOf(shape).outLanes;
  const vector = vectorOf(lanes);
  const total = (dw.size + (db?.size ?? 0)) / lanes;
  return {
    name: "convolutionParameterGradientSum",
    reads: { partial },
    writes: gradients,
    elements: { partial: vector, dw: vector, db: vector },
    constants: { PARTS: partial.shape[0] as number, FILTER_SIZE: dw.size / lanes, TOTAL: total },
    grid: { invocations: total },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  var sum = partial[i];
  for (var part = 1u; part < PARTS; part++) { sum += partial[part * TOTAL + i]; }
  ${db ? "if (i < FILTER_SIZE) { dw[i] = sum; } else { db[i - FILTER_SIZE] = sum; }" : "dw[i] = sum;"}
}`,
  };
}

function invocationsPerPart(shape: ConvolutionShape): number {
  const geometry = geometryOf(shape);
  const blocks = geometry.kernel * (geometry.inVectors / groupOf(geometry));
  return shape.learners * blocks * (geometry.outVectors / vectorsOf(geometry));
}

function vectorsOf({ outVectors }: Geometry): number {
  return outVectors % VECTORS === 0 ? VECTORS : 1;
}

/** Vectors of input channels of one invocation: colors, which are read one by one, go together. */
function groupOf({ inLanes, inVectors }: Geometry): number {
  return inLanes === 1 && inVectors % 3 === 0 ? 3 : 1;
}

/**
 * An invocation has one row of the filter's taps, a few channels of input and output, and one part of the positions.
 * The bias is the sum of what all taps see alike, so the invocations of one of them add it up on the way.
 */
function text(
  geometry: Geometry,
  { isPartial, activation, hasBias }: Omit<Options, "split"> & { isPartial: boolean },
): string {
  const { kernel, inLanes, outLanes } = geometry;
  const [vectors, group] = [vectorsOf(geometry), groupOf(geometry)];
  const [inVector, outVector] = [vectorOf(inLanes), vectorOf(outLanes)];
  const filterSum = (index: string) => (isPartial ? `partial[part * TOTAL + ${index}]` : `dw[${index}]`);
  const biasSum = (index: string) => (isPartial ? `partial[part * TOTAL + FILTER_SIZE + ${index}]` : `db[${index}]`);
  /** Rows of the filter: tap kx and vector g of the group, and the channel of the vector. */
  const pixels = kernel * group;
  const row = (pixel: number, lane: number) =>
    `(${Math.floor(pixel / group)}u * IN + ${pixel % group}u) * ${inLanes}u + ${lane}u`;
  const load = (pixel: number) => {
    const [kx, g] = [Math.floor(pixel / group), pixel % group];
    return `let x${pixel} = select(${inVector}(0), x[at + ${kx}u * IN + ${g}u], is_inside && left + ${kx}u < WIDTH);`;
  };
  const eachSum = (line: (pixel: number, lane: number, v: number) => string) =>
    repeat2(pixels, inLanes, (pixel, lane) => repeat(vectors, (v) => line(pixel, lane, v)));
  const storeBias = repeat(vectors, (v) => `${biasSum(`learner * OUT + o + ${v}u`)} = bias${v};`);
  return /* wgsl */ `
fn run(i: u32) {
  let o = (i % (OUT / VECTORS)) * VECTORS;
  var rest = i / (OUT / VECTORS);
  let c = (rest % (IN / GROUP)) * GROUP;
  rest /= IN / GROUP;
  let ky = rest % KERNEL;
  rest /= KERNEL;
  let learner = rest % LEARNERS;
  let part = rest / LEARNERS;
  ${eachSum((pixel, lane, v) => `var sum${pixel}_${lane}_${v} = ${outVector}(0);`)}
  ${repeat(vectors, (v) => `var bias${v} = ${outVector}(0);`)}
  let end = min((part + 1u) * LENGTH, SAMPLES * OUT_HEIGHT * OUT_WIDTH);
  var column = (part * LENGTH) % OUT_WIDTH;
  var row = (part * LENGTH) / OUT_WIDTH % OUT_HEIGHT;
  var image = (learner % SLICES) * SAMPLES + (part * LENGTH) / (OUT_WIDTH * OUT_HEIGHT);
  for (var p = part * LENGTH; p < end; p++) {
    // Outside the image these wrap around to large numbers.
    let top = row * STRIDE + ky - PADDING;
    let left = column * STRIDE - PADDING;
    let is_inside = top < HEIGHT;
    let at = ((image * HEIGHT + top) * WIDTH + left) * IN + c;
    let start = (learner * (SAMPLES * OUT_HEIGHT * OUT_WIDTH) + p) * OUT + o;
    ${repeat(vectors, (v) => `let g${v} = ${maskedGradient(activation, outVector, `dy[start + ${v}u]`, `y[start + ${v}u]`)};`)}
    ${repeat(pixels, load)}
    ${eachSum((pixel, lane, v) => `sum${pixel}_${lane}_${v} += ${laneOf(`x${pixel}`, inLanes, lane)} * g${v};`)}
    ${repeat(vectors, (v) => `bias${v} += g${v};`)}
    column++;
    let is_last_column = column == OUT_WIDTH;
    column = select(column, 0u, is_last_column);
    row += select(0u, 1u, is_last_column);
    let is_last_row = row == OUT_HEIGHT;
    row = select(row, 0u, is_last_row);
    image += select(0u, 1u, is_last_row);
  }
  let to = (((learner * KERNEL + ky) * KERNEL * IN + c) * ${inLanes}u) * OUT + o;
  ${eachSum((pixel, lane, v) => `${filterSum(`to + (${row(pixel, lane)}) * OUT + ${v}u`)} = sum${pixel}_${lane}_${v};`)}
  ${hasBias ? `if (ky == PADDING && c == 0u) { ${storeBias} }` : ""}
}`;
}
