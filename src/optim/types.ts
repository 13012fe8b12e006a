import type * as tf from "@tensorflow/tfjs";
import type { StepBlock } from "../engine/stepBlock";

/** What both forms of an optimizer agree on (reference.ts and fused.ts). */

export interface OptimizerOptions {
  id: "adam" | "sgd" | "lars";
  /** SGD and LARS. */
  momentum: number;
  /** Adam only. */
  beta1: number;
  beta2: number;
  epsilon: number;
  /**
   * Decoupled under Adam (AdamW), added to the gradient under SGD and LARS. Adam and SGD let biases and the like
   * decay as well, as PyTorch does; LARS does not. The losses' own numbers never decay.
   */
  weightDecay: number;
  /** LARS only: eta. */
  trustCoefficient: number;
  /** Gives every learner's gradient the length of arm 0's of the same seed (ops/matchNorms). */
  matchGradientNorm: boolean;
}

/** Updates all parameters of a cohort in place. */
export interface Optimizer {
  /** What it carries from update to update, at first all 0. */
  readonly slots: readonly OptimizerSlot[];
  /**
   * One update of every parameter, by what the optimizer makes of its gradient.
   * @param gradients one [L, ...] tensor per parameter
   * @param block its step is the number of updates made before this one; its learning rates are the learners'
   */
  apply(gradients: tf.Tensor[], block: StepBlock): void;
  /** Takes over another weight decay; all else has to be what it was. */
  change(options: OptimizerOptions): void;
  dispose(): void;
}

/** A number beside every number of the parameters. */
export interface OptimizerSlot extends SlotName {
  /** One per parameter, [L, ...shape]; written from outside only between two updates. */
  tensors: readonly tf.Tensor[];
}

/** How a slot is called, as PyTorch calls it. */
export interface SlotName {
  name: string;
  /** The same as the other form carries it: its name there, and what its numbers are multiplied by to be this one's. */
  elsewhere: { name: string; factor: number } | null;
}
