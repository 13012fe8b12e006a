import type * as tf from "@tensorflow/tfjs";
import type { Activation } from "../parts/affine";

/**
 * Sizes of a convolution whose filters are `kernel` pixels wide and high, padded by (kernel - 1) / 2 so that a side of n
 * gives ceil(n / stride).
 */
export interface ConvolutionShape {
  /** Slices of the input (S or L) and learners L. */
  slices: number;
  learners: number;
  /** Images per slice. */
  samples: number;
  kernel: 1 | 3;
  stride: 1 | 2;
  height: number;
  width: number;
  channels: number;
  outHeight: number;
  outWidth: number;
  outChannels: number;
}

/** What a layer reads: x [slices * N, H, W, C], w [L, K K C, O], b [L, 1, O] or no bias. */
export interface LayerInputs {
  x: tf.Tensor4D;
  w: tf.Tensor3D;
  b: tf.Tensor3D | null;
}

/** One convolution layer with its gradients. It is composed of plain operations, or in WGSL or WebAssembly. */
export interface ConvolutionLayer {
  /** activation(x * w + b): [L, N * H' * W', O] */
  forward(inputs: LayerInputs, shape: ConvolutionShape, activation: Activation): tf.Tensor3D;
  /**
   * @param dy gradient of y = forward(...)
   * @returns gradients of w, of b where there is one and, unless the input is data, of x: [L or S, N * H * W, C]
   */
  gradients(
    dy: tf.Tensor3D,
    y: tf.Tensor3D,
    inputs: LayerInputs,
    shape: ConvolutionShape,
    options: { activation: Activation; inputIsData: boolean },
  ): tf.Tensor[];
}

/** The three products of a convolution. Every tensor is [slices or L, N * height * width, channels] or as said. */
export interface Convolution {
  /** x [slices * N, H, W, C], w [L, K K C, O] -> [L, N * H' * W', O] */
  forward(x: tf.Tensor4D, w: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D;
  /** -> [L, K K C, O] */
  filterGradient(x: tf.Tensor4D, dz: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D;
  /** -> [L, N * H * W, C] */
  inputGradient(dz: tf.Tensor3D, w: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor3D;
}
