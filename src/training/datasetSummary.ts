import { largestBatch } from "../config/batchSizes";
import type { ExperimentConfig } from "../config/schema";
import { summarize as summarizeFor } from "../data/summary";
import type { Dataset, DatasetSummary } from "../data/types";

/** What is known of the data of an experiment; what is suspicious about its batches, of the largest ones. */
export function summarize(dataset: Dataset, config: ExperimentConfig): DatasetSummary {
  return summarizeFor(dataset, { ...config, batchSize: largestBatch(config) });
}
