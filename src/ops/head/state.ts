import * as tf from "@tensorflow/tfjs";
import { once } from "../parts/once";
import { oneHotTargets } from "../targets";

/** What a loss may see beside the embeddings of its batch: what earlier steps left, and labels. */

/** Negatives from earlier steps, all unit vectors without gradient. */
export interface Queue {
  /** Keys of this step's views, [L, N, D], by the encoder whose weights follow slowly. */
  keys: tf.Tensor3D;
  /** Keys of the second views of earlier steps, [L, K, D]. */
  entries: tf.Tensor3D;
}

/** The key of the other view of every anchor, [L, N, D]. */
export function positiveKeys({ keys }: Queue): tf.Tensor {
  const [first, second] = keys.split(2, 1) as [tf.Tensor, tf.Tensor];
  return tf.concat([second, first], 1);
}

/** The class scores of a batch, and what its classes are. */
export interface Labeled {
  /** Of each learner's classifier, [L, 2B, C]. */
  scores: tf.Tensor3D;
  /** Class of each training sample, int32 [n]. */
  labels: tf.Tensor1D;
  /** Samples of each slice's batch, int32 [S, B], which learner l takes from slice l mod S. */
  samples: tf.Tensor2D;
  /** What the scores should be: 1 at the class of the view, else 0, [S, 2B, C]; worked out when it is first asked for. */
  targets(): tf.Tensor3D;
}

export function labeledBatch(scores: tf.Tensor3D, { labels, samples }: Pick<Labeled, "labels" | "samples">): Labeled {
  return { scores, labels, samples, targets: once(() => oneHotTargets(labels, samples, scores.shape[2])) };
}

export interface HeadState {
  /** [L, 1, LEARNED]: see `LEARNED_TEMPERATURE`; then the numbers that the objectives train. Null where none does. */
  learned: tf.Tensor3D | null;
  /**
   * What the objectives have kept, [L, N, 1]: a number of each view, or the same one for all views of a learner; null where no
   * objective keeps anything.
   */
  memory: tf.Tensor3D | null;
  queue: Queue | null;
  /** Null where no objective sees labels. */
  labeled: Labeled | null;
}

/** Name of the parameter of learned numbers. */
export const LEARNED = "learned";

/** Column of the learned logarithm of the inverse temperature; those of the objective follow. */
export const LEARNED_TEMPERATURE = 0;

/** A head that begins here: nothing learned, nothing kept, negatives from the batch, no labels. */
export const NO_STATE: HeadState = { learned: null, memory: null, queue: null, labeled: null };
