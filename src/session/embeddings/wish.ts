import { saidOfErrors } from "../../config/configError";
import { parseSchema } from "../../config/parseSchema";
import type { ExperimentConfig } from "../../config/schema";
import { z } from "../../data/zod";
import { EMBEDDING_IDS, FORMAT_IDS } from "../../export/embeddings/types";
import { PlaygroundError } from "../../i18n/errors";
import { SPLIT_IDS, type SplitId } from "../../training/extraction/types";

/** What is asked for of the embeddings of a run; the first learner's on the held-out samples, where nothing else is said. */
const schema = z.strictObject({
  /** Index of the arm. */
  arm: z.int().min(0).default(0),
  /** Number of the seed; the first of the run when left out. */
  seed: z.int().min(0).optional(),
  /** The one that the run is measured on when left out. */
  split: z.enum(SPLIT_IDS).optional(),
  format: z.enum(FORMAT_IDS).default("csv"),
  embedding: z.enum(EMBEDDING_IDS).default("h"),
  labels: z.boolean().default(true),
  index: z.boolean().default(true),
  predictions: z.boolean().default(true),
});

export type EmbeddingInput = z.input<typeof schema>;
export type EmbeddingWish = Required<z.output<typeof schema>>;

/** @throws PlaygroundError that names every field that is wrong, and what is allowed */
export function readWish(input: unknown, config: ExperimentConfig): EmbeddingWish {
  const result = parseSchema(schema, input);
  if (!result.ok) throw new PlaygroundError(saidOfErrors(result.errors));
  const { seed = config.seed, split = heldOutSplit(config) } = result.config;
  return { ...result.config, seed, split };
}

/** The split that a run is measured on. */
export function heldOutSplit({ evaluation }: ExperimentConfig): SplitId {
  return evaluation.validation ? "validation" : "test";
}
