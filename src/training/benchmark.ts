import * as tf from "@tensorflow/tfjs";
import { saidOfErrors } from "../config/configError";
import { parseConfig } from "../config/parse";
import type { ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import type { Dataset } from "../data/types";
import { hash, PURPOSE } from "../engine/random";
import { PlaygroundError, verbatim } from "../i18n/errors";
import type { Layer } from "../models/layers";
import type { ObjectiveId } from "../objectives";
import { createEncoder, type Encoder, encoderOfLayers } from "../ops/encoder";
import { Cohort } from "./cohort";
import { Resources } from "./resources";
import { TrainingStep } from "./trainingStep";
import { ViewSource } from "./viewSource";

/** Steps done before the clock starts: shaders are compiled and buffers allocated in the first. */
const WARM_UP = 3;
const SAMPLES = 256;
/** For arms that see labels, which are noise as well. */
const CLASSES = Array.from({ length: 10 }, (_, index) => String(index));

export interface BenchmarkOptions {
  /** `mlp`: 784-256-128-64. `cnn`: 32x32x3, 3x3 stride-2 convolutions of 32-64-128 channels, mean pool, dense 128, dense 64. */
  encoder: "mlp" | "cnn";
  arms?: ObjectiveId[];
  seeds?: number;
  batchSize?: number;
  steps?: number;
  /** Whether steps are recorded and replayed (WebGPU); true when left out. */
  captured?: boolean;
  /** Keys of a queue that brings the negatives; none when left out. */
  queue?: number;
}

export interface BenchmarkResult {
  /** Wall time of one step of all learners, augmentation and metrics included. */
  msPerStep: number;
  /** JavaScript that queues a step. */
  jsMsPerStep: number;
  /** WebGPU programs per step; null on other backends. */
  dispatchesPerStep: number | null;
  learners: number;
  /** Objectives that were worked out beside the fused programs, or by the reference. */
  composed: string[];
}

/** Times a standard training step (temperature 0.1, Adam 1e-3) on the current backend, on images of seeded noise. */
export async function runBenchmark(options: BenchmarkOptions): Promise<BenchmarkResult> {
  const standard = STANDARD[options.encoder];
  const config = standardConfig(options, standard.batchSize);
  const resources = new Resources();
  try {
    const source = resources.own(new ViewSource(noiseImages(standard.shape), config));
    const cohort = resources.own(new Cohort(standard.encoder(), config, seedNumbers(config), source));
    const training = resources.own(new TrainingStep(cohort, source));
    await timeSteps(training, 0, WARM_UP);
    const timing = await timeSteps(training, WARM_UP, options.steps ?? 20);
    return {
      ...timing,
      dispatchesPerStep: training.dispatches,
      learners: cohort.learners,
      composed: cohort.composedObjectives,
    };
  } finally {
    resources.dispose();
  }
}

const STANDARD = {
  mlp: { shape: [28, 28, 1], batchSize: 32, encoder: () => perceptron([256, 128, 64], [28, 28, 1]) },
  cnn: {
    shape: [32, 32, 3],
    batchSize: 16,
    encoder: () => createEncoder({ id: "convnet", width: 32, depth: 3, projection: 64, norm: "none" }, [32, 32, 3]),
  },
};

/** @throws Error naming what the options have wrong */
function standardConfig(options: BenchmarkOptions, batchSize: number): ExperimentConfig {
  const result = parseConfig({
    dataset: { id: "glyphs", samples: SAMPLES },
    arms: (options.arms ?? ["infoNce", "flatNce"]).map((objective) => ({ objective })),
    seeds: options.seeds ?? 1,
    batchSize: options.batchSize ?? batchSize,
    temperature: 0.1,
    optimizer: { id: "adam", learningRate: 1e-3 },
    augmentation: { strength: 0.5 },
    captured: options.captured ?? true,
    queue: { size: options.queue ?? 0 },
  });
  if (!result.ok) throw new PlaygroundError(saidOfErrors(result.errors));
  return result.config;
}

/** Runs `count` steps, waiting only for the last one's metrics. */
async function timeSteps(training: TrainingStep, from: number, count: number) {
  const started = performance.now();
  let jsMs = 0;
  for (let t = from; t < from + count; t++) {
    const before = performance.now();
    training.update(t);
    jsMs += performance.now() - before;
  }
  await training.sink.metrics.drain();
  return { msPerStep: (performance.now() - started) / count, jsMsPerStep: jsMs / count };
}

function noiseImages(shape: number[]): Dataset {
  const size = SAMPLES * tf.util.sizeFromShape(shape);
  const values = Uint8Array.from(
    { length: size },
    (_, i) => hash({ seed: 0, step: 0, sample: i, purpose: PURPOSE.dataset }) & 255,
  );
  const split = { count: SAMPLES, values, labels: values.slice(0, SAMPLES).map((value) => value % CLASSES.length) };
  return { id: "noise", title: verbatim("Noise"), shape, classNames: CLASSES, train: split, test: split };
}

/** Dense layers with ReLU between them; the last hidden layer is the features. */
function perceptron(sizes: number[], inputShape: number[]): Encoder {
  const dense = sizes.map((outputs, layer): Layer[] => [
    { kind: "dense", name: `dense${layer}`, outputs, bias: true },
    { kind: "relu" },
  ]);
  const last = (dense.pop() as Layer[]).slice(0, 1);
  return encoderOfLayers([{ kind: "flatten" }, ...dense.flat(), { kind: "projection", layers: last }], inputShape);
}
