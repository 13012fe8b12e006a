import * as tf from "@tensorflow/tfjs";
import { stackedMatMul } from "../matMul";
import type { Convolution, ConvolutionShape } from "./types";

/** Convolution by one pixel: a dense layer on the channels of every pixel that the stride does not skip. */
export const pointwiseConvolution: Convolution = {
  forward: (x, w, shape) => stackedMatMul(stridedPixels(x, shape), w),

  filterGradient: (x, dz, shape) => stackedMatMul(stridedPixels(x, shape), dz, true, false),

  inputGradient: (dz, w, shape) => spreadPixels(stackedMatMul(dz, w, false, true), shape),
};

/** [slices * N, H, W, C] to [slices, N * H' * W', C] */
function stridedPixels(x: tf.Tensor4D, { slices, channels, stride }: ConvolutionShape): tf.Tensor3D {
  const kept = stride === 1 ? x : tf.stridedSlice(x, [0, 0, 0, 0], x.shape, [1, stride, stride, 1]);
  return kept.reshape([slices, -1, channels]);
}

/** [L, N * H' * W', C] to [L, N * H * W, C], with zeros where the stride skipped. */
function spreadPixels(dx: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D {
  const { learners, samples, height, width, channels, outHeight, outWidth, stride } = shape;
  if (stride === 1) return dx;
  const columns = tf.pad(dx.reshape([-1, outWidth, channels]), [
    [0, 0],
    [0, 0],
    [0, channels],
  ]);
  const rows = tf.pad(columns.reshape([-1, 1, 2 * outWidth * channels]), [
    [0, 0],
    [0, 1],
    [0, 0],
  ]);
  const full = rows.reshape([learners * samples, 2 * outHeight, 2 * outWidth, channels]) as tf.Tensor4D;
  return tf.slice(full, [0, 0, 0, 0], [-1, height, width, -1]).reshape([learners, -1, channels]);
}
