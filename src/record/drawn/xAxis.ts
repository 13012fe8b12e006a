import type { TrainingClock } from "../trainingClock";

/** What a step of a run may be measured by: charts and the address know these alone. */

export const X_AXES = ["step", "samples", "epochs", "time"] as const;
export type XAxisId = (typeof X_AXES)[number];

/** What has to be known of a run to say where its steps lie. */
export interface PlacedRun {
  /** Null where its arms have batches of different sizes. */
  batchSize: number | null;
  /** Training samples; null where nobody has said. */
  trainCount: number | null;
  clock: TrainingClock;
}

/** Where a step lies on an axis; ascends with the step. */
export type Placing = (step: number) => number;

/**
 * Where the steps of a run lie: samples are those of a seed, each in two views; time is in seconds of training.
 * @returns null where it cannot be said of this run
 */
export function placingOn(axis: XAxisId, { batchSize, trainCount, clock }: PlacedRun): Placing | null {
  switch (axis) {
    case "step":
      return (step) => step;
    case "samples":
      return batchSize ? (step) => step * batchSize : null;
    case "epochs":
      return batchSize && trainCount ? (step) => (step * batchSize) / trainCount : null;
    case "time":
      return clock.isEmpty ? null : (step) => clock.at(step) / 1000;
  }
}
