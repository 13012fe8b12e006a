import { problem } from "../i18n/errors";
import { texts } from "./errors";
import { type Draw, hash, type Purpose } from "./random";

/**
 * Epoch shuffling without a shuffled list: the order of an epoch is a keyed bijection of 0..count-1, so the samples of
 * any batch can be computed on their own. The bijection is a Feistel network on the next even number of bits, followed
 * until it lands below count (cycle walking: Black and Rogaway, CT-RSA 2002).
 */

/** Eight rounds leave no visible structure even in a network of two bits per half. */
const ROUNDS = 8;

/** Size of the network for `count` samples: bits of each half of an index, and rounds. */
export function feistelSize(count: number): { halfBits: number; rounds: number } {
  return { halfBits: Math.max(1, Math.ceil(Math.log2(count) / 2)), rounds: ROUNDS };
}

/** Image of `index` under the permutation of 0..count-1 that belongs to (seed, epoch, purpose). */
export function permuted(index: number, count: number, key: { seed: number; epoch: number; purpose: Purpose }): number {
  const { halfBits } = feistelSize(count);
  let image = index;
  do image = feistel(image, halfBits, key);
  while (image >= count);
  return image;
}

function feistel(value: number, halfBits: number, key: { seed: number; epoch: number; purpose: Purpose }): number {
  const mask = (1 << halfBits) - 1;
  const draw: Draw = { seed: key.seed, step: key.epoch, sample: 0, purpose: key.purpose };
  let left = value >>> halfBits;
  let right = value & mask;
  for (let round = 0; round < ROUNDS; round++) {
    draw.sample = right;
    draw.lane = round;
    [left, right] = [right, left ^ (hash(draw) & mask)];
  }
  return (left << halfBits) | right;
}

/** @throws PlaygroundError when the data set has fewer samples than a batch */
export function assertFilled(count: number, batchSize: number): void {
  if (batchSize > count) throw problem(texts.largeBatch, { batchSize, count });
}

/** Full batches that a data set holds. @throws as assertFilled */
function batchesPerEpoch(count: number, batchSize: number): number {
  assertFilled(count, batchSize);
  return Math.floor(count / batchSize);
}

/** Where a batch is drawn. */
export interface BatchDraw {
  seed: number;
  step: number;
  /** B. */
  batchSize: number;
  /** Samples of the data set. */
  count: number;
  purpose: Purpose;
}

/**
 * Samples of one batch, a function of its arguments alone. An epoch has floor(count / B) batches and no sample twice;
 * the samples left over are others in every epoch.
 * @returns [B] indices, all different
 * @throws PlaygroundError when the data set has fewer than B samples
 */
export function batchIndices({ seed, step, batchSize, count, purpose }: BatchDraw): Int32Array {
  const batches = batchesPerEpoch(count, batchSize);
  const epoch = Math.floor(step / batches);
  const first = (step % batches) * batchSize;
  return Int32Array.from({ length: batchSize }, (_, slot) => permuted(first + slot, count, { seed, epoch, purpose }));
}
