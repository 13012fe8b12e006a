import { sampleKind } from "../../config/presets/setup";
import { datasetSchema } from "../../data/sources";
import { z } from "../../data/zod";
import { learnerMetrics } from "../training/learnerMetrics";
import { defineLab } from "../types";
import { refusalOf } from "./refusal";

/** Where the user will train: the batch that is usual there, or one of the user's own. */
export const PLACES = ["device", "gpu", "several", "own"] as const;
/** What the user wants to have more of. */
export const AIMS = ["probe", "knn", "steps"] as const;
/** Most seeds that an answer may rest on. */
export const MOST_SEEDS = 16;
/** How long the answer may take; see `recipe.ts`. */
export const EFFORTS = ["quick", "normal", "thorough"] as const;

const schema = z.strictObject({
  base: z
    .strictObject({
      dataset: datasetSchema.prefault({ id: "points", layout: "rings", classes: 8, samples: 2000 }),
    })
    .prefault({}),
  place: z.enum(PLACES).default("device"),
  /** The batch where `place` is `own`. */
  batchSize: z.int().min(4).max(65_536).default(64),
  aim: z.enum(AIMS).default("probe"),
  effort: z.enum(EFFORTS).default("normal"),
  /** Of every training, in the place of those of the effort. */
  steps: z.int().min(1).max(1_000_000).optional(),
  /** That the answer rests on; settings are chosen on others. */
  seeds: z.int().min(1).max(MOST_SEEDS).default(5),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
});

/** One learner at the end of its training. */
const row = z.strictObject({
  /** Settings are chosen by the validation samples; what is reported is measured on the test samples. */
  stage: z.enum(["choice", "report"]),
  arm: z.enum(["infoNce", "flatNce", "swapped"]),
  /** Temperature, and the multiple of the recipe's learning rate (`recipe.ts`). */
  tau: z.number(),
  rate: z.number(),
  seed: z.int(),
  steps: z.int(),
  batchSize: z.int(),
  learningRate: z.number(),
  /** Step at which the learner stopped because its loss was no longer finite. */
  stoppedAt: z.int().nullable(),
  /** Of the data: shape of a sample as in `32x32x3`, samples of both splits, and a checksum of all. */
  shape: z.string(),
  trainSamples: z.int(),
  testSamples: z.int(),
  checksum: z.string(),
  ...learnerMetrics,
});

/** Whether FlatNCE is worth a try on the user's data: an answer in a paragraph, from trainings on the user's own device. */
export const adviceLab = defineLab({
  id: "advice",
  name: "Advice",
  schema,
  row,
  display: [],
  takesData: true,
  suitTo: (config, { shape, onCpu }) =>
    onCpu && sampleKind(shape) === "images" && config.effort === "normal"
      ? { ...config, effort: "quick" as const }
      : config,
  refuse: (_, data) => refusalOf(data),
});

export type AdviceConfig = z.output<typeof schema>;
export type AdviceRow = z.output<typeof row>;
export type Aim = AdviceConfig["aim"];
