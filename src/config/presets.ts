import type { ExperimentInput } from "./schema";

/** A ready experiment, and what to look for in it. */
export interface Preset {
  id: string;
  title: string;
  /** What it shows, in one or two sentences; claims nothing that was not measured. */
  summary: string;
  config: ExperimentInput;
  /** One change that turns the outcome, offered as a button. */
  twist?: { label: string; patch: ExperimentInput };
}

const GLYPH_LEARNER = {
  dataset: { id: "glyphs", samples: 8000 },
  encoder: { id: "convnet", projection: 64 },
  seeds: 3,
  steps: 1000,
  gradientProbe: { every: 50, microBatches: 8 },
  evaluation: { every: 100, trainSamples: 2000, testSamples: 1000 },
} satisfies ExperimentInput;

/** The mild augmentation under which positives are easy and the vanishing factor is small. */
const WEAK = {
  strength: 0,
  minScale: 0.7,
  maxAspect: 1.1,
  rotation: 5,
  brightness: 0.1,
  contrast: 0.1,
  noise: 0.05,
} satisfies ExperimentInput["augmentation"];

/** The normal augmentation for grey characters. */
const DIGITS = {
  strength: 0,
  minScale: 0.4,
  maxAspect: 4 / 3,
  rotation: 15,
  brightness: 0.4,
  contrast: 0.4,
  noise: 0.05,
} satisfies ExperimentInput["augmentation"];

const SGD = { id: "sgd", learningRate: 0.003, momentum: 0.9 } satisfies ExperimentInput["optimizer"];

/** Points in the plane, light enough for a CPU. */
const POINT_LEARNER = {
  dataset: { id: "points", layout: "rings", classes: 8, samples: 2000 },
  augmentation: { strength: 0, noise: 0.02 },
  encoder: { id: "mlp", width: 64, depth: 2, projection: 8 },
  seeds: 3,
  optimizer: SGD,
  gradientProbe: { every: 50, microBatches: 8 },
  evaluation: { every: 100, trainSamples: 500, testSamples: 200 },
} satisfies ExperimentInput;

export const PRESETS: readonly Preset[] = [
  {
    id: "vanish",
    title: "Watch the gradient vanish",
    summary:
      "Easy positives at low temperature: InfoNCE multiplies each anchor's gradient by the vanishing factor, which falls to about a tenth, and SGD slows down with it. FlatNCE keeps going. Then run it with a larger learning rate: the gap was one of step size.",
    config: { ...GLYPH_LEARNER, augmentation: WEAK, batchSize: 16, temperature: 0.05, optimizer: SGD },
    twist: { label: "Run with learning rate 0.01", patch: { optimizer: { ...SGD, learningRate: 0.01 } } },
  },
  {
    id: "points",
    title: "Watch the gradient vanish, in the plane",
    summary:
      "Easy positives at low temperature, with points on rings and a tiny network that is light enough for a CPU. See the weight of InfoNCE's anchors fall while FlatNCE keeps all of them at full weight.",
    config: { ...POINT_LEARNER, batchSize: 8, temperature: 0.05, steps: 1000 },
    twist: { label: "Run with learning rate 0.01", patch: { optimizer: { ...SGD, learningRate: 0.01 } } },
  },
  {
    id: "circle",
    title: "See the circle",
    summary:
      "Moons and a two-dimensional embedding, so that the circle on which the views are placed is the picture itself: watch positives meet and classes spread.",
    config: {
      dataset: { id: "points", layout: "moons", classes: 6, samples: 2000 },
      augmentation: { strength: 0, noise: 0.02 },
      encoder: { id: "mlp", width: 64, depth: 2, projection: 2 },
      batchSize: 8,
      temperature: 0.1,
      seeds: 2,
      steps: 1000,
      optimizer: { id: "adam", learningRate: 0.001 },
      gradientProbe: { every: 50, microBatches: 8 },
      evaluation: { every: 100, trainSamples: 500, testSamples: 200 },
    },
  },
  {
    id: "own-loss",
    title: "Type your own loss",
    summary:
      "A loss of this family is a function of log \u03be, and its derivative is the weight of an anchor. Open the third arm, type another function, and watch its curve under \u201cWeight of an anchor\u201d before you run it.",
    config: {
      ...POINT_LEARNER,
      arms: [{ objective: "infoNce" }, { objective: "flatNce" }, { objective: "custom", phi: "v + 0.1*exp(v)" }],
      batchSize: 8,
      temperature: 0.05,
      steps: 1000,
    },
  },
  {
    id: "low-temperature",
    title: "Low temperature",
    summary:
      "Batch 32 at temperature 0.05 with Adam: the band in which FlatNCE was ahead in every seed of our own measurements, by a few points.",
    config: {
      ...GLYPH_LEARNER,
      augmentation: DIGITS,
      batchSize: 32,
      temperature: 0.05,
      optimizer: { id: "adam", learningRate: 0.001 },
    },
  },
  {
    id: "eight-bit",
    title: "8-bit similarity",
    summary:
      "The loss in 8-bit numbers. Written as a cross-entropy, InfoNCE rounds the gradient of a solved positive to exactly 0: in our own measurements that of about two anchors in three, and FlatNCE's never. Yet accuracy hardly moves: those gradients were negligible already, and in float32 the two are as far apart.",
    config: {
      ...GLYPH_LEARNER,
      augmentation: WEAK,
      arms: [
        { objective: "infoNceCe", precision: "float8e4m3" },
        { objective: "flatNce", precision: "float8e4m3" },
      ],
      batchSize: 16,
      temperature: 0.05,
      optimizer: SGD,
    },
    twist: { label: "Run in float32", patch: { arms: [{ objective: "infoNceCe" }, { objective: "flatNce" }] } },
  },
  {
    id: "tiny-batch",
    title: "Tiny batch: FlatNCE loses",
    summary:
      "At batch 8 with normal augmentation FlatNCE keeps full-size gradients that rest on two or three hard negatives, and does worse. A smaller learning rate over more steps makes it a tie.",
    config: {
      ...GLYPH_LEARNER,
      augmentation: DIGITS,
      batchSize: 8,
      temperature: 0.1,
      optimizer: { id: "adam", learningRate: 0.001 },
    },
    twist: {
      label: "Run with learning rate 0.0003, 2,000 steps",
      patch: { optimizer: { id: "adam", learningRate: 0.0003 }, steps: 2000 },
    },
  },
  {
    id: "warm",
    title: "Warm: no difference",
    summary:
      "At temperature 0.2 the vanishing factor stays near 0.8: nothing vanishes, the two gradients point the same way, and there is nothing for FlatNCE to repair.",
    config: {
      ...GLYPH_LEARNER,
      augmentation: DIGITS,
      batchSize: 32,
      temperature: 0.2,
      optimizer: { id: "adam", learningRate: 0.001 },
    },
  },
  {
    id: "learned-temperature",
    title: "Learned temperature runs away",
    summary:
      "The temperature is trained with the weights, and nothing holds it. FlatNCE always gains by a lower one: in our own runs it fell from 0.2 to 0.0001 within 100 steps in each of three seeds, and the embedding shrank to one or two of its eight dimensions. InfoNCE lets go as its gradient fades: it was at 0.018 after 400 steps, with seven dimensions in use.",
    config: {
      ...POINT_LEARNER,
      batchSize: 16,
      temperature: 0.2,
      temperatureRule: { id: "learned", minimum: 0.0001, maximum: 10 },
      steps: 400,
    },
    twist: { label: "Clamp it at 0.05", patch: { temperatureRule: { minimum: 0.05 } } },
  },
  {
    id: "queue",
    title: "Batch 4 with a queue",
    summary:
      "Four samples a step, and 256 negatives from earlier ones. In our own runs FlatNCE was ten points of kNN accuracy behind InfoNCE on the six negatives of its own batch, and level with it on the queue's: what it lacks in a tiny batch is negatives.",
    config: {
      ...POINT_LEARNER,
      batchSize: 4,
      temperature: 0.1,
      queue: { size: 256, momentum: 0.99 },
      steps: 1000,
    },
    twist: { label: "Run without the queue", patch: { queue: { size: 0 } } },
  },
  {
    id: "ess-controller",
    title: "A temperature that sets itself",
    summary:
      "A controller moves each temperature until a fifth of the negatives carries the gradient (n-ESS 0.2). In our own runs arms that began at 0.5 and at 0.05 met near 0.23 within 200 steps, whatever the loss, and stayed together.",
    config: {
      ...POINT_LEARNER,
      arms: [
        { objective: "infoNce", temperature: 0.5 },
        { objective: "infoNce", temperature: 0.05 },
        { objective: "flatNce", temperature: 0.5 },
        { objective: "flatNce", temperature: 0.05 },
      ],
      batchSize: 32,
      temperatureRule: { id: "ess", target: 0.2 },
      steps: 400,
    },
  },
];

/** Shown first on a GPU. */
export const DEFAULT_PRESET = "vanish";
/** Shown first where the training runs on a CPU. */
export const LIGHT_PRESET = "points";

/** The preset with this id. */
export function findPreset(id: string | null | undefined): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
