import type * as tf from "@tensorflow/tfjs";
import type { Program } from "../../engine/webgpu/gpu";
import { repeat, repeat2 } from "../../engine/wgsl/text";
import { vectorOf } from "../../engine/wgsl/vectors";
import { maskedGradient } from "../parts/activation";
import type { Activation } from "../parts/affine";
import { geometryOf, imageBlocks } from "./geometry";
import type { ConvolutionShape } from "./types";

/** Images and vectors of input channels of one invocation. */
const IMAGES = 8;
const VECTORS = 2;

/** dy and y [L, N * H' * W', O], w [L, K K C, O], dx [L, N * H * W, C]. */
type Tensors = Record<"dy" | "y" | "w" | "dx", tf.TensorInfo>;

/** Gradient of the input, the gradient of the activation included. */
export function inputGradientProgram(tensors: Tensors, shape: ConvolutionShape, activation: Activation): Program {
  const { dy, y, w, dx } = tensors;
  const { stride, inLanes, outLanes, inVectors, constants } = geometryOf(shape);
  const vectors = inVectors % VECTORS === 0 ? VECTORS : 1;
  const { images, blocks } = imageBlocks(shape.samples, IMAGES);
  const [gridHeight, gridWidth] = [Math.ceil(shape.height / stride), Math.ceil(shape.width / stride)];
  const outVector = vectorOf(outLanes);
  const positions = stride * stride * gridHeight * gridWidth;
  return {
    name: "convolutionInputGradient",
    reads: activation === "relu" ? { dy, y, w } : { dy, w },
    writes: { dx },
    elements: { dy: outVector, y: outVector, w: outVector, dx: vectorOf(inLanes) },
    constants: {
      ...constants,
      VECTORS: vectors,
      IMAGES: images,
      BLOCKS: blocks,
      GRID_HEIGHT: gridHeight,
      GRID_WIDTH: gridWidth,
    },
    grid: { invocations: (shape.learners * blocks * positions * inVectors) / vectors },
    wgsl: text({ images, vectors, inLanes, outLanes, activation }),
  };
}

interface Text {
  images: number;
  vectors: number;
  inLanes: number;
  outLanes: number;
  activation: Activation;
}

/**
 * An invocation has one pixel, a few input channels and several images. The pixels whose row and column leave the same
 * rest by the stride see the same taps, so they follow each other, and neighboring invocations do the same work.
 */
function text({ images, vectors, inLanes, outLanes, activation }: Text): string {
  const [inVector, outVector] = [vectorOf(inLanes), vectorOf(outLanes)];
  const gradient = (n: number) =>
    `let g${n} = ${maskedGradient(activation, outVector, `dy[from${n} + at]`, `y[from${n} + at]`)};`;
  const product = (n: number, c: number) => (outLanes === 1 ? `g${n} * w${c}` : `dot(g${n}, w${c})`);
  const channels = (n: number, v: number) =>
    Array.from({ length: inLanes }, (_, lane) => product(n, v * inLanes + lane)).join(", ");
  return /* wgsl */ `
fn run(i: u32) {
  let c = (i % (IN / VECTORS)) * VECTORS;
  var rest = i / (IN / VECTORS);
  let grid_column = rest % GRID_WIDTH;
  rest /= GRID_WIDTH;
  let grid_row = rest % GRID_HEIGHT;
  rest /= GRID_HEIGHT;
  let column = grid_column * STRIDE + rest % STRIDE;
  rest /= STRIDE;
  let row = grid_row * STRIDE + rest % STRIDE;
  let block = rest / STRIDE;
  if (row >= HEIGHT || column >= WIDTH) { return; }
  let learner = block / BLOCKS;
  // The last block may have too few images: it computes its last one several times, alike.
  ${repeat(images, (n) => `let image${n} = learner * SAMPLES + min((block % BLOCKS) * IMAGES + ${n}u, SAMPLES - 1u);`)}
  ${repeat(images, (n) => `let from${n} = image${n} * (OUT_HEIGHT * OUT_WIDTH * OUT);`)}
  ${repeat2(images, vectors, (n, v) => `var sum${n}_${v} = ${inVector}(0);`)}
  // Output positions that see this pixel: out_row * STRIDE + ky = row + PADDING for a tap ky.
  let first_row = (max(row + PADDING, KERNEL - 1u) + STRIDE - KERNEL) / STRIDE;
  let rows = min((row + PADDING) / STRIDE + 1u, OUT_HEIGHT) - first_row;
  let first_column = (max(column + PADDING, KERNEL - 1u) + STRIDE - KERNEL) / STRIDE;
  let end_column = min((column + PADDING) / STRIDE + 1u, OUT_WIDTH);
  var out_row = first_row;
  var out_column = first_column;
  var o = 0u;
  for (var step = rows * (end_column - first_column) * OUT; step > 0u; step--) {
    let tap = (row + PADDING - out_row * STRIDE) * KERNEL + column + PADDING - out_column * STRIDE;
    let weight = ((learner * KERNEL * KERNEL + tap) * IN + c) * (${inLanes}u * OUT) + o;
    let at = (out_row * OUT_WIDTH + out_column) * OUT + o;
    ${repeat(images, gradient)}
    ${repeat(vectors * inLanes, (k) => `let w${k} = w[weight + ${k}u * OUT];`)}
    ${repeat2(images, vectors, (n, v) => `sum${n}_${v} += ${inVector}(${channels(n, v)});`)}
    o++;
    let is_last_vector = o == OUT;
    o = select(o, 0u, is_last_vector);
    out_column += select(0u, 1u, is_last_vector);
    let is_last_column = out_column == end_column;
    out_column = select(out_column, first_column, is_last_column);
    out_row += select(0u, 1u, is_last_column);
  }
  let to = (row * WIDTH + column) * IN + c;
  ${repeat2(images, vectors, (n, v) => `dx[to + image${n} * (HEIGHT * WIDTH * IN) + ${v}u] = sum${n}_${v};`)}
}`;
}
