import type { ExperimentConfig } from "../../config/schema";
import { stratifiedOrder, subset } from "../../data/split";
import type { Dataset } from "../../data/types";
import { withValidation } from "../../data/validation";

/** Share of the training samples that rates are chosen by, and the fewest that are worth choosing by. */
const SHARE = 0.25;
const FEWEST = 16;

/**
 * The data on which learning rates are tried: a part of the labeled training samples takes the place of the test
 * samples, and is not trained on. What the cell itself is measured by, test samples or those of its own validation, is
 * not in it at all, so that no rate can be chosen by it.
 *
 * @param config the cell; what remains to be trained on holds at least a batch of it
 * @returns null where too few samples are left to choose by
 */
export function validationData(dataset: Dataset, { evaluation, seed, batchSize }: ExperimentConfig): Dataset | null {
  const { train } = evaluation.validation ? withValidation(dataset, evaluation.testSamples, seed) : dataset;
  const count = Math.min(Math.round(SHARE * train.count), train.count - batchSize);
  if (count < FEWEST || !train.labels) return null;
  const order = stratifiedOrder(train.labels, train.count, seed);
  return { ...dataset, train: subset(train, order.subarray(count)), test: subset(train, order.subarray(0, count)) };
}
