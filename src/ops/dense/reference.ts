import type * as tf from "@tensorflow/tfjs";
import { stackedMatMul } from "../matMul";
import { type Activation, activationGradient, addBiasAndActivate, biasGradient } from "../parts/affine";
import type { DenseProducts } from "./types";

/** Plain TensorFlow.js operations, any backend. */
export function referenceDense(activation: Activation): DenseProducts {
  const before = (dy: tf.Tensor3D, y: tf.Tensor3D) => activationGradient(dy, y, activation) as tf.Tensor3D;
  return {
    forward: (x, w, b) => addBiasAndActivate(stackedMatMul(x, w), b, activation) as tf.Tensor3D,
    parameterGradients: (dy, { x, y, b }) => {
      const dz = before(dy, y);
      return [stackedMatMul(x, dz, true, false), ...(b ? [biasGradient(dz) as tf.Tensor3D] : [])];
    },
    inputGradient: (dy, { w, y }) => stackedMatMul(before(dy, y), w, false, true),
  };
}
