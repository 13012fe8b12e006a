import type * as tf from "@tensorflow/tfjs";

/** Measures one update of all parameters from outside, so that an update that nobody measures costs nothing more. */
export interface UpdateMeter {
  /** Before the update: keeps the weights as they are. */
  before(): void;
  /**
   * Within the update: its gradients, one [L, ...] tensor per parameter. A replayed update need not call it: its gradients
   * lie in their places.
   */
  see(gradients: tf.Tensor[]): void;
  /**
   * After the update, of each parameter tensor, [P, L, 4]: |delta theta|^2, |theta|^2 before it, number of gradients
   * smaller in magnitude than epsilon, 0. The caller disposes it.
   */
  after(epsilon: number): tf.Tensor3D;
  dispose(): void;
}
