import type * as tf from "@tensorflow/tfjs";
import type { Program } from "../../engine/webgpu/gpu";
import { repeat, repeat2 } from "../../engine/wgsl/text";
import { laneOf, vectorOf } from "../../engine/wgsl/vectors";
import { activated } from "../parts/activation";
import type { Activation } from "../parts/affine";
import { geometryOf, imageBlocks } from "./geometry";
import type { ConvolutionShape } from "./types";

/** Images and vectors of output channels of one invocation: 16 vectors of sums fit the registers of every GPU. */
const IMAGES = 8;
const VECTORS = 2;

/** x [S * N, H, W, C], w [L, K K C, O], b [L, 1, O], y [L, N * H' * W', O]. */
type Tensors = Record<"x" | "w" | "y", tf.TensorInfo> & { b: tf.TensorInfo | null };

/** y = activation(conv(x, w) + b), or without the bias. */
export function forwardProgram({ x, w, b, y }: Tensors, shape: ConvolutionShape, activation: Activation): Program {
  const { inLanes, outLanes, outVectors, constants } = geometryOf(shape);
  const vectors = outVectors % VECTORS === 0 ? VECTORS : 1;
  const { images, blocks } = imageBlocks(shape.samples, IMAGES);
  const outVector = vectorOf(outLanes);
  return {
    name: "convolution",
    reads: { x, w, ...(b ? { b } : {}) },
    writes: { y },
    elements: { x: vectorOf(inLanes), w: outVector, b: outVector, y: outVector },
    constants: { ...constants, VECTORS: vectors, IMAGES: images, BLOCKS: blocks },
    grid: { invocations: (shape.learners * blocks * shape.outHeight * shape.outWidth * outVectors) / vectors },
    wgsl: text({ images, vectors, inLanes, outVector, activation, hasBias: b !== null }),
  };
}

interface Text {
  images: number;
  vectors: number;
  inLanes: number;
  outVector: string;
  activation: Activation;
  hasBias: boolean;
}

/**
 * An invocation has one position of the output, a few output channels and several images: the images share every load
 * of the filter, and which taps lie outside is the same for all of them. Columns and channels of an image follow each
 * other in memory, so they are one index, `q`; and all taps are one loop, since software adapters pay for each level
 * of a nest as often as there are sums.
 */
function text({ images, vectors, inLanes, outVector, activation, hasBias }: Text): string {
  const product = (lane: number) => /* wgsl */ `
    ${repeat(vectors, (v) => `let w${lane}_${v} = w[weight + ${lane}u * OUT + ${v}u];`)}
    ${repeat2(images, vectors, (n, v) => `sum${n}_${v} += ${laneOf(`x${n}`, inLanes, lane)} * w${lane}_${v};`)}`;
  const store = (n: number, v: number) => {
    const value = activated(activation, outVector, `sum${n}_${v}`);
    return `y[to + image${n} * (OUT_HEIGHT * OUT_WIDTH * OUT) + ${v}u] = ${value};`;
  };
  return /* wgsl */ `
fn run(i: u32) {
  let o = (i % (OUT / VECTORS)) * VECTORS;
  let position = i / (OUT / VECTORS);
  let column = position % OUT_WIDTH;
  let row = (position / OUT_WIDTH) % OUT_HEIGHT;
  let block = position / (OUT_WIDTH * OUT_HEIGHT);
  let learner = block / BLOCKS;
  // The last block may have too few images: it computes its last one several times, alike.
  ${repeat(images, (n) => `let image${n} = min((block % BLOCKS) * IMAGES + ${n}u, SAMPLES - 1u);`)}
  ${repeat(images, (n) => `let from${n} = ((learner % SLICES) * SAMPLES + image${n}) * (HEIGHT * WIDTH * IN);`)}
  ${repeat(vectors, (v) => `let bias${v} = ${hasBias ? `b[learner * OUT + o + ${v}u]` : `${outVector}(0)`};`)}
  ${repeat2(images, vectors, (n, v) => `var sum${n}_${v} = bias${v};`)}
  // Taps inside the image.
  let first_row = max(row * STRIDE, PADDING) - row * STRIDE;
  let rows = min(KERNEL, HEIGHT + PADDING - row * STRIDE) - first_row;
  let first = (max(column * STRIDE, PADDING) - column * STRIDE) * IN;
  let end = min(KERNEL, WIDTH + PADDING - column * STRIDE) * IN;
  // Left of the image these wrap around, and come back with q.
  var line = ((row * STRIDE + first_row - PADDING) * WIDTH + column * STRIDE - PADDING) * IN;
  var filter_line = (learner * KERNEL + first_row) * (KERNEL * IN * ${inLanes}u * OUT) + o;
  var q = first;
  for (var step = rows * (end - first); step > 0u; step--) {
    let weight = filter_line + q * (${inLanes}u * OUT);
    ${repeat(images, (n) => `let x${n} = x[from${n} + line + q];`)}
    ${repeat(inLanes, product)}
    q++;
    let is_last = q == end;
    q = select(q, first, is_last);
    line += select(0u, WIDTH * IN, is_last);
    filter_line += select(0u, KERNEL * IN * ${inLanes}u * OUT, is_last);
  }
  let to = ((learner * SAMPLES * OUT_HEIGHT + row) * OUT_WIDTH + column) * OUT + o;
  ${repeat2(images, vectors, store)}
}`;
}
