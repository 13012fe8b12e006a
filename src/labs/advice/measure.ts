import type { ExperimentConfig } from "../../config/schema";
import { bankOf } from "../../data/split";
import type { Dataset } from "../../data/types";
import { PlaygroundError } from "../../i18n/errors";
import { planEncoder } from "../../models";
import { macsPerStep } from "../../models/cost";
import { rateOf } from "../training/rates";
import { sizeProblem } from "../training/sizeProblem";
import { type Outcome, timeFewSteps, train } from "../training/train";
import type { LabContext, TimingConditions } from "../types";
import { chosenSettings } from "./choice";
import { dataIdentity } from "./dataIdentity";
import { texts } from "./errors";
import { type ArmPlan, CHOICES, experimentOf, learnersOf, mostLearners, reportOf, type Training } from "./recipe";
import type { AdviceConfig, AdviceRow } from "./schema";
import { isComplete } from "./summary";

/**
 * One training after the other; the last one at the settings that the others have chosen. The rows of a training come
 * together, when it is done. The unit of progress is a learner.
 *
 * @throws PlaygroundError where the data has no labels to measure by, or the device cannot hold a training
 */
export async function measure(advice: AdviceConfig, context: LabContext<AdviceRow>): Promise<void> {
  const dataset = await context.load(advice.base.dataset, advice.seed);
  if (!bankOf(dataset).labels || !dataset.test.labels) throw new PlaygroundError(texts.unlabeled);
  const identity = dataIdentity(dataset);
  const run: AdviceRun = {
    advice,
    context,
    dataset,
    identity,
    // Files of the same name may have other contents: what was measured on those is no part of this answer.
    rows: context.resumeFrom.filter(({ checksum }) => checksum === identity.checksum),
    done: 0,
    total: mostLearners(advice),
  };
  for (const training of CHOICES) await runTraining(run, training);
  const chosen = chosenSettings(advice, run.rows);
  if (!chosen || chosen === "stopped") throw new PlaygroundError(texts.allStopped);
  const report = reportOf(chosen);
  run.total = learnersOf(advice, [...CHOICES, report]);
  await runTraining(run, report);
}

/** How fast this device trains what is trained first: the losses at one temperature. */
export async function timeSpeed(advice: AdviceConfig, conditions: TimingConditions): Promise<number | null> {
  const { dataset, environment, checkpoint } = conditions;
  const [first] = CHOICES;
  if (!first || !bankOf(dataset).labels) return null;
  const config = experimentOf(advice, { shape: dataset.shape, trainSamples: dataset.train.count }, first);
  if (sizeProblem(config, dataset)) return null;
  const ms = await timeFewSteps(config, { dataset, environment, onward: () => checkpoint() });
  const learners = config.arms.length * config.seeds;
  return macsPerStep(planEncoder(config.encoder, dataset.shape), { learners, batchSize: config.batchSize }) / ms;
}

interface AdviceRun {
  advice: AdviceConfig;
  context: LabContext<AdviceRow>;
  dataset: Dataset;
  identity: ReturnType<typeof dataIdentity>;
  /** Grows with every training. */
  rows: AdviceRow[];
  /** Learners that are done, and all. */
  done: number;
  total: number;
}

/** Trains what the rows lack of a training, and adds its rows. */
async function runTraining(run: AdviceRun, training: Training): Promise<void> {
  const { advice, context, dataset } = run;
  const config = experimentOf(advice, { shape: dataset.shape, trainSamples: dataset.train.count }, training);
  const learners = config.arms.length * config.seeds;
  const onward = async (share: number) => {
    context.progress(run.done + share * learners, run.total);
    await context.checkpoint();
  };
  await onward(0);
  if (!isComplete(advice, run.rows, training)) {
    const problem = sizeProblem(config, dataset);
    if (problem) throw new PlaygroundError(problem);
    const outcomes = await train(config, { dataset, environment: context.environment, onward });
    const rows = outcomes.map((outcome) => rowOf(run, training, config, outcome));
    run.rows = [...run.rows, ...rows];
    context.emit(rows);
  }
  run.done += learners;
  context.progress(run.done, run.total);
}

function rowOf(
  { identity }: AdviceRun,
  { stage, arms }: Training,
  config: ExperimentConfig,
  { arm, seed, stoppedAt, finals, curves }: Outcome,
): AdviceRow {
  return {
    stage,
    ...(arms[arm] as ArmPlan),
    seed,
    steps: config.steps,
    batchSize: config.batchSize,
    learningRate: rateOf(config, config.arms[arm]),
    stoppedAt,
    ...identity,
    ...finals,
    curves,
  };
}
