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

/**
 * Slices of x [L, ...] along its first axis. `tf.unstack` copies all of x for every slice on WASM (TensorFlow.js 4.22);
 * a gather copies the slice.
 */
export function sliceLearners(x: tf.Tensor): tf.Tensor[] {
  const [learners = 1, ...shape] = x.shape;
  if (learners === 1) return [x.reshape(shape)];
  return Array.from({ length: learners }, (_, l) => tf.gatherND(x, tf.tensor1d([l], "int32")));
}

/** Puts slices [...] together to [L, ...]. */
export function joinLearners(slices: tf.Tensor[]): tf.Tensor {
  return slices.length === 1 ? slices[0]!.expandDims(0) : tf.stack(slices);
}

/** Throws unless one of the leading sizes divides the other. */
export function assertStackable(where: string, a: number, b: number): void {
  if (Math.max(a, b) % Math.min(a, b) === 0) return;
  throw new Error(`${where}: the leading sizes are ${a} and ${b}; one has to be a multiple of the other.`);
}
