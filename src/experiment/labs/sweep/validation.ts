import { stratifiedOrder } from "../../../data/split";
import type { Dataset, Split } from "../../../data/types";

/** Share of the training samples that rates are chosen by, and the fewest that are worth choosing by. */
const SHARE = 0.25;
const FEWEST = 16;

/**
 * The data on which learning rates are tried: a part of the labelled training samples takes the place of the test
 * samples, and is not trained on. The test samples are not in it at all, so that no rate can be chosen by them.
 *
 * @param batchSize what remains holds at least a batch
 * @returns null where too few samples are left to choose by
 */
export function validationData(dataset: Dataset, seed: number, batchSize: number): Dataset | null {
  const { train } = dataset;
  const count = Math.min(Math.round(SHARE * train.count), train.count - batchSize);
  if (count < FEWEST || !train.labels) return null;
  const order = stratifiedOrder(train.labels, train.count, seed);
  return { ...dataset, train: pick(train, order.subarray(count)), test: pick(train, order.subarray(0, count)) };
}

function pick({ values, labels, count }: Split, indices: Int32Array): Split {
  const size = values.length / count;
  const picked = new (values.constructor as { new (length: number): typeof values })(indices.length * size);
  indices.forEach((index, i) => {
    picked.set(values.subarray(index * size, (index + 1) * size), i * size);
  });
  return { count: indices.length, values: picked, labels: labels && Uint8Array.from(indices, (i) => labels[i] ?? 0) };
}
