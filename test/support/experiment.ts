import * as tf from "@tensorflow/tfjs";
import { formatErrors } from "../../src/config/configError";
import { parseConfig } from "../../src/config/parse";
import type { ExperimentConfig, ExperimentInput } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import { loadDataset } from "../../src/data/load";
import type { Dataset } from "../../src/data/types";
import { chooseBackend } from "../../src/engine/backend";
import { StepBlock } from "../../src/engine/stepBlock";
import type { MetricId } from "../../src/metrics";
import { createEncoder } from "../../src/ops/encoder";
import type { RunRecord } from "../../src/record/record";
import { applyEvent, newRun, type Run, recordOf } from "../../src/session/run";
import { Cohort } from "../../src/training/cohort";
import { GradientProbe } from "../../src/training/probes/gradientProbe";
import { StepSink } from "../../src/training/stepSink";
import { Trainer } from "../../src/training/trainer";
import { TrainingStep } from "../../src/training/trainingStep";
import { ViewSource } from "../../src/training/viewSource";

/** Experiments small enough for software graphics: two arms of two seeds, a few steps, every measurement in between. */

const TINY = {
  dataset: { id: "points", layout: "rings", classes: 4, samples: 64 },
  augmentation: { strength: 0, noise: 0.05 },
  encoder: { id: "mlp", width: 8, depth: 1, projection: 4 },
  arms: [{ objective: "infoNce" }, { objective: "flatNce" }],
  seeds: 2,
  batchSize: 4,
  temperature: 0.2,
  steps: 7,
  gradientProbe: { every: 3, microBatches: 2 },
  evaluation: { every: 3, trainSamples: 32, testSamples: 16, knn: { k: 5 } },
} satisfies ExperimentInput;

/** The tiny experiment with some top-level fields replaced. */
export function tinyConfig(changes: ExperimentInput = {}): ExperimentConfig {
  return validConfig({ ...TINY, ...changes });
}

export function validConfig(input: unknown): ExperimentConfig {
  const result = parseConfig(input);
  if (!result.ok) throw new Error(formatErrors(result.errors));
  return result.config;
}

export const dataOf = (config: ExperimentConfig): Promise<Dataset> => loadDataset(config.dataset, config.seed, null);

export const ENVIRONMENT = {
  adapter: "test",
  software: true,
  userAgent: "test",
  tfjs: "4",
  refused: [],
  kernelsRefused: null,
};

export interface Conduct {
  /** Another data set than the config's. */
  dataset?: Dataset;
  /** Takes the snapshots of the views. */
  views?: boolean;
  /** Settles, as a pause does, after every step. */
  stepwise?: boolean;
}

/** A trainer, and what it has told so far. */
export async function prepare(config: ExperimentConfig, { dataset, views = false }: Conduct = {}) {
  const run = newRun(config, null, null);
  const events: string[] = [];
  const trainer = new Trainer({
    config,
    dataset: dataset ?? (await dataOf(config)),
    environment: { ...ENVIRONMENT, backend: "cpu", kernels: "reference" },
    emit: (event) => {
      events.push(event.type);
      applyEvent(run, event);
    },
    views,
  });
  return { trainer, run, events };
}

/** Gradients of every learner on given views, one [L, ...] tensor per parameter; at the current weights unless others are given. */
export function gradientsOf(cohort: Cohort, views: tf.Tensor, at = cohort.parameters.tensors): tf.Tensor[] {
  const { learners } = cohort;
  const block = new StepBlock(learners);
  block.set({ temperatures: cohort.temperaturesAt(0) });
  const sink = new StepSink({ learners, views: views.shape[1] ?? 0 });
  return cohort.differentiate({ views, block, sink }, at).map((gradient) => gradient.clone());
}

/** A cohort to be trained step by step. */
export async function underway(changes: ExperimentInput) {
  const config = tinyConfig({ optimizer: { id: "sgd", learningRate: 0.05 }, ...changes });
  const source = new ViewSource(await dataOf(config), config);
  const cohort = new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config), source);
  const training = new TrainingStep(cohort, source);
  const probe = new GradientProbe(cohort, source);
  return {
    cohort,
    source,
    training,
    probe,
    /** Those that the next step would have. */
    temperatures: async (step = 0): Promise<number[]> => {
      const block = new StepBlock(cohort.learners);
      block.set({ temperatures: cohort.temperaturesAt(step) });
      const learned = cohort.parameters.tensors[cohort.parameters.specs.findIndex(({ name }) => name === "learned")];
      const effective = cohort.carried.temperatures?.effective(block, (learned as tf.Tensor3D | undefined) ?? null);
      return effective ? Array.from(await effective.data()) : cohort.temperaturesAt(step);
    },
    dispose: () => {
      for (const part of [probe, training, cohort, source]) part.dispose();
    },
  };
}

/** Runs an experiment to its end on the current backend. */
export async function conduct(config: ExperimentConfig, how: Conduct = {}): Promise<{ run: Run; record: RunRecord }> {
  const { trainer, run } = await prepare(config, how);
  while (!trainer.finished) {
    await trainer.advance();
    if (how.stepwise) await trainer.settle();
  }
  await trainer.settle();
  trainer.dispose();
  return { run, record: recordOf(run) };
}

/** How many tensors there are once a trainer has come to each of some steps. */
export async function tensorsAt(trainer: Trainer, steps: readonly number[]): Promise<number[]> {
  const counts: number[] = [];
  for (const step of steps) {
    while (trainer.step < step) await trainer.advance();
    await trainer.settle();
    counts.push(tf.memory().numTensors);
  }
  return counts;
}

/** The series of a learner, without its identity. */
export function seriesOf(record: RunRecord, arm: number, seedIndex: number): RunRecord["learners"][number]["series"] {
  return record.learners[arm * record.config.seeds + seedIndex]!.series;
}

/** Measured values of a metric, without the steps at which it was not measured. */
export function measured(record: RunRecord, learner: number, metric: MetricId): number[] {
  const series = record.learners[learner]!.series as Record<string, (number | null)[]>;
  return (series[metric] ?? []).filter((value) => value !== null);
}

/** The plain backend, for what does not depend on one. */
export async function chooseCpu(): Promise<void> {
  await tf.setBackend("cpu");
}

/** The fastest backend that Node has everywhere. */
export async function chooseWasm(): Promise<void> {
  await chooseBackend("wasm", "node_modules/@tensorflow/tfjs-backend-wasm/dist/");
}
