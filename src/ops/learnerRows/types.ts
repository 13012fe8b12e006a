import type * as tf from "@tensorflow/tfjs";

/** The learners of one batch size among those of a cohort. */
export interface BatchGroup {
  /** b, samples of their batch. */
  size: number;
  /** Learners that lie one after the other, in order. */
  blocks: readonly LearnerBlock[];
}

export interface LearnerBlock {
  /** The first of them. */
  from: number;
  count: number;
}

/** How a learner's part of a tensor lies: in halves, each of which has `all` rows of `width` numbers, the first `own` of them its own. */
export interface RowLayout {
  halves: number;
  all: number;
  own: number;
  width: number;
}

/** A group's part of a tensor; 0 where it is null. */
export interface GroupPart {
  x: tf.Tensor | null;
  blocks: readonly LearnerBlock[];
  layout: RowLayout;
}
