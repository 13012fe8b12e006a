import { renamedPath } from "../../config/renamed";
import { type ExperimentInput, experimentSchema, MOST_ARMS } from "../../config/schema";
import { z } from "../../data/zod";
import { METRIC_IDS, METRICS } from "../../metrics";
import { learnerMetrics, measured } from "../training/learnerMetrics";
import { contradictionsOf } from "./crossFieldRules";

/** Points in the plane and a tiny network, light enough that a CPU trains a whole grid of them. */
const LIGHT: ExperimentInput = {
  dataset: { id: "points", layout: "rings", classes: 8, samples: 2000 },
  augmentation: { strength: 0, noise: 0.02 },
  encoder: { id: "mlp", width: 64, depth: 2, projection: 8 },
  seeds: 5,
  steps: 200,
  optimizer: { id: "sgd", learningRate: 0.003, momentum: 0.9 },
  // Without gradients at a first arm's weights, cells can be trained as one cohort (packing.ts).
  gradientProbe: { every: 100, microBatches: 4, common: false },
  evaluation: { every: 50, trainSamples: 500, testSamples: 500 },
};

/** What every cell is given the same amount of; see `budget.ts`. */
const BUDGETS = ["steps", "samples", "time"] as const;
/** How the arms come by their learning rates; see `rates.ts`. */
const RATE_RULES = ["fixed", "matched", "search"] as const;

/** Metrics that two arms can be compared in: not the values of different objectives, nor a cosine with the first arm. */
const COMPARED = METRIC_IDS.filter((id) => METRICS[id].comparison === "always");

/** A setting of the experiment, by any name that it ever had, and the values that it takes along one side of the grid. */
const axis = (path: string, values: number[]) =>
  z
    .strictObject({
      path: z
        .string()
        .overwrite((given) => renamedPath(given))
        .default(path),
      values: z
        .array(z.union([z.number(), z.string()]))
        .min(1)
        .max(16)
        .default(values),
    })
    .prefault({});

const arm = z
  .int()
  .min(0)
  .max(MOST_ARMS - 1);

/** A sweep's settings. */
export const sweepSchema = z
  .strictObject({
    /** What all cells have in common. */
    base: experimentSchema.prefault(LIGHT),
    x: axis("batchSize", [4, 8, 16, 32, 64]),
    y: axis("temperature", [0.05, 0.1, 0.2, 0.5]),
    budget: z.enum(BUDGETS).default("steps"),
    rates: z
      .strictObject({
        rule: z.enum(RATE_RULES).default("fixed"),
        /** Search: multiples of an arm's own rate, of which the best is taken. */
        factors: z.array(z.number().min(1e-4).max(1e4)).min(2).max(9).default([0.3, 1, 3, 10]),
      })
      .prefault({}),
    metric: z.enum(COMPARED).default("probeAccuracy"),
    /** The map shows arm B minus arm A. */
    armA: arm.default(0),
    armB: arm.default(1),
    /** Which of `y.values` the curves are drawn for, counted from 0. */
    slice: z.int().min(0).max(15).default(0),
    /** The cell whose own curves are drawn, counted from 0 along x, row by row. */
    cell: z.int().min(0).max(255).optional(),
  })
  .superRefine((config, context) => {
    for (const { path, message, said } of contradictionsOf(config))
      context.addIssue({ code: "custom", path: path.split("."), message, params: { said } });
  });

/** One learner of one cell; or, where `problem` says why there is none, the cell itself. */
export const rowSchema = z.strictObject({
  x: z.union([z.number(), z.string()]),
  y: z.union([z.number(), z.string()]),
  problem: z.string().nullable(),
  /** Index into the arms of `base`, and the seed's number. */
  arm: z.int().nullable(),
  seed: z.int().nullable(),
  /** Steps that the cell was given. */
  steps: z.int().nullable(),
  /** Step at which the learner stopped because its loss was no longer finite. */
  stoppedAt: z.int().nullable(),
  learningRate: measured,
  /** Search: the chosen rate's probe accuracy on the validation samples, mean over seeds. */
  validationAccuracy: measured,
  /** Budget of time: wall time of one step of all learners of the cell. */
  msPerStep: measured,
  /** Cells that were trained as one cohort with this one, itself among them. */
  together: z.int().nullable().default(null),
  /** How many times as fast a step of them was as their steps one by one, over a few of each; null where it was alone. */
  packingGain: measured.default(null),
  ...learnerMetrics,
});

export type SweepConfig = z.output<typeof sweepSchema>;
export type SweepRow = z.output<typeof rowSchema>;
export type AxisValue = SweepRow["x"];
