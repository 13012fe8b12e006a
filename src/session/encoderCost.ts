import { largestBatch } from "../config/batchSizes";
import type { ExperimentConfig } from "../config/schema";
import { parameterCount, planEncoder } from "../models";
import { macsPerStep } from "../models/cost";

import type { Run } from "./run";

/** What an experiment's encoder comes to on its data. */
export interface EncoderCost {
  /** Trainable numbers of one learner. */
  parameters: number;
  /** Multiply-accumulates of one training step of all learners. */
  macs: number;
}

/** @returns null where the run has other data, so that their shape is not known, and where the encoder does not fit them */
export function encoderCost(config: ExperimentConfig, run: Run | null): EncoderCost | null {
  if (!run?.dataset || run.config.dataset.id !== config.dataset.id) return null;
  try {
    const plan = planEncoder(config.encoder, run.dataset.shape);
    const learners = config.arms.length * config.seeds;
    return { parameters: parameterCount(plan), macs: macsPerStep(plan, { learners, batchSize: largestBatch(config) }) };
  } catch {
    // Why it does not fit is said where it is started.
    return null;
  }
}

/** Multiply-accumulates per millisecond of a run; null before it was timed. */
export function measuredRate(run: Run): number | null {
  const cost = run.timing && encoderCost(run.config, run);
  return cost && run.timing ? cost.macs / run.timing.totalMs : null;
}
