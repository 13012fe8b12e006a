import * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import type { LayerOptions } from "../dense";
import { assertStackable, sumOverArms } from "../parts/shape";
import { fusedLayer } from "./fused";
import { referenceLayer } from "./reference";
import type { ConvolutionLayer, ConvolutionShape, LayerInputs } from "./types";
import { wasmLayer } from "./wasm";

export interface ConvolutionOptions extends LayerOptions {
  /** Side of the filters, K; the images are padded by (K - 1) / 2. */
  kernel: 1 | 3;
  stride: 1 | 2;
}

/**
 * One convolution layer per learner, with or without a bias, and its activation.
 * @param x [S or L, N, H, W, C]; learner l reads slice l mod S
 * @param w [L, K K C, O], row (ky * K + kx) * C + c
 * @param b [L, 1, O]; null for none
 * @returns [L, N, ceil(H / stride), ceil(W / stride), O]
 * @throws when the number of slices does not divide the number of learners, or the filters do not fit the channels
 */
export function convolve(
  x: tf.Tensor5D,
  w: tf.Tensor3D,
  b: tf.Tensor3D | null,
  options: ConvolutionOptions,
): tf.Tensor5D {
  const { activation, inputIsData = false, known } = options;
  const shape = convolutionShape(x, w, options);
  const images = x.reshape([-1, shape.height, shape.width, shape.channels]) as tf.Tensor4D;
  const implementation = chooseForm();
  const layer = tf.customGrad((...args) => {
    const save = args[args.length - 1] as unknown as tf.GradSaveFunc;
    const y =
      known?.reshape<tf.Tensor3D>([shape.learners, -1, shape.outChannels]) ??
      implementation.forward({ x: images, w, b }, shape, activation);
    save([images, w, y, ...(b ? [b] : [])]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, w, y, b = null] = saved as [tf.Tensor4D, tf.Tensor3D, tf.Tensor3D, tf.Tensor3D?];
      const inputs: LayerInputs = { x, w, b };
      const gradients = implementation.gradients(dy as tf.Tensor3D, y, inputs, shape, { activation, inputIsData });
      const dx = inputIsData ? [] : [sumOverArms(gradients.pop() as tf.Tensor, shape.slices).reshape(x.shape)];
      return [...gradients, ...dx];
    };
    return { value: y, gradFunc };
  });
  const y = layer(w, ...(b ? [b] : []), ...(inputIsData ? [] : [images]));
  return y.reshape([shape.learners, shape.samples, shape.outHeight, shape.outWidth, shape.outChannels]);
}

function chooseForm(): ConvolutionLayer {
  const [backend, lane] = [gpu(), wasm()];
  if (lane) return wasmLayer(lane);
  return backend ? fusedLayer(backend) : referenceLayer;
}

function convolutionShape(
  x: tf.Tensor5D,
  w: tf.Tensor3D,
  { kernel, stride }: Pick<ConvolutionOptions, "kernel" | "stride">,
): ConvolutionShape {
  const [slices, samples, height, width, channels] = x.shape;
  const [learners, rows, outChannels] = w.shape;
  assertStackable("convolve", slices, learners);
  const wanted = kernel * kernel * channels;
  if (rows !== wanted) {
    throw new Error(
      `convolve: the filters have ${rows} rows, but ${kernel} x ${kernel} pixels of ${channels} channels are ${wanted}.`,
    );
  }
  const outHeight = Math.ceil(height / stride);
  const outWidth = Math.ceil(width / stride);
  return { slices, learners, samples, kernel, stride, height, width, channels, outHeight, outWidth, outChannels };
}
