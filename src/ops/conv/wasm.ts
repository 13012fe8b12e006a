import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmGradientOutput, wasmOutput } from "../../engine/wasm/lane";
import { packedSize } from "../matMul/wasm";
import type { ConvolutionLayer, ConvolutionShape, LayerInputs } from "./types";

/** Convolutions in WebAssembly (wasm.as.ts): one kernel forwards, one for the parameters' gradients, one for the input's. */

/** Numbers of images that are worked on at a time: with what is read beside them they stay in a second cache of 512 KiB. */
const BLOCK = 32 * 1024;
/** Pixels whose sums go to a gradient at a time, as in wasm.as.ts. */
const SUMMED = 512;
/** Rows of a tile, as in tiles.as.ts; what it reads or writes beyond the last row is scratch. */
const TILE = 4;

export function wasmLayer(lane: WasmLane): ConvolutionLayer {
  return {
    forward: (inputs, shape, activation) => forward(lane, inputs, shape, activation === "relu"),

    gradients: (dy, y, inputs, shape, { activation, inputIsData }) => {
      const rectified = activation === "relu" ? y : null;
      const gradients = parameterGradients(lane, { dy, y: rectified, ...inputs }, shape);
      return inputIsData ? gradients : [...gradients, inputGradient(lane, { dy, y: rectified, w: inputs.w }, shape)];
    },
  };
}

type Upstream = {
  dy: tf.Tensor3D;
  /** The activated value where there is an activation. */
  y: tf.Tensor3D | null;
};

function forward(lane: WasmLane, { x, w, b }: LayerInputs, shape: ConvolutionShape, rectifies: boolean): tf.Tensor3D {
  const { learners, samples, kernel, channels, outHeight, outWidth, outChannels } = shape;
  const pixels = outHeight * outWidth;
  const y = wasmOutput<tf.Rank.R3>(lane, [learners, samples * pixels, outChannels]);
  const block = blockOf(shape, imageSize(shape, kernel === 1 ? 0 : 1));
  const scratch = [
    2 * (block * pixels + TILE),
    kernel === 1 ? null : block * imageSize(shape, 1),
    packedSize(kernel ** 2 * channels, outChannels),
    outChannels,
  ];
  const numbers = [...sizesOf(shape), block, Number(rectifies)];
  const division = { units: samples, work: workOf(shape), scratch };
  lane.run("convolutionForward", { reads: [x, w, b], writes: [y], numbers, division });
  return y;
}

function parameterGradients(
  lane: WasmLane,
  { x, w, b, dy, y }: LayerInputs & Upstream,
  shape: ConvolutionShape,
): tf.Tensor[] {
  const [dw, db] = [wasmGradientOutput(lane, w), b && wasmGradientOutput(lane, b)];
  const image = imageSize(shape, padding(shape));
  const block = blockOf(shape, image);
  const scratch = [
    block * shape.outHeight * shape.outWidth + TILE,
    block * image + TILE,
    packedSize(SUMMED, shape.outChannels),
    SUMMED * TILE,
  ];
  const numbers = [...sizesOf(shape), block];
  const units = shape.kernel * Math.ceil((shape.kernel * shape.channels) / TILE);
  const division = { units, work: workOf(shape), scratch };
  lane.run("convolutionParameterGradients", { reads: [x, dy, y], writes: [dw, db], numbers, division });
  return db ? [dw, db] : [dw];
}

/** Per slice, [S, N * H * W, C]. */
function inputGradient(
  lane: WasmLane,
  { dy, y, w }: Upstream & Pick<LayerInputs, "w">,
  shape: ConvolutionShape,
): tf.Tensor {
  const { slices, samples, kernel, stride, height, width, channels, outHeight, outWidth, outChannels } = shape;
  const dx = wasmOutput(lane, [slices, samples * height * width, channels]);
  const image = paddedSize(outHeight, outWidth, padding(shape)) * outChannels;
  const block = blockOf(shape, image);
  const pixelsOfPhase = Math.ceil(height / stride) * Math.ceil(width / stride);
  const scratch = [
    2 * (block * pixelsOfPhase + TILE),
    block * image,
    packedSize(kernel ** 2 * outChannels, channels),
    channels,
  ];
  const numbers = [...sizesOf(shape), block];
  const division = { units: samples, work: workOf(shape), scratch };
  lane.run("convolutionInputGradient", { reads: [w, dy, y], writes: [dx], numbers, division });
  return dx;
}

function sizesOf(shape: ConvolutionShape): number[] {
  const { slices, learners, samples, kernel, stride, height, width, channels, outHeight, outWidth, outChannels } =
    shape;
  return [slices, learners, samples, kernel, stride, height, width, channels, outHeight, outWidth, outChannels];
}

/** Multiply-adds of a pass. */
function workOf({ learners, samples, kernel, channels, outHeight, outWidth, outChannels }: ConvolutionShape): number {
  return learners * samples * outHeight * outWidth * kernel ** 2 * channels * outChannels;
}

function padding({ kernel }: ConvolutionShape): number {
  return (kernel - 1) / 2;
}

/** Numbers of an image of the input with `pad` pixels of zeros on each side. */
function imageSize({ height, width, channels }: ConvolutionShape, pad: number): number {
  return paddedSize(height, width, pad) * channels;
}

function paddedSize(height: number, width: number, pad: number): number {
  return (height + 2 * pad) * (width + 2 * pad);
}

function blockOf({ samples }: ConvolutionShape, image: number): number {
  return Math.max(1, Math.min(samples, Math.floor(BLOCK / image)));
}
