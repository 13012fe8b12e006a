/** Numbers behind the order of the samples; see engine/batchOrder.ts. */
export interface BatchOrder {
  /** Samples of the data set. */
  count: number;
  batchSize: number;
  /** Full batches of an epoch. */
  batches: number;
  /** Bits of each half of an index, and rounds of the network. */
  halfBits: number;
  rounds: number;
  /** Purpose of the draws. */
  purpose: number;
}

/**
 * Samples of a batch, the same as those of engine/batchOrder.ts: a keyed bijection of 0..count-1 per epoch, a Feistel
 * network on an even number of bits, followed until it lands below count (cycle walking: Black and Rogaway, CT-RSA 2002).
 * Needs RANDOM_WGSL.
 */
export function batchOrderWgsl(order: BatchOrder): string {
  return /* wgsl */ `
/** Sample in a slot of a batch. */
fn batch_sample(seed: u32, step: u32, slot: u32) -> u32 {
  let epoch = step / ${order.batches}u;
  var image = feistel((step % ${order.batches}u) * ${order.batchSize}u + slot, seed, epoch);
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
