import * as tf from "@tensorflow/tfjs";

/**
 * The learner axis. Learner l = arm * S + seed reads shared input l mod S, so a tensor of S slices stands for L slices
 * by repeating as a whole (arm-major tiling).
 */

/** Repeats x [S, ...] along its first axis to [learners, ...]; returns x itself when it is complete already. */
export function tileLearners(x: tf.Tensor, learners: number): tf.Tensor {
  const slices = x.shape[0] ?? 1;
  if (slices === learners) return x;
  return tf.tile(x, [learners / slices, ...x.shape.slice(1).map(() => 1)]);
}

/** Sums x [L, ...] over the arms to [seeds, ...]: the gradient of `tileLearners`. */
export function sumOverArms(x: tf.Tensor, seeds: number): tf.Tensor {
  const learners = x.shape[0] ?? 1;
  if (learners === seeds) return x;
  const size = x.size / learners;
  return tf.sum(tf.reshape(x, [learners / seeds, seeds, size]), 0).reshape([seeds, ...x.shape.slice(1)]);
}

/** Throws unless one of the leading sizes divides the other. */
export function assertStackable(where: string, a: number, b: number): void {
  if (Math.max(a, b) % Math.min(a, b) === 0) return;
  throw new Error(`${where}: the leading sizes are ${a} and ${b}; one has to be a multiple of the other.`);
}
