import { lanesOf } from "../../engine/wgsl/vectors";
import type { ConvolutionShape } from "./types";

/** How a program takes a convolution apart: vectors of channels, and how many of them an invocation keeps. */
export interface Geometry {
  kernel: number;
  stride: number;
  /** Channels per vector, and vectors per pixel, of input and output. */
  inLanes: number;
  outLanes: number;
  inVectors: number;
  outVectors: number;
  /** The sizes as WGSL constants. IN and OUT are the vectors per pixel. */
  constants: Record<string, number>;
}

/** The geometry of a convolution: channels are read as vectors wherever their number allows it. */
export function geometryOf(shape: ConvolutionShape): Geometry {
  const { kernel, stride } = shape;
  const [inLanes, outLanes] = [lanesOf(shape.channels), lanesOf(shape.outChannels)];
  const [inVectors, outVectors] = [shape.channels / inLanes, shape.outChannels / outLanes];
  const constants = {
    KERNEL: kernel,
    STRIDE: stride,
    PADDING: (kernel - 1) / 2,
    SLICES: shape.slices,
    LEARNERS: shape.learners,
    SAMPLES: shape.samples,
    HEIGHT: shape.height,
    WIDTH: shape.width,
    OUT_HEIGHT: shape.outHeight,
    OUT_WIDTH: shape.outWidth,
    IN: inVectors,
    OUT: outVectors,
  };
  return { kernel, stride, inLanes, outLanes, inVectors, outVectors, constants };
}

/** Splits the images of a learner into equal blocks of at most `limit`; the last one may want a few images. */
export function imageBlocks(samples: number, limit: number): { images: number; blocks: number } {
  const images = Math.ceil(samples / Math.ceil(samples / limit));
  return { images, blocks: Math.ceil(samples / images) };
}
