import type { Predictions } from "../../metrics/types";

/** What is taken out of a run: embeddings of a split by one learner, and what kNN and the linear probe say of it. */

/**
 * Splits that a run may have: `bank` where labeled samples of their own measure, beside those that train; `validation` where the
 * config holds one out, in which case the run did not look at `test`.
 */
export const SPLIT_IDS = ["train", "bank", "validation", "test"] as const;
export type SplitId = (typeof SPLIT_IDS)[number];

export interface ExtractionRequest {
  /** Index of the arm. */
  arm: number;
  /** Number of the seed. */
  seed: number;
  split: SplitId;
  /** Whether kNN and the linear probe are asked. */
  predictions: boolean;
}

/** Whether there are predictions, or why not: nobody asked, or the data has no labels to learn from. */
type PredictionState = "made" | "notAsked" | "noLabels";

/** What the rows are of, said before them. */
export interface ExtractionHead extends Omit<ExtractionRequest, "predictions"> {
  /** Updates that the learner had made. */
  step: number;
  /** Rows in all. */
  count: number;
  /** Numbers of h and of z. */
  featureSize: number;
  embeddingSize: number;
  classNames: string[];
  hasLabels: boolean;
  /** Whether rows say where their sample stood in what was read. */
  hasOrigin: boolean;
  predictions: PredictionState;
}

/** Some rows, in the order of the split. */
export interface ExtractedRows {
  /** Place of the first of them in the split. */
  from: number;
  count: number;
  /** h, before the projection head, [count, featureSize]. */
  features: Float32Array;
  /** z, after it, not normalized, [count, embeddingSize]. */
  embeddings: Float32Array;
  labels: Uint8Array | null;
  origin: Int32Array | null;
  /** 1 for the samples that the run's own kNN and probe know (training) or are measured on (the held-out split), else 0. */
  evaluation: Uint8Array;
  knn: Predictions | null;
  probe: Predictions | null;
}

/** What comes of an extraction: first what it is of, then its rows, a part at a time. */
export type ExtractionPart = { type: "head"; head: ExtractionHead } | { type: "rows"; rows: ExtractedRows };

/** The memory of some rows, which can be handed to another thread. */
export function buffersOfRows({ features, embeddings, labels, origin, evaluation, knn, probe }: ExtractedRows) {
  const predicted = [knn, probe].flatMap((one) => (one ? [one.classes, one.scores] : []));
  const arrays = [
    features,
    embeddings,
    evaluation,
    ...(labels ? [labels] : []),
    ...(origin ? [origin] : []),
    ...predicted,
  ];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}
