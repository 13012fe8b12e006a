import type { ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import type { Said } from "../i18n/message";

/** A learner that had to stop before the end, since its loss was no longer a finite number. */
export interface StoppedLearner {
  arm: number;
  /** The seed's number, as in the record. */
  seed: number;
  step: number;
  /** In the record, its English sentence. */
  reason: Said;
}

/** Whether a learner, by its place on the learner axis, has stopped. */
export function hasStopped(
  { config, stopped }: { config: ExperimentConfig; stopped: StoppedLearner[] },
  learner: number,
): boolean {
  const [arm, seed] = [Math.floor(learner / config.seeds), seedNumbers(config)[learner % config.seeds]];
  return stopped.some((other) => other.arm === arm && other.seed === seed);
}
