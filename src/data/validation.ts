import { stratifiedOrder, subset } from "./split";
import type { Dataset } from "./types";

/** Largest share of the training split that validation may take. */
const LARGEST_SHARE = 0.2;

/** Samples that validation takes out of so many training samples: those asked for, but no more than a fifth. */
export function validationCount(trainSamples: number, wanted: number): number {
  return Math.min(wanted, Math.floor(LARGEST_SHARE * trainSamples));
}

/**
 * A data set to choose settings by. What it holds out is a part of the training split, stratified by class, that leaves
 * the training split: nothing is trained on it, with labels or without. The test split is not in it at all, so that it
 * stays fresh for the settings that were chosen.
 *
 * @param wanted samples to hold out; at most a fifth of the training split is taken
 * @param seed source of the choice
 */
export function withValidation(dataset: Dataset, wanted: number, seed: number): Dataset {
  const { train } = dataset;
  const order = stratifiedOrder(train.labels, train.count, seed);
  const count = validationCount(train.count, wanted);
  return { ...dataset, train: subset(train, order.subarray(count)), test: subset(train, order.subarray(0, count)) };
}
