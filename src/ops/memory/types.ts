import type * as tf from "@tensorflow/tfjs";
import type { StateTensor } from "../../engine/stateTensor";

/** The memory of consecutive learners. */
export interface MemoryBlock {
  /** [learners * 2 n], of each learner the numbers of all samples' first views, then of their second views; or [learners]. */
  state: StateTensor<tf.Rank.R1>;
  /** The first of them. */
  from: number;
  learners: number;
  /** n, samples of the training split; null where there is one number per learner. */
  samples: number | null;
  /** Samples of these learners' batch, the first of each half's rows; all of them unless given. */
  batchSize?: number | undefined;
}

/** The batch that is read or written. */
export interface MemoryBatch {
  /** Samples of each slice's batch, int32 [S, B], which learner l takes from slice l mod S; null where no block asks for them. */
  samples: tf.Tensor2D | null;
  /** L, of the whole cohort. */
  learners: number;
  /** N, both views of the samples. */
  views: number;
}
