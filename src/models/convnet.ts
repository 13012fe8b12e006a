import type { Tensor3D, Tensor5D } from "@tensorflow/tfjs";
import { convolve, globalAveragePool } from "../kernels/conv";
import { denseSpecs, projectionHead, projectionSpecs } from "./layers";
import type { Encoder, EncoderOptions, ParameterSpec } from "./types";

/**
 * Small convolutional encoder without normalisation: `depth` convolutions of 3 x 3 pixels and stride 2, whose channels
 * double each time, a global average pool as features, then the projection head.
 * @throws when the samples are no images, or too small for the depth
 */
export function convnet({ width, depth, projection }: EncoderOptions, inputShape: number[]): Encoder {
  const channels = checkedChannels(inputShape, depth);
  const featureSize = width * 2 ** (depth - 1);
  return {
    parameters: [...convolutionSpecs(channels, width, depth), ...projectionSpecs(featureSize, projection)],
    featureSize,
    embeddingSize: projection,
    largestActivation: largestActivation(inputShape, width, depth),
    forward(parameters, input) {
      let x = input as Tensor5D;
      for (let layer = 0; layer < depth; layer++) {
        const [w, b] = parameters.slice(2 * layer) as [Tensor3D, Tensor3D];
        x = convolve(x, w, b, { kernel: 3, stride: 2, activation: "relu", inputIsData: layer === 0 });
      }
      const features = globalAveragePool(x);
      return { features, embeddings: projectionHead(features, parameters.slice(2 * depth) as Tensor3D[]) };
    },
  };
}

/** A 3 x 3 convolution is a dense layer on 9 pixels. */
function convolutionSpecs(channels: number, width: number, depth: number): ParameterSpec[] {
  return Array.from({ length: depth }, (_, layer) =>
    denseSpecs(`convolution${layer + 1}`, 9 * (layer === 0 ? channels : width * 2 ** (layer - 1)), width * 2 ** layer),
  ).flat();
}

/** Sides are halved and channels doubled by each layer, so the first one's output is the largest. */
function largestActivation([height = 0, width = 0]: number[], channels: number, depth: number): number {
  const deepest = channels * 2 ** (depth - 1);
  return Math.max(Math.ceil(height / 2) * Math.ceil(width / 2) * channels, deepest);
}

function checkedChannels(inputShape: number[], depth: number): number {
  const [height, width, channels] = inputShape;
  if (height === undefined || width === undefined || channels === undefined) {
    throw new Error(
      `The convnet needs images, but these samples are points of ${inputShape[0]} numbers: choose the mlp encoder.`,
    );
  }
  const deepest = Math.ceil(Math.log2(Math.min(height, width)));
  if (depth <= deepest) return channels;
  throw new Error(
    `A convnet of depth ${depth} is too deep for images of ${height} x ${width} pixels, since each convolution halves ` +
      `the sides: choose a depth of at most ${deepest}, or the mlp encoder.`,
  );
}
