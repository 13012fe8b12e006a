import type { ExperimentConfig, ExperimentInput } from "../../../src/config/schema";
import type { Dataset, Split } from "../../../src/data/types";
import { tinyConfig } from "../experiment";

/** What the golden cases have in common: experiments that are small in their own ways, their arms and their data. */

type Arms = NonNullable<ExperimentInput["arms"]>;

/** Six steps: two to record a step, and some to replay it. */
export const SMALL = {
  seeds: 2,
  batchSize: 6,
  steps: 6,
  gradientProbe: { every: 3, microBatches: 3 },
  evaluation: { every: 3, trainSamples: 32, testSamples: 16, knn: { k: 5 } },
} satisfies ExperimentInput;

/** For steps of many operations, which a software adapter is slow at. */
const LIGHT = {
  steps: 4,
  gradientProbe: { every: 4, microBatches: 2, common: false },
  evaluation: { ...SMALL.evaluation, every: 4 },
} satisfies ExperimentInput;

/** The same for encoders of images. */
export const IMAGES = {
  ...SMALL,
  dataset: { id: "glyphs", classes: 4, samples: 64 },
  augmentation: { strength: 0.5 },
  seeds: 1,
  batchSize: 4,
  steps: 4,
  gradientProbe: { every: 4, microBatches: 2, common: false },
  evaluation: { every: 4, trainSamples: 24, testSamples: 16, knn: { k: 3 } },
} satisfies ExperimentInput;

/** Each likely enough that some sample meets it, and some does not. */
export const EVERY_OPERATION = {
  strength: 1,
  minScale: 0.3,
  maxScale: 0.9,
  maxAspect: 1.5,
  flip: 0.5,
  rotation: 30,
  jitter: 0.9,
  brightness: 0.6,
  contrast: 0.6,
  saturation: 0.6,
  hue: 0.2,
  grey: 0.3,
  blur: 0.7,
  maxBlur: 1.5,
  noise: 0.1,
  cutout: 0.6,
  cutoutSide: 0.4,
} satisfies ExperimentInput["augmentation"];

export const points = (changes: ExperimentInput): ExperimentConfig => tinyConfig({ ...SMALL, ...changes });
export const light = (changes: ExperimentInput): ExperimentConfig => points({ ...LIGHT, ...changes });
export const images = (changes: ExperimentInput): ExperimentConfig => tinyConfig({ ...IMAGES, ...changes });
export const armsOf = (...objectives: Arms[number]["objective"][]): Arms =>
  objectives.map((objective) => ({ objective }));

/** Grey images with another share of each sample's brightness in every channel. */
export function tinted(dataset: Dataset): Dataset {
  const [height = 0, width = 0] = dataset.shape;
  return { ...dataset, shape: [height, width, 3], train: tintedSplit(dataset.train), test: tintedSplit(dataset.test) };
}

function tintedSplit(split: Split): Split {
  const size = split.values.length / split.count;
  const values = Uint8Array.from({ length: 3 * split.values.length }, (_, i) => {
    const [pixel, channel] = [Math.floor(i / 3), i % 3];
    return (split.values[pixel]! * (1 + ((Math.floor(pixel / size) + channel) % 3))) / 3;
  });
  return { ...split, values };
}

/** Points whose second view is made of another point. */
export function paired(dataset: Dataset): Dataset {
  const { values } = dataset.train;
  const second = Float32Array.from(values, (value, i) => 0.7 * value + 0.3 * values[values.length - 1 - i]!);
  return { ...dataset, train: { ...dataset.train, second } };
}

export const RULES: Arms = [
  { objective: "infoNce", temperatureRule: "fixed" },
  { objective: "infoNce", temperatureRule: "scheduled" },
  { objective: "infoNce", temperatureRule: "learned", temperature: 0.3 },
  { objective: "infoNce", temperatureRule: "ess" },
  { objective: "flatNce", temperatureRule: "learned" },
  { objective: "flatNce", temperatureRule: "ess", learningRate: 3e-3 },
];
export const RULE_OPTIONS = { end: 0.07, minimum: 0.05, maximum: 0.5, target: 0.3, gain: 0.1 };

export const FORMATS: Arms = [
  { objective: "infoNce", precision: "float16" },
  { objective: "infoNce", precision: "bfloat16" },
  { objective: "infoNce", precision: "float8e4m3" },
  { objective: "flatNce", precision: "float16" },
  { objective: "flatNce", precision: "bfloat16" },
  { objective: "flatNce", precision: "float8e4m3" },
  { objective: "infoNceCe", precision: "float16" },
];

export const QUEUED: Arms = [
  { objective: "infoNce" },
  { objective: "flatNce" },
  { objective: "infoNceOneWay" },
  { objective: "flatNce", temperatureRule: "learned" },
  { objective: "custom", phi: "v^3/3 + v" },
];
