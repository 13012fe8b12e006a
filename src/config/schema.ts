import { augmentationShape } from "../augmentations";
import { datasetSchema } from "../data/sources";
import { z } from "../data/zod";
import { PRECISIONS } from "../engine/numberFormats";
import { schemaText } from "../i18n/schemaTexts";
import { DEFAULT_ENCODER, ENCODER_IDS, type EncoderSchema, encoderOf } from "../models";
import { OBJECTIVE_IDS, OPTION_NAMES, OPTIONS, type OptionName } from "../objectives";
import { shapeOf } from "../settings/setting";
import type { ConfigError } from "./configError";
import { texts } from "./errors";
import { STOP_METRICS } from "./stopRules";

/**
 * The one schema of an experiment: bounds and defaults live here, and beside what they are of, and nowhere else. Every field has
 * a default, so `{}` is a valid experiment; unknown fields are errors that name the field.
 */

const augmentation = z.strictObject(augmentationShape());

const encoder = z.discriminatedUnion(
  "id",
  ENCODER_IDS.map((id) => z.strictObject({ id: z.literal(id), ...shapeOf(encoderOf(id).options) })) as unknown as [
    EncoderSchema,
    ...EncoderSchema[],
  ],
);

const temperature = z.number().min(0.01).max(10);

/** Samples of a step; each gives two views. */
const batchSize = z.int().min(2, schemaText(texts.noNegatives)).max(1024);

/** Arms of an experiment at most. */
export const MOST_ARMS = 16;

/** How an arm comes by its temperature at a step. */
export const TEMPERATURE_RULES = ["fixed", "scheduled", "learned", "ess"] as const;

const temperatureRule = z.strictObject({
  id: z.enum(TEMPERATURE_RULES).default("fixed"),
  /** Scheduled: temperature of the last step; its logarithm goes there in equal steps. */
  end: temperature.default(0.05),
  /** Learned and ess: the temperature stays between these. */
  minimum: z.number().min(1e-4).max(10).default(0.01),
  maximum: z.number().min(0.01).max(100).default(1),
  /** Ess: share of the negatives that is to carry the gradient. */
  target: z.number().min(0.01).max(0.99).default(0.2),
  /** Ess: share by which the inverse temperature changes in a step. */
  gain: z.number().min(1e-4).max(0.5).default(0.01),
});

/** Negatives from earlier steps, by an encoder that follows the trained one slowly (MoCo, arXiv 1911.05722). */
const queue = z.strictObject({
  /** Keys that are kept; 0 turns the queue off. */
  size: z.int().min(0).max(65_536).default(0),
  /** Share of its own weights that the encoder of the keys keeps in a step. */
  momentum: z.number().min(0).max(0.99999).default(0.99),
});

const learningRate = z.number().min(1e-7).max(10);

/** Options of all objectives; which of them an arm may have is for `contradictions` to say. */
const objectiveOptions = Object.fromEntries(
  OPTION_NAMES.map((name) => [name, z.number().min(OPTIONS[name].minimum).max(OPTIONS[name].maximum).optional()]),
) as Record<OptionName, z.ZodOptional<z.ZodNumber>>;

const arm = z.strictObject({
  objective: z.enum(OBJECTIVE_IDS),
  label: z.string().min(1).max(60).optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, schemaText(texts.colour))
    .optional(),
  temperature: temperature.optional(),
  temperatureRule: z.enum(TEMPERATURE_RULES).optional(),
  learningRate: learningRate.optional(),
  /** Another one than everybody's, for learners of different batch sizes in one run (config/batchSizes.ts). */
  batchSize: batchSize.optional(),
  /** Number format in which the loss is worked out, from the logits to their gradient; float32 where it is not given. */
  precision: z.enum(PRECISIONS).optional(),
  /** The loss of a custom objective as a function of v = log xi. */
  phi: z.string().min(1).max(200).optional(),
  ...objectiveOptions,
});

const optimizer = z.strictObject({
  id: z.enum(["adam", "sgd", "lars"]).default("adam"),
  learningRate: learningRate.default(1e-3),
  /** SGD and LARS. */
  momentum: z.number().min(0).max(0.999).default(0.9),
  /** Adam only. */
  beta1: z.number().min(0).max(0.9999).default(0.9),
  beta2: z.number().min(0).max(0.99999).default(0.999),
  epsilon: z.number().min(1e-12).max(1).default(1e-8),
  /**
   * How all learning rates, the arms' own too, follow the batch size: not at all, in proportion to batchSize /
   * referenceBatch, or to its square root (config/rateRule.ts).
   */
  rateRule: z.enum(["fixed", "linear", "squareRoot"]).default("fixed"),
  referenceBatch: z.int().min(1).max(65_536).default(256),
  /** SGD only: every learner's gradient gets the length of arm 0's of the same seed (ops/matchNorms/reference.ts). */
  matchGradientNorm: z.boolean().default(false),
  /** Decoupled (AdamW) under Adam, added to the gradient under SGD and LARS; LARS leaves out biases and the like. */
  weightDecay: z.number().min(0).max(1).default(0),
  /** LARS only: length of an update beside the length of its parameter. */
  trustCoefficient: z.number().min(1e-6).max(1).default(1e-3),
  schedule: z
    .strictObject({
      id: z.enum(["constant", "cosine"]).default("constant"),
      warmupSteps: z.int().min(0).max(100_000).default(0),
    })
    .prefault({}),
});

const gradientProbe = z.strictObject({
  /** Steps between probes; 0 turns the probe off. */
  every: z.int().min(0).max(100_000).default(50),
  microBatches: z.int().min(2).max(64).default(8),
  /** Whether every objective is also measured at the first arm's weights; nothing more with a single arm. */
  common: z.boolean().default(true),
});

const evaluation = z.strictObject({
  /** Steps between evaluations; 0 turns the evaluation off. */
  every: z.int().min(0).max(100_000).default(100),
  /** Labeled samples that kNN and the linear probe may use. */
  trainSamples: z.int().min(16).max(20_000).default(1000),
  testSamples: z.int().min(16).max(20_000).default(500),
  /**
   * Whether accuracies are measured on samples that were taken out of the training split, at most a fifth of it, instead of
   * test samples: to choose settings by, with the test split kept for those that were chosen.
   */
  validation: z.boolean().default(false),
  knn: z
    .strictObject({
      k: z.int().min(1).max(500).default(20),
      temperature: temperature.default(0.1),
    })
    .prefault({}),
  linearProbe: z
    .strictObject({
      /** Ridge penalty per training sample, on standardized features. */
      ridge: z.number().min(1e-8).max(100).default(0.01),
      /** Whether the ridge is chosen instead, on a fifth of the labeled samples (metrics/math/ridgeSearch.ts). */
      search: z.boolean().default(false),
    })
    .prefault({}),
  /** At the end of the run, a copy of every encoder is trained on with labels, by the run's optimizer and augmentation. */
  fineTune: z
    .strictObject({
      /** 0 turns it off. */
      steps: z.int().min(0).max(10_000).default(0),
      /** Labeled training samples. */
      samples: z.int().min(16).max(20_000).default(500),
      learningRate: learningRate.default(1e-3),
    })
    .prefault({}),
});

/** When a run ends before its last step; 0 turns a rule off. */
const stop = z.strictObject({
  /** Of training, with what is measured meanwhile and without pauses. */
  minutes: z.number().min(0).max(100_000).default(0),
  /** What target and patience go by: its mean over those seeds of an arm that still train. */
  metric: z.enum(STOP_METRICS).default("probeAccuracy"),
  /** What every arm is to have reached, at one measurement or another. */
  target: z.number().min(0).max(1_000_000).default(0),
  /** Measurements in a row at which no arm was better than ever before. */
  patience: z.int().min(0).max(100_000).default(0),
});

const BACKENDS = ["auto", "webgpu", "webgl", "wasm", "cpu"] as const;

export const experimentSchema = z.strictObject({
  dataset: datasetSchema.prefault({ id: "points" }),
  augmentation: augmentation.prefault({}),
  encoder: encoder.prefault({ id: DEFAULT_ENCODER }),
  arms: z
    .array(arm)
    .min(1)
    .max(MOST_ARMS)
    .default([{ objective: "infoNce" }, { objective: "flatNce" }]),
  seeds: z.int().min(1).max(32).default(3),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  batchSize: batchSize.default(16),
  temperature: temperature.default(0.1),
  temperatureRule: temperatureRule.prefault({}),
  queue: queue.prefault({}),
  optimizer: optimizer.prefault({}),
  steps: z.int().min(1).max(1_000_000).default(1000),
  stop: stop.prefault({}),
  gradientProbe: gradientProbe.prefault({}),
  evaluation: evaluation.prefault({}),
  backend: z.enum(BACKENDS).default("auto"),
  /** WebGPU and WASM: kernels of this project, or the plain TensorFlow.js operations that they are held to. */
  kernels: z.enum(["fused", "reference"]).default("fused"),
  /** WebGPU and WASM: whether a step is recorded once and replayed. */
  captured: z.boolean().default(true),
});

export type ExperimentConfig = z.output<typeof experimentSchema>;
/** What a user may write: every field optional. */
export type ExperimentInput = z.input<typeof experimentSchema>;
export type ArmConfig = ExperimentConfig["arms"][number];
export type TemperatureRuleId = (typeof TEMPERATURE_RULES)[number];
export type StopConfig = ExperimentConfig["stop"];
export type BackendChoice = ExperimentConfig["backend"];

export type { ConfigError };
export type ConfigResult = { ok: true; config: ExperimentConfig } | { ok: false; errors: ConfigError[] };
