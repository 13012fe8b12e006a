import * as tf from "@tensorflow/tfjs";
import { activationGradient, addBiasAndActivate, biasGradient } from "../parts/affine";
import { pointwiseConvolution } from "./pointwise";
import { sliceConvolution } from "./slices";
import { strideOneConvolution } from "./strideOne";
import { strideTwoConvolution } from "./strideTwo";
import type { Convolution, ConvolutionLayer, ConvolutionShape } from "./types";

/** The layer from plain TensorFlow.js operations: what the WGSL is held to, and what every other backend runs. */
export const referenceLayer: ConvolutionLayer = {
  forward: ({ x, w, b }, shape, activation) =>
    addBiasAndActivate(implementation(shape).forward(x, w, shape), b, activation) as tf.Tensor3D,

  gradients: (dy, y, { x, w, b }, shape, { activation, inputIsData }) => {
    const convolution = implementation(shape);
    const dz = activationGradient(dy, y, activation) as tf.Tensor3D;
    const gradients = [convolution.filterGradient(x, dz, shape), ...(b ? [biasGradient(dz)] : [])];
    return inputIsData ? gradients : [...gradients, convolution.inputGradient(dz, w, shape)];
  },
};

/** WASM convolves one learner at a time, with its fast 2-D kernels; elsewhere all learners share every dispatch. */
function implementation({ kernel, stride }: ConvolutionShape): Convolution {
  if (kernel === 1) return pointwiseConvolution;
  if (tf.getBackend() === "wasm") return sliceConvolution;
  return stride === 1 ? strideOneConvolution : strideTwoConvolution;
}
