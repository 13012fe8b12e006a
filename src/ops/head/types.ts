import type * as tf from "@tensorflow/tfjs";
import type { MetricsRing } from "../../engine/metricsRing";
import type { Precision } from "../../engine/numberFormats";
import type { StepMetric } from "../../metrics/types";
import type { LossInput, Objective } from "../../objectives/types";
import type { Plane } from "../parts/plane";

/** What both forms of the head agree on (reference.ts and fused.ts). */

/** Consecutive learners that share an objective, its settings and a precision. */
export interface HeadArm extends Pick<LossInput, "options" | "phi"> {
  objective: Objective;
  learners: number;
  /** Samples of their batch, of the rows that there are; all of them unless given (mixed.ts). */
  batchSize?: number | undefined;
  /** What the loss is worked out in: logits, softmax and the gradient with respect to the logits. float32 unless given. */
  precision?: Precision | undefined;
}

/** Where a step that may be recorded leaves what it measured. */
export interface HeadSink {
  /** What is measured, in the order of the columns. */
  readonly measures: readonly StepMetric[];
  /** Rows of [L, measures]. */
  readonly metrics: MetricsRing;
  /** log xi of every anchor, rows of [L, 2B]. */
  readonly logXi: MetricsRing;
}

export interface HeadOutcome {
  /** dL/dz, [L, 2B, D]; the loss of a learner is the mean over its own anchors. */
  gradient: tf.Tensor3D;
  /** [L, metrics]; measured in float32, whatever the arm's precision. */
  metrics: tf.Tensor2D;
  /** log xi of every anchor: [L, 2B]. */
  logXi: tf.Tensor2D;
  /** Effective sample size of every anchor's negatives; worked out when asked for, in the same `tf.tidy`. */
  ess(): Plane;
  /** Gradient of the state's learned numbers, [L, 1, LEARNED], where the optimizer looks for it; null without. */
  learned: tf.Tensor3D | null;
  /** Gradient of the class scores, [L, 2B, C]: 0 for learners whose objective sees none; null without any. */
  ofScores: tf.Tensor3D | null;
  /** What the objectives keep of every view for later steps; null where they keep nothing. */
  memory: Plane | null;
}

/** What a training step gets from the head; what is measured goes to its sink. */
export type StepOutcome = Omit<HeadOutcome, "metrics" | "logXi">;
