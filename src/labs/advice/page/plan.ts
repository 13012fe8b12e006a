import { sampleKind } from "../../../config/presets/setup";
import type { ExperimentConfig } from "../../../config/schema";
import { sourceOf } from "../../../data/sources";
import { planEncoder } from "../../../models";
import { expectedMilliseconds, macsPerStep } from "../../../models/cost";
import type { SurveyFinding } from "../../../session/labs/surveyState";
import type { PlaygroundState } from "../../../session/playgroundState";
import {
  CHOICES,
  type DataFacts,
  experimentOf,
  largestOfData,
  mostLearners,
  reportOf,
  SETTINGS,
  wantedBatch,
} from "../recipe";
import type { AdviceConfig } from "../schema";

/** What an answer will take, as far as that can be known before it is run. */
export interface PlanFacts {
  learners: number;
  steps: number;
  batch: number;
  wanted: number;
  /** What a smaller batch than wanted is for: too little data, or too little time. */
  limit: "ofData" | "smaller";
  isOfImages: boolean;
  /** Null where the device's speed with such an encoder is not known. */
  time: TimeEstimate | null;
}

interface TimeEstimate {
  /** In milliseconds. */
  least: number;
  most: number;
  /** What it rests on: steps of such a training that were timed on the data, or the last run in the Race. */
  by: "timed" | "race";
}

type Known = Pick<PlaygroundState, "run" | "rate"> & { found: SurveyFinding | null };

/** What is timed varies, and what classifiers and neighbors take is not counted; in the Race, other work was timed as well. */
const SLACK = { timed: [0.8, 2], race: [0.7, 2.5] } as const;

/** What an answer to such questions will take here. */
export function planOf(config: AdviceConfig, known: Known): PlanFacts {
  const data = dataOf(config, known);
  const experiments = experimentsOf(config, data);
  const [first] = experiments;
  return {
    learners: mostLearners(config),
    steps: first?.steps ?? 0,
    batch: first?.batchSize ?? 0,
    wanted: wantedBatch(config),
    limit: first && first.batchSize === largestOfData(data.trainSamples ?? 0) ? "ofData" : "smaller",
    isOfImages: sampleKind(data.shape) === "images",
    time: timeOf(experiments, data.shape, known),
  };
}

/** Before it was read, a data set of its kind. */
function dataOf({ base: { dataset } }: AdviceConfig, { found }: Known): DataFacts {
  if (found) return { shape: found.dataset.shape, trainSamples: found.dataset.trainCount };
  return { shape: sourceOf(dataset).likelyShape(dataset), trainSamples: null };
}

function experimentsOf(config: AdviceConfig, data: DataFacts): ExperimentConfig[] {
  const [low, high] = [SETTINGS[0], SETTINGS.at(-1)] as const;
  // Two settings that differ, so that the report has as many arms as it may have.
  const trainings = low && high ? [...CHOICES, reportOf({ infoNce: low, flatNce: high })] : CHOICES;
  return trainings.map((training) => experimentOf(config, data, training));
}

function timeOf(experiments: ExperimentConfig[], shape: readonly number[], known: Known): TimeEstimate | null {
  const { found, rate, run } = known;
  const isRaceAlike = rate !== null && run?.config.encoder.id === experiments[0]?.encoder.id;
  const by = found?.speed ? "timed" : "race";
  const speed = found?.speed ?? (isRaceAlike ? rate : null);
  if (speed === null) return null;
  const work = experiments.reduce((sum, experiment) => sum + workOf(experiment, shape, found), 0);
  const time = expectedMilliseconds(work, speed);
  return { least: SLACK[by][0] * time, most: SLACK[by][1] * time, by };
}

/** Multiply-accumulates of a training and of the samples that are encoded for its evaluations. */
function workOf(
  { encoder, arms, seeds, batchSize, steps, evaluation }: ExperimentConfig,
  shape: readonly number[],
  found: SurveyFinding | null,
): number {
  const learners = arms.length * seeds;
  const plan = planEncoder(encoder, [...shape]);
  const { trainCount = evaluation.trainSamples, bank, testCount = evaluation.testSamples } = found?.dataset ?? {};
  const encoded =
    Math.min(evaluation.trainSamples, bank?.count ?? trainCount) + Math.min(evaluation.testSamples, testCount);
  const evaluations = 1 + Math.floor(steps / evaluation.every);
  return steps * macsPerStep(plan, { learners, batchSize }) + evaluations * encoded * learners * plan.macsPerSample;
}
