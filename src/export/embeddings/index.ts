import { csv } from "./csv";
import { npy } from "./npy";
import { npz } from "./npz";
import { parquet } from "./parquet";
import type { EmbeddingFormat, FormatId } from "./types";

/** The kinds of files that embeddings can be written as. To add one: a file here, its id in `types.ts`, and its line. */
export const FORMATS: Readonly<Record<FormatId, EmbeddingFormat>> = { csv, npz, npy, parquet };
