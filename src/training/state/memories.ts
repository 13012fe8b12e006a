import * as tf from "@tensorflow/tfjs";
import { createStateTensor, type StateTensor } from "../../engine/stateTensor";
import { NEVER } from "../../objectives/parts/sentinels";
import type { HeadArm } from "../../ops/head/types";
import { scatterInto } from "../../ops/scatter";

/** What one arm's objective keeps from step to step. */
export interface Memory {
  /**
   * As a loss on a batch sees it: [L of the arm, N, 1] or [L of the arm, 1, 1].
   * @param samples of each seed's batch, int32 [S, B]; null where no memory asks for them
   */
  read(samples: tf.Tensor2D | null): tf.Tensor3D;
  /** All that is kept: a number per learner, or per learner, view and sample. */
  readonly state: { tensor: tf.Tensor; shape: readonly number[] };
  /** Keeps what the loss of that batch gave, in the same shape. */
  write(values: tf.Tensor3D, samples: tf.Tensor2D | null): void;
  dispose(): void;
}

/**
 * The memory of an arm; null where its objective keeps nothing.
 * @param trainSamples n, samples of the training split
 */
export function createMemory({ objective, learners }: HeadArm, trainSamples: number): Memory | null {
  if (objective.memory === "learner") return learnerMemory(learners);
  if (objective.memory === "sample") return sampleMemory(learners, trainSamples);
  return null;
}

/** A number per learner. */
function learnerMemory(learners: number): Memory {
  const state = createStateTensor<tf.Rank.R3>([learners, 1, 1], new Float32Array(learners).fill(NEVER));
  return {
    state: { tensor: state.tensor, shape: [] },
    read: () => state.tensor,
    write: (values) => state.assign(values),
    dispose: () => state.dispose(),
  };
}

/** A number per learner, view and training sample, in one row: those of the first views, then of the second. */
function sampleMemory(learners: number, trainSamples: number): Memory {
  if (trainSamples === 0) throw new Error("A memory of samples needs their number.");
  const size = learners * 2 * trainSamples;
  const state: StateTensor<tf.Rank.R1> = createStateTensor([size], new Float32Array(size).fill(NEVER));
  const places = (samples: tf.Tensor2D | null) => {
    if (!samples) throw new Error("A memory of samples needs those of the batch.");
    return placesOf(samples, learners, trainSamples);
  };
  return {
    state: { tensor: state.tensor, shape: [2, trainSamples] },
    read: (samples) => tf.gather(state.tensor, places(samples)).expandDims(2) as tf.Tensor3D,
    write: (values, samples) => scatterInto(state, places(samples).flatten(), values.flatten()),
    dispose: () => state.dispose(),
  };
}

/** Places of a batch's views in the row: int32 [L of the arm, 2B]; an arm has a learner per seed. */
function placesOf(samples: tf.Tensor2D, learners: number, trainSamples: number): tf.Tensor2D {
  const offsets = Int32Array.from({ length: learners }, (_, learner) => 2 * trainSamples * learner);
  const first = samples.add(tf.tensor2d(offsets, [learners, 1], "int32"));
  return tf.concat([first, first.add(tf.scalar(trainSamples, "int32"))], 1) as tf.Tensor2D;
}
