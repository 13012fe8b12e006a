import type * as tf from "@tensorflow/tfjs";
import type { StepBlock } from "../../engine/stepBlock";

/** Mean and variance of gradients over micro-batches, without keeping them: Welford's update (Technometrics 4, 1962). */
export interface Moments {
  /** Takes in the gradients of micro-batch `block.values.count`, one [L, ...] tensor per parameter; 1 starts anew. */
  include(gradients: tf.Tensor[], block: StepBlock): void;
  /**
   * Of each parameter tensor, [P, L, 4]: sum_r |g_r - m|^2, |m|^2, the inner product of m with that of the first arm's
   * learner of the same seed, 0. The caller disposes it.
   * @param first who has the first arm, of the same kind and with the same parameters in front; these moments unless given
   */
  sums(first?: Moments): tf.Tensor3D;
  /**
   * Numbers of each parameter tensor by |m| / sqrt(V), int32 [P, L, bins]; those without any gradient are left out. The
   * caller disposes it.
   */
  histogram(bins: SignalBins): tf.Tensor3D;
  /** Quantiles of sum_r (g_r - m)^2 within each parameter tensor, [P, L, 3]. */
  deviationQuantiles(percents: Percents): Promise<ArrayLike<number>>;
  dispose(): void;
}

/** Which histogram of |m| / sqrt(V). */
export interface SignalBins {
  /** Inner edges, ascending: one bin more than edges, the outermost open. At most 63. */
  edges: readonly number[];
  /** R of the variance V = sum_r (g_r - m)^2 / (R - 1). */
  microBatches: number;
}

/** Three quantiles, in whole percent. */
export type Percents = readonly [number, number, number];
