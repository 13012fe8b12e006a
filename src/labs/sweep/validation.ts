import { largestBatch } from "../../config/batchSizes";
import type { ExperimentConfig } from "../../config/schema";
import { bankOf } from "../../data/split";
import type { Dataset } from "../../data/types";
import { withOwnTest, withValidation } from "../../data/validation";

/** Share of the labeled samples that rates are chosen by, and the fewest that are worth choosing by. */
const SHARE = 0.25;
const FEWEST = 16;

/**
 * The data on which learning rates are tried: a part of the labeled samples takes the place of the test samples,
 * and is not trained on. What the cell itself is measured by, test samples or those of its own validation, is
 * not in it at all, so that no rate can be chosen by it.
 *
 * @param config the cell; where the labeled samples train, at least a batch of it remains
 * @returns null where too few samples are left to choose by
 */
export function validationData(dataset: Dataset, config: ExperimentConfig): Dataset | null {
  const { evaluation, seed } = config;
  const rest = evaluation.validation ? withValidation(dataset, evaluation.testSamples, seed) : dataset;
  const { labels, count: all } = bankOf(rest);
  const count = Math.min(Math.round(SHARE * all), rest.bank ? all : all - largestBatch(config));
  return count < FEWEST || !labels ? null : withOwnTest(rest, count, seed);
}
