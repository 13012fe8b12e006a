import type * as tf from "@tensorflow/tfjs";

/** What the head gives, in either of its forms: what a step's sink and the learners' carried state are made to receive. */

export interface HeadOutcome {
  /** dL/dz, [L, 2B, D]; the loss of a learner is the mean over its own anchors. */
  gradient: tf.Tensor3D;
  /** [L, metrics]; measured in float32, whatever the arm's precision. */
  metrics: tf.Tensor2D;
  /** log xi of every anchor: [L, 2B]. */
  logXi: tf.Tensor2D;
  /** Effective sample size of every anchor's negatives, [L, 2B]; worked out when asked for, in the same `tf.tidy`. */
  ess(): tf.Tensor2D;
  /** Gradient of the state's learned numbers, [L, 1, LEARNED]; null without. */
  learned: tf.Tensor3D | null;
  /** Gradient of the class scores, [L, 2B, C]: 0 for learners whose objective sees none; null without any. */
  ofScores: tf.Tensor3D | null;
  /** Of each arm, what its objective keeps for later steps; null without. */
  memories: readonly (tf.Tensor3D | null)[];
}

/** What a training step takes from the head; what is measured goes to its sink. */
export type StepOutcome = Omit<HeadOutcome, "metrics" | "logXi">;
