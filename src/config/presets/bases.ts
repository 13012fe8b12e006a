import type { ExperimentInput } from "../schema";

/** What several presets have in common. */

/** Glyphs and a small convnet. */
export const GLYPH_LEARNER = {
  dataset: { id: "glyphs", samples: 8000 },
  encoder: { id: "convnet", projection: 64 },
  seeds: 3,
  steps: 1000,
  gradientProbe: { every: 50, microBatches: 8 },
  evaluation: { every: 100, trainSamples: 2000, testSamples: 1000 },
} satisfies ExperimentInput;

/** The mild augmentation under which positives are easy and the vanishing factor is small. */
export const WEAK = {
  strength: 0,
  minScale: 0.7,
  maxAspect: 1.1,
  rotation: 5,
  brightness: 0.1,
  contrast: 0.1,
  noise: 0.05,
} satisfies ExperimentInput["augmentation"];

/** The normal augmentation for grey characters. */
export const DIGITS = {
  strength: 0,
  minScale: 0.4,
  maxAspect: 4 / 3,
  rotation: 15,
  brightness: 0.4,
  contrast: 0.4,
  noise: 0.05,
} satisfies ExperimentInput["augmentation"];

/** SGD, which shows a vanishing gradient: Adam hides it. */
export const SGD = { id: "sgd", learningRate: 0.003, momentum: 0.9 } satisfies ExperimentInput["optimizer"];

/** Points in the plane, light enough for a CPU. */
export const POINT_LEARNER = {
  dataset: { id: "points", layout: "rings", classes: 8, samples: 2000 },
  augmentation: { strength: 0, noise: 0.02 },
  encoder: { id: "mlp", width: 64, depth: 2, projection: 8 },
  seeds: 3,
  optimizer: SGD,
  gradientProbe: { every: 50, microBatches: 8 },
  evaluation: { every: 100, trainSamples: 500, testSamples: 200 },
} satisfies ExperimentInput;
