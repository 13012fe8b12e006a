import type * as tf from "@tensorflow/tfjs";
import { createStateTensor } from "../../engine/stateTensor";
import { NEVER } from "../../objectives/parts/sentinels";
import type { HeadArm } from "../../ops/head/types";
import type { MemoryBlock } from "../../ops/memory";

/**
 * What an arm's objective keeps from step to step, of its learners from `from` on; null where it keeps nothing.
 * @param trainSamples n, samples of the training split
 */
export function createMemory(
  { objective, learners, batchSize }: HeadArm,
  from: number,
  trainSamples: number,
): MemoryBlock | null {
  if (!objective.memory) return null;
  const samples = objective.memory === "sample" ? trainSamples : null;
  if (samples === 0) throw new Error("A memory of samples needs their number.");
  const size = learners * (samples === null ? 1 : 2 * samples);
  const state = createStateTensor<tf.Rank.R1>([size], new Float32Array(size).fill(NEVER));
  return { state, from, learners, samples, batchSize };
}

/** The shape of a learner's share. */
export function memoryShape({ samples }: MemoryBlock): readonly number[] {
  return samples === null ? [] : [2, samples];
}
