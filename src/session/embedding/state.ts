/** How somebody looks at the embedding: nothing of it is in the address, and nothing touches the training. */

export type ProjectionId = "circle" | "pca" | "umap";

export interface EmbeddingLook {
  /** What somebody has chosen; another one stands in where it is not possible. */
  projection: ProjectionId;
  /** Names of the classes that are switched off: those of the next run that are called the same are as well. */
  hidden: readonly string[];
  /** The step that is looked back at, and the run that it is of; null: the latest snapshot, as it comes. */
  at: { run: string; step: number } | null;
}

export const FRESH_LOOK: EmbeddingLook = { projection: "pca", hidden: [], at: null };
