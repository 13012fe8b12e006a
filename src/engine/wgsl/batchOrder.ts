import { lookupWgsl } from "./lookup";

/** Numbers behind the order of the samples; see engine/batchOrder.ts. */
export interface BatchOrder {
  /** Samples of the data set. */
  count: number;
  /** B, the largest batch: rows of a slice. */
  batchSize: number;
  /** Samples of each slice's own batch; of one number, all have as many. */
  own: readonly number[];
  /** Bits of each half of an index, and rounds of the network. */
  halfBits: number;
  rounds: number;
  /** Purpose of the draws. */
  purpose: number;
}

/**
 * Samples of a batch, the same as those of engine/batchOrder.ts: a keyed bijection of 0..count-1 per epoch, a Feistel
 * network on an even number of bits, followed until it lands below count (cycle walking: Black and Rogaway, CT-RSA 2002).
 * Needs RANDOM_WGSL and ownBatchWgsl.
 */
export function batchOrderWgsl(order: BatchOrder): string {
  return /* wgsl */ `
/** Sample in a slot of a slice's batch; slots beyond its own size begin it again. */
fn batch_sample(slice: u32, seed: u32, step: u32, slot: u32) -> u32 {
  let size = own_batch(slice);
  let batches = ${order.count}u / size;
  let epoch = step / batches;
  var image = feistel((step % batches) * size + slot % size, seed, epoch);
  while (image >= ${order.count}u) { image = feistel(image, seed, epoch); }
  return image;
}

fn feistel(value: u32, seed: u32, epoch: u32) -> u32 {
  let mask = (1u << ${order.halfBits}u) - 1u;
  var left = value >> ${order.halfBits}u;
  var right = value & mask;
  for (var round = 0u; round < ${order.rounds}u; round++) {
    let image = left ^ (hash_words(Draw(seed, epoch, right, ${order.purpose}u, round)).x & mask);
    left = right;
    right = image;
  }
  return (left << ${order.halfBits}u) | right;
}`;
}

/** `own_batch(slice)`: samples of a slice's own batch. */
export function ownBatchWgsl({ own }: Pick<BatchOrder, "own">): string {
  return lookupWgsl("own_batch", own);
}
