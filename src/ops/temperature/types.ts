import type * as tf from "@tensorflow/tfjs";

/**
 * Temperatures that training changes, of all learners at once: tau = base e^-l / c, kept between two bounds, with l a
 * learned number and c a controller's factor; both are 0 and 1 where a learner's rule is another one. Every operation has its
 * reference, and on WebGPU a program of one invocation per learner: one dispatch where TensorFlow.js takes five to twenty.
 */
export interface LiveTemperatureTensors {
  /** Of each learner: lowest and highest temperature, 1 where it is learned, 1 where it is controlled: [L, 1, 4]. */
  rules: tf.Tensor3D;
  /** c, [L, 1, 1]; null where no learner has a controller. */
  factor: tf.Tensor3D | null;
}

/** The step block as far as temperatures need it (engine/stepBlock.ts). */
export interface TemperatureBlock {
  learners: number;
  /** The block on the GPU; for programs alone. */
  tensor: tf.TensorInfo;
  values: { temperatures: ArrayLike<number> };
}
