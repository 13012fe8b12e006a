import { batchSizeOf } from "../../config/batchSizes";
import type { ExperimentConfig } from "../../config/schema";
import { bankOf, stratifiedOrder, subset } from "../../data/split";
import type { Dataset } from "../../data/types";
import { type MetricIdFrom, metricsFrom } from "../../metrics";
import type { Cohort } from "../cohort";
import { Resources } from "../resources";
import { StepReader } from "../stepReader";
import { TrainingStep } from "../trainingStep";
import { ViewSource } from "../viewSource";
import type { EvaluationSet } from "./evaluation";

/** What is measured of the fine-tuned copies, [L] each. */
export type FineTunedMetrics = Record<MetricIdFrom<"fineTuning">, Float32Array>;

/** Called with the share that is done, 0..1, from time to time; resolves to whether to go on. */
export type ContinueTraining = (share: number) => Promise<boolean>;

/**
 * What each learner reaches after fine-tuning: a copy of its encoder, with a new linear classifier on the features, is
 * trained with labels on a part of the labeled samples, then asked for the class of held-out samples. The learners
 * themselves stay as they are.
 *
 * @param queries held-out samples
 * @returns the metrics of it; NaN where the copy diverged, or the data has no labels; null where it was called off
 */
export async function measureFineTuned(
  cohort: Cohort,
  dataset: Dataset,
  queries: EvaluationSet,
  continueTraining: ContinueTraining,
): Promise<FineTunedMetrics | null> {
  const { labels } = queries;
  if (!labels || !bankOf(dataset).labels) return columnsOf(() => new Float32Array(cohort.learners).fill(Number.NaN));
  const part = labeledPart(dataset, cohort.config);
  const config = configFor(cohort.config, part.train.count);
  const resources = new Resources();
  try {
    const source = resources.own(new ViewSource(part, config));
    const copies = resources.own(cohort.successors(config, source));
    if (!(await train(copies, source, continueTraining))) return null;
    const scores = await queries.classify(copies);
    return columnsOf((measure) => Float32Array.from(scores, (own) => measure(own, labels)));
  } finally {
    resources.dispose();
  }
}

/** The data with few training samples, those that evaluation learns from, stratified by class. */
function labeledPart(dataset: Dataset, { seed, evaluation }: ExperimentConfig): Dataset {
  const bank = bankOf(dataset);
  const order = stratifiedOrder(bank.labels, bank.count, seed);
  return { ...dataset, train: subset(bank, order.subarray(0, evaluation.fineTune.samples)) };
}

/** The run's own optimizer and augmentation, at a learning rate of its own; every arm is trained with labels. */
function configFor(config: ExperimentConfig, samples: number): ExperimentConfig {
  const { steps, learningRate } = config.evaluation.fineTune;
  return {
    ...config,
    arms: config.arms.map((arm) => ({
      objective: "supervised",
      batchSize: Math.min(batchSizeOf(config, arm), samples),
    })),
    temperatureRule: { ...config.temperatureRule, id: "fixed" },
    queue: { ...config.queue, size: 0 },
    optimizer: {
      ...config.optimizer,
      learningRate,
      rateRule: "fixed",
      matchGradientNorm: false,
      schedule: { id: "constant", warmupSteps: 0 },
    },
    steps,
  };
}

/** Whether it came to its end. */
async function train(copies: Cohort, source: ViewSource, continueTraining: ContinueTraining): Promise<boolean> {
  const training = new TrainingStep(copies, source);
  // Reads the losses, which nobody asks for, so that no more steps are queued than the backend can hold.
  const reader = new StepReader(training.sink, copies.learners, () => undefined);
  const { steps } = copies.config;
  try {
    for (let step = 0; step < steps; step++) {
      training.update(step);
      await reader.afterStep();
      if (!(await continueTraining((step + 1) / steps))) return false;
    }
    await reader.settle();
    return true;
  } finally {
    training.dispose();
  }
}

type Measure = ReturnType<typeof metricsFrom<"fineTuning">>[number]["measure"];

function columnsOf(column: (measure: Measure) => Float32Array): FineTunedMetrics {
  const columns = metricsFrom("fineTuning").map(({ id, measure }) => [id, column(measure)]);
  return Object.fromEntries(columns) as FineTunedMetrics;
}
