import { equal } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";

/** Which held-out samples a run looks at as anchors. */

/** Samples at most: what anchors are compared with costs a forward pass with every snapshot. */
export const MOST_ANCHORS = 32;

/** What decides which samples they are, and in which order. */
function chosenBy({ dataset, seed, batchSize, evaluation: { testSamples, validation } }: ExperimentConfig): unknown {
  return { dataset, seed, testSamples, validation, count: Math.min(MOST_ANCHORS, batchSize) };
}

/** Whether a number stands for the same sample in two experiments; on files of the user's own, if the files are the same too. */
export function haveSameAnchors(one: ExperimentConfig, other: ExperimentConfig): boolean {
  return equal(chosenBy(one), chosenBy(other));
}
