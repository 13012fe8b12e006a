import * as tf from "@tensorflow/tfjs";
import { joinLearners, sliceLearners } from "../parts/shape";
import { turnedFilters } from "./strideOne";
import type { Convolution, ConvolutionShape } from "./types";

/**
 * Convolution 3 x 3 of one learner after the other, for the WASM backend: its `conv2d` runs on XNNPACK, but it has no filter
 * gradient, and its input gradient is a plain loop (10 times slower). Both gradients are convolutions themselves.
 */

/** Up to this many channels the patches are cheaper to write out than to pack the gradient as a filter. */
const PATCHES_UP_TO_CHANNELS = 4;

export const sliceConvolution: Convolution = {
  forward: (x, w, shape) => {
    const images = split(x, shape.slices);
    const filters = sliceLearners(w.reshape([shape.learners, 3, 3, shape.channels, shape.outChannels]));
    const outputs = filters.map((filter, l) =>
      tf.conv2d(images[l % shape.slices]!, filter as tf.Tensor4D, shape.stride, 1),
    );
    return joinLearners(outputs).reshape([shape.learners, -1, shape.outChannels]);
  },

  filterGradient: (x, dz, shape) => {
    const images = split(x, shape.slices);
    const gradients =
      shape.channels <= PATCHES_UP_TO_CHANNELS
        ? filterGradientsByPatches(images, dz, shape)
        : splitOutputs(dz, shape).map((dz, l) => filterGradientByConvolution(images[l % shape.slices]!, dz, shape));
    return joinLearners(gradients).reshape([shape.learners, 9 * shape.channels, shape.outChannels]);
  },

  inputGradient: (dz, w, shape) => {
    const gradientOf = shape.stride === 1 ? inputGradientOfStrideOne : inputGradientOfStrideTwo;
    const filters = sliceLearners(w);
    const gradients = splitOutputs(dz, shape).map((dz, l) => gradientOf(dz, filters[l] as tf.Tensor2D, shape));
    return joinLearners(gradients).reshape([shape.learners, -1, shape.channels]);
  },
};

/** [slices * N, H, W, C] as one tensor [N, H, W, C] per slice. */
function split(x: tf.Tensor4D, slices: number): tf.Tensor4D[] {
  return sliceLearners(x.reshape([slices, x.shape[0] / slices, ...x.shape.slice(1)])) as tf.Tensor4D[];
}

function splitOutputs(dz: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor4D[] {
  const images = shape.learners * shape.samples;
  return split(dz.reshape([images, shape.outHeight, shape.outWidth, shape.outChannels]), shape.learners);
}

/** Patches by a convolution with the unit filters, once per seed, then a product per learner: [9 C, O]. */
function filterGradientsByPatches(images: tf.Tensor4D[], dz: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor[] {
  const rows = 9 * shape.channels;
  const unitFilters = tf.eye(rows).reshape([3, 3, shape.channels, rows]) as tf.Tensor4D;
  const patches = images.map((x) => tf.transpose(tf.conv2d(x, unitFilters, shape.stride, 1).reshape([-1, rows])));
  return sliceLearners(dz).map((dz, l) => tf.matMul(patches[l % shape.slices]!, dz as tf.Tensor2D));
}

/**
 * dw[ky, kx, c, o] = sum over n, i, j of x[n, s i + ky - 1, s j + kx - 1, c] dz[n, i, j, o] is a convolution with the
 * roles changed: C images of N channels, and dz as a filter of H' x W' taps, s pixels apart: [3, 3, C, O].
 */
function filterGradientByConvolution(x: tf.Tensor4D, dz: tf.Tensor4D, shape: ConvolutionShape): tf.Tensor {
  const images = tf.transpose(x, [3, 1, 2, 0]);
  const filter = tf.transpose(dz, [1, 2, 0, 3]);
  const below = (side: number, out: number) => shape.stride * (out - 1) + 2 - side;
  const padding: [[number, number], [number, number], [number, number], [number, number]] = [
    [0, 0],
    [1, below(shape.height, shape.outHeight)],
    [1, below(shape.width, shape.outWidth)],
    [0, 0],
  ];
  return tf.transpose(tf.conv2d(images, filter, 1, padding, "NHWC", shape.stride), [1, 2, 0, 3]);
}

/** Stride 1: the gradient goes back through the same taps in reverse, a convolution by the turned filter. */
function inputGradientOfStrideOne(dz: tf.Tensor4D, filter: tf.Tensor2D, shape: ConvolutionShape): tf.Tensor {
  const turned = turnedFilters(filter.expandDims(0) as tf.Tensor3D, { ...shape, learners: 1 });
  return tf.conv2d(dz, turned.reshape([3, 3, shape.outChannels, shape.channels]) as tf.Tensor4D, 1, 1);
}

/**
 * Stride 2: even input rows see tap 1 of one output row, odd rows taps 2 and 0 of two; columns likewise. So even and odd
 * rows are two convolutions of stride 1 with 2 C channels (even column, odd column), whose rows are then interleaved.
 */
function inputGradientOfStrideTwo(dz: tf.Tensor4D, filter: tf.Tensor2D, shape: ConvolutionShape): tf.Tensor {
  const { samples, height, width, channels, outHeight, outWidth } = shape;
  const taps = sliceLearners(tf.transpose(filter.reshape([9, channels, shape.outChannels]), [0, 2, 1]));
  const rows = [0, 3, 6].map((first) => columnFilters(taps.slice(first, first + 3)));
  const even = convolveEnd(dz, tf.stack([rows[1]!]) as tf.Tensor4D, 0);
  const odd = convolveEnd(dz, tf.stack([rows[2]!, rows[0]!]) as tf.Tensor4D, 1);
  const lines = [even, odd].map((part) => part.reshape([samples * outHeight, outWidth * 2 * channels]));
  const full = tf.concat(lines, 1).reshape([samples, 2 * outHeight, 2 * outWidth * channels]) as tf.Tensor3D;
  const isFull = height === 2 * outHeight && width === 2 * outWidth;
  return isFull ? full : tf.slice(full, [0, 0, 0], [samples, height, width * channels]);
}

/** The three taps [O, C] of one row of a filter as two [2, O, 2 C], from an output column and its right neighbor. */
function columnFilters(row: tf.Tensor[]): tf.Tensor {
  const [left, center, right] = row as [tf.Tensor, tf.Tensor, tf.Tensor];
  return tf.stack([tf.concat([center, right], 1), tf.concat([tf.zerosLike(left), left], 1)]);
}

/** Stride 1, padded at the right by one column and below by `below` rows. */
function convolveEnd(dz: tf.Tensor4D, filter: tf.Tensor4D, below: number): tf.Tensor {
  return tf.conv2d(dz, filter, 1, [
    [0, 0],
    [0, below],
    [0, 1],
    [0, 0],
  ]);
}
