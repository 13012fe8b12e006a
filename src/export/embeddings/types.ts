import type { ExtractedRows, ExtractionHead } from "../../training/extraction/types";

export const FORMAT_IDS = ["csv", "npz", "npy", "parquet"] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** h, before the projection head, which kNN and the probe read; z, after it; or both. */
export const EMBEDDING_IDS = ["h", "z", "both"] as const;
type EmbeddingId = (typeof EMBEDDING_IDS)[number];

/** What a file of embeddings is to have. */
export interface FileContent {
  embedding: EmbeddingId;
  /** Labels and the names of their classes. */
  labels: boolean;
  /** Where each sample stands in its split, and where it stood in what was read. */
  index: boolean;
  /** What kNN and the linear probe take each sample for, and which samples the run's own accuracies go by. */
  predictions: boolean;
}

/** Writes rows as they come; asked for the file once, after the last. */
export interface EmbeddingWriter {
  add(rows: ExtractedRows): void | Promise<void>;
  finish(): Promise<Blob>;
}

/** A kind of file. */
export interface EmbeddingFormat {
  /** What its name ends in, without the dot. */
  ending: string;
  open(head: ExtractionHead, content: FileContent): EmbeddingWriter | Promise<EmbeddingWriter>;
}
