import type * as tf from "@tensorflow/tfjs";

/** The products of a dense layer. `dz` in the names of the papers is dy before the activation. */
export interface DenseProducts {
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
