import * as tf from "@tensorflow/tfjs";
import { activationGradient, addBiasAndActivate, biasGradient } from "../affine";
import { sliceConvolution } from "./slices";
import { stackedConvolution } from "./stacked";
import type { Convolution, ConvolutionLayer } from "./types";

/** The layer from plain TensorFlow.js operations: what the WGSL is held to, and what every other backend runs. */
export const composedLayer: ConvolutionLayer = {
  forward: ({ x, w, b }, shape, activation) =>
    addBiasAndActivate(implementation().forward(x, w, shape), b, activation) as tf.Tensor3D,

  gradients: (dy, y, { x, w }, shape, { activation, inputIsData }) => {
    const dz = activationGradient(dy, y, activation) as tf.Tensor3D;
    const gradients = [implementation().filterGradient(x, dz, shape), biasGradient(dz)];
    return inputIsData ? gradients : [...gradients, implementation().inputGradient(dz, w, shape)];
  },
};

/** WASM convolves one learner at a time, with its fast 2-D kernels; elsewhere all learners share every dispatch. */
function implementation(): Convolution {
  return tf.getBackend() === "wasm" ? sliceConvolution : stackedConvolution;
}
