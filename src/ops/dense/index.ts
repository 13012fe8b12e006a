import * as tf from "@tensorflow/tfjs";
import { gpu } from "../../engine/webgpu/gpu";
import { stackedMatMul } from "../matMul";
import { type Activation, activationGradient, addBiasAndActivate, biasGradient } from "../parts/affine";
import { assertStackable, sumOverArms } from "../parts/shape";
import { type DenseShape, denseForward, denseInputGradient, denseParameterGradients } from "./fused";

export interface LayerOptions {
  activation: Activation;
  /** The input is data: its gradient is not asked for, and not computed. */
  inputIsData?: boolean;
}

/** The products of a dense layer. `dz` in the names of the papers is dy before the activation. */
interface DenseProducts {
  forward(x: tf.Tensor3D, w: tf.Tensor3D, b: tf.Tensor3D | null): tf.Tensor3D;
  /** Of the weights and, where there is one, the bias. */
  parameterGradients(dy: tf.Tensor3D, saved: Saved): tf.Tensor3D[];
  /** Per learner, [L, N, I]. */
  inputGradient(dy: tf.Tensor3D, saved: Saved): tf.Tensor3D;
}

interface Saved {
  x: tf.Tensor3D;
  w: tf.Tensor3D;
  b: tf.Tensor3D | null;
  y: tf.Tensor3D;
}

/**
 * One dense layer per learner: activation(x w + b), or without the bias.
 * @param x [S or L, N, I]; learner l reads slice l mod S
 * @param w [L, I, O]
 * @param b [L, 1, O]; null for none
 * @returns [L, N, O]
 * @throws when the number of slices does not divide the number of learners
 */
export function dense(x: tf.Tensor3D, w: tf.Tensor3D, b: tf.Tensor3D | null, options: LayerOptions): tf.Tensor3D {
  const { activation, inputIsData = false } = options;
  assertStackable("dense", x.shape[0], w.shape[0]);
  const layer = tf.customGrad((...args) => {
    const save = args[args.length - 1] as unknown as tf.GradSaveFunc;
    const products = implementation(x, w, activation);
    const y = products.forward(x, w, b);
    save([x, w, y, ...(b ? [b] : [])]);
    const gradFunc = (dy: tf.Tensor3D, tensors: tf.Tensor[]) => {
      const [x, w, y, b = null] = tensors as [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D, tf.Tensor3D?];
      const saved = { x, w, b, y };
      const gradients: tf.Tensor[] = products.parameterGradients(dy, saved);
      return inputIsData ? gradients : [...gradients, sumOverArms(products.inputGradient(dy, saved), x.shape[0])];
    };
    return { value: y, gradFunc };
  });
  return layer(w, ...(b ? [b] : []), ...(inputIsData ? [] : [x])) as tf.Tensor3D;
}

function implementation(x: tf.Tensor3D, w: tf.Tensor3D, activation: Activation): DenseProducts {
  const backend = gpu();
  if (!backend) return reference(activation);
  const [slices, samples, inputs] = x.shape;
  const shape: DenseShape = { slices, learners: w.shape[0], samples, inputs, outputs: w.shape[2] };
  return {
    forward: (x, w, b) => denseForward(backend, [x, w, b], activation, shape),
    parameterGradients: (dy, { x, w, b, y }) =>
      denseParameterGradients(backend, { x, dy, y }, [w, b], activation, shape),
    inputGradient: (dy, { w, y }) => denseInputGradient(backend, { w, dy, y }, activation, shape),
  };
}

/** Plain TensorFlow.js operations, any backend. */
function reference(activation: Activation): DenseProducts {
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
