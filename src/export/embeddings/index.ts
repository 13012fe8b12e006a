import { csv } from "./csv";
import { npy } from "./npy";
import { npz } from "./npz";
import { parquet } from "./parquet";
import type { EmbeddingFormat } from "./types";

/** The kinds of files that embeddings can be written as. To add one: a file here, and its line. */
const REGISTRY = { csv, npz, npy, parquet };

export type FormatId = keyof typeof REGISTRY;
export const FORMATS: Readonly<Record<FormatId, EmbeddingFormat>> = REGISTRY;
export const FORMAT_IDS = Object.keys(REGISTRY) as FormatId[];
