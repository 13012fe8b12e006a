import type * as tf from "@tensorflow/tfjs";

/** Sizes of a 3 x 3 convolution of stride 2 and padding 1: an odd side of 2n - 1 gives n, as an even side of 2n does. */
export interface ConvolutionShape {
  /** Slices of the input (S or L) and learners L. */
  slices: number;
  learners: number;
  /** Images per slice. */
  samples: number;
  height: number;
  width: number;
  channels: number;
  outHeight: number;
  outWidth: number;
  outChannels: number;
}

/** The three products of a convolution. Every tensor is [slices or L, N * height * width, channels] or as said. */
export interface Convolution {
  /** x [slices * N, H, W, C], w [L, 9 C, O] -> [L, N * H' * W', O] */
  forward(x: tf.Tensor4D, w: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D;
  /** -> [L, 9 C, O] */
  filterGradient(x: tf.Tensor4D, dz: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D;
  /** -> [L, N * H * W, C] */
  inputGradient(dz: tf.Tensor3D, w: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D;
}
