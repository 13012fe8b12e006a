import { bankOf, stratifiedOrder, subset } from "./split";
import type { Dataset } from "./types";

/** Largest share of the samples that evaluation learns from that validation may take. */
const LARGEST_SHARE = 0.2;

/** Samples that validation takes out of so many: those asked for, but no more than a fifth. */
export function validationCount(samples: number, wanted: number): number {
  return Math.min(wanted, Math.floor(LARGEST_SHARE * samples));
}

/**
 * A data set to choose settings by. What it holds out is a part of the samples that evaluation learns from (`bankOf`), which
 * it leaves: nothing is trained on it, with labels or without. The test split is not in it at all, so that it stays fresh for
 * the settings that were chosen.
 *
 * @param wanted samples to hold out; at most a fifth of those is taken
 * @param seed source of the choice
 */
export function withValidation(dataset: Dataset, wanted: number, seed: number): Dataset {
  return withOwnTest(dataset, validationCount(bankOf(dataset).count, wanted), seed);
}

/** A data set whose test is `count` of the samples that evaluation learns from, stratified by class, which leave those. */
export function withOwnTest(dataset: Dataset, count: number, seed: number): Dataset {
  const bank = bankOf(dataset);
  const order = stratifiedOrder(bank.labels, bank.count, seed);
  const rest = subset(bank, order.subarray(count));
  return { ...dataset, [dataset.bank ? "bank" : "train"]: rest, test: subset(bank, order.subarray(0, count)) };
}
