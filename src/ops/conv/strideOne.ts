import * as tf from "@tensorflow/tfjs";
import { stackedMatMul } from "../matMul";
import type { Convolution, ConvolutionShape } from "./types";

/** Convolution 3 x 3 of stride 1 of stacked learners as one matrix product (im2col). */
export const strideOneConvolution: Convolution = {
  forward: (x, w, shape) => stackedMatMul(patches(x, shape.slices), w),

  filterGradient: (x, dz, shape) => stackedMatMul(patches(x, shape.slices), dz, true, false),

  /** The gradient goes back through the same taps in reverse: a convolution by the turned filters. */
  inputGradient: (dz, w, shape) => {
    const { learners, samples, height, width, outChannels } = shape;
    const images = dz.reshape([learners * samples, height, width, outChannels]) as tf.Tensor4D;
    return stackedMatMul(patches(images, learners), turnedFilters(w, shape));
  },
};

/** The nine pixels around each pixel: [slices * N, H, W, C] to [slices, N * H * W, 9 C]. */
function patches(x: tf.Tensor4D, slices: number): tf.Tensor3D {
  const [, height, width, channels] = x.shape;
  const padded = tf.pad(x, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
  const taps = Array.from({ length: 9 }, (_, tap) =>
    tf.slice(padded, [0, Math.floor(tap / 3), tap % 3, 0], [-1, height, width, -1]),
  );
  return tf.concat(taps, 3).reshape([slices, -1, 9 * channels]);
}

/** [L, 9 C, O] to [L, 9 O, C], the taps in reverse. */
export function turnedFilters(w: tf.Tensor3D, { learners, channels, outChannels }: ConvolutionShape): tf.Tensor3D {
  const taps = w.reshape([learners, 9, channels, outChannels]);
  return tf.transpose(tf.reverse(taps, 1), [0, 1, 3, 2]).reshape([learners, 9 * outChannels, channels]);
}
