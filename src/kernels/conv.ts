import * as tf from "@tensorflow/tfjs";
import { activationGradient, addBiasAndActivate, biasGradient } from "./affine";
import { sliceConvolution } from "./convSlices";
import { stackedConvolution } from "./convStacked";
import type { Convolution, ConvolutionShape } from "./convTypes";
import type { LayerOptions } from "./dense";
import { assertStackable, sumOverArms } from "./shape";

/**
 * One convolution layer per learner: 3 x 3, stride 2, padding 1, bias, activation.
 * @param x [S or L, N, H, W, C]; learner l reads slice l mod S
 * @param w [L, 9 C, O], row (ky * 3 + kx) * C + c
 * @param b [L, 1, O]
 * @returns [L, N, ceil(H / 2), ceil(W / 2), O]
 * @throws when the number of slices does not divide the number of learners
 */
export function convolve(x: tf.Tensor5D, w: tf.Tensor3D, b: tf.Tensor3D, options: LayerOptions): tf.Tensor5D {
  const { activation, inputIsData = false } = options;
  const shape = convolutionShape(x, w);
  const images = x.reshape([-1, shape.height, shape.width, shape.channels]) as tf.Tensor4D;
  const layer = tf.customGrad((...args) => {
    const [w, b] = args as unknown as [tf.Tensor3D, tf.Tensor3D];
    const save = args[args.length - 1] as unknown as tf.GradSaveFunc;
    const y = addBiasAndActivate(implementation().forward(images, w, shape), b, activation);
    save([images, w, y]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [images, w, y] = saved as [tf.Tensor4D, tf.Tensor3D, tf.Tensor3D];
      const dz = activationGradient(dy, y, activation) as tf.Tensor3D;
      const gradients = [implementation().filterGradient(images, dz, shape), biasGradient(dz)];
      return inputIsData ? gradients : [...gradients, inputGradient(dz, w, shape).reshape(images.shape)];
    };
    return { value: y, gradFunc };
  });
  const y = inputIsData ? layer(w, b) : layer(w, b, images);
  return y.reshape([shape.learners, shape.samples, shape.outHeight, shape.outWidth, shape.outChannels]);
}

/**
 * Mean over the pixels of every image and channel.
 * @param x [L, N, H, W, C]
 * @returns [L, N, C]
 */
export function globalAveragePool(x: tf.Tensor5D): tf.Tensor3D {
  const [learners, samples, height, width, channels] = x.shape;
  return tf.mean(x.reshape([learners * samples, height * width, channels]), 1).reshape([learners, samples, channels]);
}

/** WASM convolves one learner at a time, with its fast 2-D kernels; elsewhere all learners share every dispatch. */
function implementation(): Convolution {
  return tf.getBackend() === "wasm" ? sliceConvolution : stackedConvolution;
}

function inputGradient(dz: tf.Tensor3D, w: tf.Tensor3D, shape: ConvolutionShape): tf.Tensor {
  return sumOverArms(implementation().inputGradient(dz, w, shape), shape.slices);
}

function convolutionShape(x: tf.Tensor5D, w: tf.Tensor3D): ConvolutionShape {
  const [slices, samples, height, width, channels] = x.shape;
  const [learners, rows, outChannels] = w.shape;
  assertStackable("convolve", slices, learners);
  if (rows !== 9 * channels) {
    throw new Error(
      `convolve: the filters have ${rows} rows, but 3 x 3 pixels of ${channels} channels are ${9 * channels}.`,
    );
  }
  const outHeight = Math.ceil(height / 2);
  const outWidth = Math.ceil(width / 2);
  return { slices, learners, samples, height, width, channels, outHeight, outWidth, outChannels };
}
