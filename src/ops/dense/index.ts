import * as tf from "@tensorflow/tfjs";
import { wasm } from "../../engine/wasm/lane";
import { gpu } from "../../engine/webgpu/gpu";
import type { Activation } from "../parts/affine";
import { assertStackable, sumOverArms } from "../parts/shape";
import { type DenseShape, denseForward, denseInputGradient, denseParameterGradients } from "./fused";
import { referenceDense } from "./reference";
import type { DenseProducts } from "./types";
import { wasmDense } from "./wasm";

export interface LayerOptions {
  activation: Activation;
  /** The input is data: its gradient is not asked for, and not computed. */
  inputIsData?: boolean;
  /** What the layer gives, where that is known: it is not computed. */
  known?: tf.Tensor | null;
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
  const { activation, inputIsData = false, known } = options;
  assertStackable("dense", x.shape[0], w.shape[0]);
  const layer = tf.customGrad((...args) => {
    const save = args[args.length - 1] as unknown as tf.GradSaveFunc;
    const products = implementation(x, w, activation);
    const y = (known as tf.Tensor3D | null | undefined) ?? products.forward(x, w, b);
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
  const [slices, samples, inputs] = x.shape;
  const shape: DenseShape = { slices, learners: w.shape[0], samples, inputs, outputs: w.shape[2] };
  const [backend, lane] = [gpu(), wasm()];
  if (lane) return wasmDense(lane, activation, shape);
  if (!backend) return referenceDense(activation);
  return {
    forward: (x, w, b) => denseForward(backend, [x, w, b], activation, shape),
    parameterGradients: (dy, { x, w, b, y }) =>
      denseParameterGradients(backend, { x, dy, y }, [w, b], activation, shape),
    inputGradient: (dy, { w, y }) => denseInputGradient(backend, { w, dy, y }, activation, shape),
  };
}
