import { sourceOf } from "../../../data/sources";
import { planEncoder } from "../../../models";
import { expectedMilliseconds, macsPerStep } from "../../../models/cost";
import type { PlaygroundState } from "../../../session/playgroundState";
import { CHOICES, experimentOf, mostLearners, reportOf, SETTINGS, wantedBatch } from "../recipe";
import type { AdviceConfig } from "../schema";

/** What an answer will take, as far as that can be known before anything is loaded. */
export interface PlanFacts {
  learners: number;
  steps: number;
  batch: number;
  wanted: number;
  /** Least and most, in milliseconds; null where the device's speed with such an encoder is not known. */
  time: [least: number, most: number] | null;
}

/** Measurements and the loss come on top of the encoder's own work, which is all that is counted. */
const SLACK = [0.7, 2.5] as const;

/** What an answer to such questions will take here. */
export function planOf(config: AdviceConfig, { run, rate }: Pick<PlaygroundState, "run" | "rate">): PlanFacts {
  const { dataset } = config.base;
  const data = { shape: sourceOf(dataset).likelyShape(dataset), trainSamples: null };
  const [low, high] = [SETTINGS[0], SETTINGS.at(-1)] as const;
  // Two settings that differ, so that the report has as many arms as it may have.
  const trainings = low && high ? [...CHOICES, reportOf({ infoNce: low, flatNce: high })] : CHOICES;
  const experiments = trainings.map((training) => experimentOf(config, data, training));
  const [first] = experiments;
  const work = experiments.reduce((sum, { encoder, arms, seeds, batchSize, steps }) => {
    const learners = arms.length * seeds;
    return sum + steps * macsPerStep(planEncoder(encoder, data.shape), { learners, batchSize });
  }, 0);
  const isKnown = rate !== null && run?.config.encoder.id === first?.encoder.id;
  const time = isKnown ? expectedMilliseconds(work, rate) : null;
  return {
    learners: mostLearners(config),
    steps: first?.steps ?? 0,
    batch: first?.batchSize ?? 0,
    wanted: wantedBatch(config),
    time: time === null ? null : [SLACK[0] * time, SLACK[1] * time],
  };
}
