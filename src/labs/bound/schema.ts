import { z } from "../../data/zod";
import { schemaText } from "../../i18n/schemaTexts";
import { defineLab } from "../types";
import { CRITIC_IDS } from "./critics";
import { texts } from "./errors";
import { ESTIMATOR_IDS } from "./estimators";
import { CRITIC_OBJECTIVE_IDS } from "./objectives";

/** What of an estimate the table shows. */
const STATISTICS = ["mean", "median", "bias", "sd", "mse"] as const;
export type Statistic = (typeof STATISTICS)[number];

const information = z.number().min(0.1).max(20);
const candidates = z.int().min(2).max(512);

const schema = z
  .strictObject({
    /** The true density ratio, or a network that learns it. */
    critic: z.enum(CRITIC_IDS).default("oracle"),
    dimensions: z.int().min(1).max(64).default(20),
    /** Mutual information in nats: of the cells (oracle), or of the steps of a staircase over the training. */
    miFrom: information.default(2),
    miTo: information.default(10),
    levels: z.int().min(1).max(10).default(5),
    /** K, in powers of two from one to the other. */
    kFrom: candidates.default(2),
    kTo: candidates.default(128),
    /** Batches per cell (oracle). */
    batches: z.int().min(20).max(10_000).default(400),
    objective: z.enum(CRITIC_OBJECTIVE_IDS).default("infoNce"),
    /** Scores within +-1/temperature: cosine (separable) or tanh (joint). */
    bounded: z.boolean().default(false),
    temperature: z.number().min(0.01).max(1).default(0.1),
    /** Updates per level of the staircase. */
    steps: z.int().min(1).max(20_000).default(600),
    learningRate: z.number().min(1e-6).max(0.1).default(3e-3),
    width: z.int().min(4).max(256).default(64),
    seed: z.int().min(0).max(0xffff_ffff).default(1),
    statistic: z.enum(STATISTICS).default("bias"),
  })
  .refine(({ miFrom, miTo }) => miFrom <= miTo, { path: ["miTo"], error: schemaText(texts.belowSmallest) })
  .refine(({ kFrom, kTo }) => kFrom <= kTo, { path: ["kTo"], error: schemaText(texts.belowSmallest) });

const number = z.number().nullable();

const row = z.strictObject({
  mi: z.number(),
  k: z.int(),
  /** Updates made; 0 for the oracle. */
  step: z.int(),
  estimator: z.enum(ESTIMATOR_IDS),
  /** Over `n` fresh batches. */
  mean: number,
  median: number,
  sd: number,
  n: z.int(),
});

/** What estimators say of a mutual information that is known, by the number of candidates K. */
export const boundLab = defineLab({ id: "bound", name: "Bound", schema, row, display: ["statistic"] });

export type BoundConfig = z.output<typeof schema>;
export type BoundRow = z.output<typeof row>;

/** The mutual informations that a config asks for, in nats. */
export function miLevels({ miFrom, miTo, levels }: BoundConfig): number[] {
  const steps = miFrom === miTo ? 1 : levels;
  return Array.from({ length: steps }, (_, i) =>
    Number((steps === 1 ? miFrom : miFrom + ((miTo - miFrom) * i) / (steps - 1)).toPrecision(6)),
  );
}

/** The numbers of candidates that a config asks for. */
export function candidateCounts({ kFrom, kTo }: BoundConfig): number[] {
  const counts = [];
  for (let k = kFrom; k <= kTo; k *= 2) counts.push(k);
  return counts;
}
