import { defaults } from "../../config/parse";
import { type SampleKind, sampleKind, setUpFor } from "../../config/presets/setup";
import type { ExperimentConfig } from "../../config/schema";
import { withSteps } from "../training/steps";
import type { AdviceConfig, Aim } from "./schema";

/**
 * What is trained to find an answer: pure data and functions, which page and measurement share.
 *
 * First both losses are trained at every temperature and learning rate, on seeds of their own, and measured on validation
 * samples; by them each loss gets the setting that suits it. InfoNCE is FlatNCE with every anchor's gradient multiplied by its
 * vanishing factor, so that at one learning rate a gap may be one of step size alone: both may choose theirs. Then each is
 * trained once more at its own setting, on fresh seeds, and measured on the test samples. So no difference is reported on the
 * samples or the seeds that it was chosen by.
 */

/** Two at which gradients may vanish, and one at which nothing does. */
export const TEMPERATURES = [0.05, 0.1, 0.5] as const;
/** Multiples of the recipe's learning rate. */
export const RATES = [0.3, 1, 3] as const;

/** What a loss is trained at. */
export interface Setting {
  tau: number;
  /** Multiple of the recipe's learning rate. */
  rate: number;
}

/** All settings that are tried, by temperature and then by rate. */
export const SETTINGS: readonly Setting[] = TEMPERATURES.flatMap((tau) => RATES.map((rate) => ({ tau, rate })));

/**
 * The arms of the report. `swapped` is what comes of exchanging the loss and nothing else in a training that was set up for
 * InfoNCE; where both losses chose one setting, it is what FlatNCE is, and is left out.
 */
const ARM_IDS = ["infoNce", "flatNce", "swapped"] as const;
type ArmId = (typeof ARM_IDS)[number];
/** The losses that settings are tried with. */
export const LOSSES = ["infoNce", "flatNce"] as const;
export type LossId = (typeof LOSSES)[number];

const LOSS_OF: Record<ArmId, LossId> = { infoNce: "infoNce", flatNce: "flatNce", swapped: "flatNce" };

/** Batch that is usual at a place. */
const USUAL_BATCH = { device: 32, gpu: 128, several: 512 } as const;

/** Smallest difference that matters: in accuracy, and as a share of the run that is saved. */
export const SMALLEST: Record<Aim, number> = { probe: 0.01, knn: 0.01, steps: 0.1 };

interface Effort {
  steps: Record<SampleKind, number>;
  /** Seeds by which the temperatures are chosen. */
  choiceSeeds: number;
  /** The largest batch that a browser gets through in the time that this is to take. */
  largestBatch: Record<SampleKind, number>;
}

const EFFORT: Record<AdviceConfig["effort"], Effort> = {
  quick: { steps: { rows: 200, images: 200 }, choiceSeeds: 2, largestBatch: { rows: 128, images: 32 } },
  normal: { steps: { rows: 400, images: 500 }, choiceSeeds: 3, largestBatch: { rows: 256, images: 64 } },
  thorough: { steps: { rows: 2000, images: 1500 }, choiceSeeds: 3, largestBatch: { rows: 512, images: 256 } },
};

/** Measurements on the way: to see when an accuracy is reached they have to be closer together. */
const EVALUATIONS: Record<Aim, number> = { probe: 10, knn: 10, steps: 20 };

/** Steps between two measurements. A choice by final accuracies needs none on the way. */
function everyOf(aim: Aim, stage: Training["stage"], steps: number): number {
  const evaluations = stage === "choice" && aim !== "steps" ? 1 : EVALUATIONS[aim];
  return Math.max(1, Math.round(steps / evaluations));
}

/**
 * The optimizer that most train with, at a rate that suits the recipe's network: with the presets' SGD, a gap would be one of step
 * size more often than not.
 */
const ADAM_RATE: Record<SampleKind, number> = { rows: 0.02, images: 0.001 };

function adam(learningRate: number): ExperimentConfig["optimizer"] {
  return { ...defaults().optimizer, id: "adam", learningRate };
}

/** Fewest batches that the training samples are to make, or every batch would be much the same. */
const FEWEST_BATCHES = 2;
/** Of the training samples, those that validation leaves. */
const LEFT_BY_VALIDATION = 0.8;
const SMALLEST_BATCH = 4;

/** What is known of the data, before or after it was loaded. */
export interface DataFacts {
  /** [height, width, channels] or [dimensions]. */
  shape: readonly number[];
  /** null before it was loaded. */
  trainSamples: number | null;
}

/** The batch that the user will train with. */
export function wantedBatch({ place, batchSize }: Pick<AdviceConfig, "place" | "batchSize">): number {
  return place === "own" ? batchSize : USUAL_BATCH[place];
}

/** The batch that is tested here: the user's, as far as effort and data allow it. */
export function testedBatch(advice: AdviceConfig, { shape, trainSamples }: DataFacts): number {
  const largest = EFFORT[advice.effort].largestBatch[sampleKind(shape)];
  const ofData = trainSamples === null ? largest : largestOfData(trainSamples);
  return Math.max(SMALLEST_BATCH, Math.min(wantedBatch(advice), largest, ofData));
}

/** The largest batch that so many training samples are enough for. */
export function largestOfData(trainSamples: number): number {
  return Math.floor((LEFT_BY_VALIDATION * trainSamples) / FEWEST_BATCHES);
}

export interface ArmPlan extends Setting {
  arm: ArmId;
}

/** One training of the plan: its arms advance together, on the same seeds. */
export interface Training {
  stage: "choice" | "report";
  arms: readonly ArmPlan[];
}

/** The trainings by which the settings are chosen, in their order: one for each temperature. */
export const CHOICES: readonly Training[] = TEMPERATURES.map((tau) => ({
  stage: "choice",
  arms: LOSSES.flatMap((arm) => RATES.map((rate) => ({ arm, tau, rate }))),
}));

/** The training that the answer rests on. */
export function reportOf(chosen: Readonly<Record<LossId, Setting>>): Training {
  const { infoNce, flatNce } = chosen;
  const isSame = infoNce.tau === flatNce.tau && infoNce.rate === flatNce.rate;
  const settings = { infoNce, flatNce, swapped: infoNce };
  const ids = ARM_IDS.filter((arm) => arm !== "swapped" || !isSame);
  return { stage: "report", arms: ids.map((arm) => ({ arm, tau: settings[arm].tau, rate: settings[arm].rate })) };
}

/** Seeds of a training: the report's are none of those that the settings were chosen by. */
export function seedsOf(advice: AdviceConfig, stage: Training["stage"]): { seed: number; seeds: number } {
  const { choiceSeeds } = EFFORT[advice.effort];
  if (stage === "choice") return { seed: advice.seed, seeds: choiceSeeds };
  return { seed: (advice.seed + choiceSeeds) >>> 0, seeds: advice.seeds };
}

/** Learners of some trainings. */
export function learnersOf(advice: AdviceConfig, trainings: readonly Training[]): number {
  return trainings.reduce((sum, { stage, arms }) => sum + arms.length * seedsOf(advice, stage).seeds, 0);
}

/** Learners that there will be at most, before anything was chosen. */
export function mostLearners(advice: AdviceConfig): number {
  return learnersOf(advice, CHOICES) + ARM_IDS.length * advice.seeds;
}

/** The experiment of a training: the recipe for such samples, with the arms' losses, temperatures and rates. */
export function experimentOf(advice: AdviceConfig, data: DataFacts, { stage, arms }: Training): ExperimentConfig {
  const { dataset } = advice.base;
  const kind = sampleKind(data.shape);
  const { config } = setUpFor({ ...defaults(), dataset, ...seedsOf(advice, stage) }, data.shape);
  const sized = withSteps(
    { ...config, optimizer: adam(ADAM_RATE[kind]) },
    advice.steps ?? EFFORT[advice.effort].steps[kind],
  );
  return {
    ...sized,
    arms: arms.map(({ arm, tau, rate }) => ({
      objective: LOSS_OF[arm],
      temperature: tau,
      learningRate: rate * sized.optimizer.learningRate,
    })),
    batchSize: testedBatch(advice, data),
    gradientProbe: { ...sized.gradientProbe, every: 0 },
    evaluation: {
      ...sized.evaluation,
      every: everyOf(advice.aim, stage, sized.steps),
      validation: stage === "choice",
    },
  };
}

/** Test samples that the report is measured on, the same for all seeds: of a large test split not all. */
export function measuredSamples(advice: AdviceConfig, data: DataFacts, testSamples: number): number {
  const { evaluation } = experimentOf(advice, data, { stage: "report", arms: [] });
  return Math.min(evaluation.testSamples, testSamples);
}
