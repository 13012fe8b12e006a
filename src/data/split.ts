import { PART, RandomStream } from "../engine/randomStream";
import type { Dataset, Split } from "./types";

/** The samples that evaluation learns from, with their labels: those for it alone, else those that train. */
export function bankOf({ bank, train }: Pick<Dataset, "bank" | "train">): Split {
  return bank ?? train;
}

/** Held-out samples beside so many training samples: a quarter as many, at least 200. */
export function heldOutCount(samples: number): number {
  return Math.max(200, Math.round(samples / 4));
}

/**
 * A shuffled order in which every stretch holds the classes in about the proportions of the whole, so that any prefix
 * is a stratified sample: the r-th of the n samples of a class stands at place (r + 1/2) / n of the order.
 *
 * @param labels class of each of `count` samples; null for a plain shuffle
 * @returns a permutation of 0 .. count - 1, a function of the arguments
 */
export function stratifiedOrder(labels: Uint8Array | null, count: number, seed: number): Int32Array {
  const shuffled = shuffle(count, seed);
  if (!labels) return shuffled;
  const totals = new Int32Array(256);
  for (const label of labels) totals[label]!++;
  const ranks = new Int32Array(256);
  const places = new Float64Array(count);
  for (const index of shuffled) {
    const label = labels[index]!;
    places[index] = (ranks[label]!++ + 0.5) / totals[label]!;
  }
  return shuffled.sort((a, b) => places[a]! - places[b]!);
}

/** Some samples of a split, in this order, as a split of their own. */
export function subset({ count, values, second, labels, origin }: Split, indices: Int32Array): Split {
  const size = values.length / count;
  return {
    count: indices.length,
    values: rowsOf(values, size, indices),
    ...(second && { second: rowsOf(second, size, indices) }),
    labels: labels && rowsOf(labels, 1, indices),
    origin: originOf({ origin }, indices),
  };
}

/** Where chosen samples stood in what was read. */
export function originOf({ origin }: Pick<Split, "origin">, indices: Int32Array): Int32Array {
  return origin ? indices.map((index) => origin[index]!) : indices.slice();
}

/** Some rows of [n, size]. */
function rowsOf<T extends Uint8Array | Float32Array>(values: T, size: number, indices: Int32Array): T {
  const picked = new (values.constructor as new (length: number) => T)(indices.length * size);
  indices.forEach((index, row) => {
    picked.set(values.subarray(index * size, (index + 1) * size), row * size);
  });
  return picked;
}

/** Fisher and Yates' shuffle of 0 .. count - 1. */
function shuffle(count: number, seed: number): Int32Array {
  const random = new RandomStream(seed, PART.order);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
