import * as tf from "@tensorflow/tfjs";
import { type Activation, activationGradient, addBiasAndActivate, biasGradient } from "./affine";
import { stackedMatMul } from "./matMul";
import { sumOverArms } from "./shape";

export interface LayerOptions {
  activation: Activation;
  /** The input is data: its gradient is not asked for, and not computed. */
  inputIsData?: boolean;
}

/**
 * One dense layer per learner: activation(x w + b).
 * @param x [S or L, N, I]; learner l reads slice l mod S
 * @param w [L, I, O]
 * @param b [L, 1, O]
 * @returns [L, N, O]
 */
export function dense(x: tf.Tensor3D, w: tf.Tensor3D, b: tf.Tensor3D, options: LayerOptions): tf.Tensor3D {
  const { activation, inputIsData = false } = options;
  const layer = tf.customGrad((...args) => {
    const [w, b] = args as unknown as [tf.Tensor3D, tf.Tensor3D];
    const save = args[args.length - 1] as unknown as tf.GradSaveFunc;
    const y = addBiasAndActivate(stackedMatMul(x, w), b, activation);
    save([x, w, y]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, w, y] = saved as [tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];
      const dz = activationGradient(dy, y, activation) as tf.Tensor3D;
      const gradients = [stackedMatMul(x, dz, true, false), biasGradient(dz)];
      return inputIsData ? gradients : [...gradients, sumOverArms(stackedMatMul(dz, w, false, true), x.shape[0])];
    };
    return { value: y, gradFunc };
  });
  return (inputIsData ? layer(w, b) : layer(w, b, x)) as tf.Tensor3D;
}
