import { stepOf } from "./stepBlock.as";
import { hash } from "./random.as";

/**
 * Samples of a batch in AssemblyScript, the same as those of engine/batchOrder.ts: a keyed bijection of 0..count-1 per epoch, a Feistel
 * network on an even number of bits, followed until it lands below count (cycle walking: Black and Rogaway, CT-RSA 2002).
 */

/**
 * Samples of each slice's batch at the block's step: [S, B]. Slots beyond a slice's own batch begin it again.
 * @param slices [S, 2]: seed, samples of the slice's own batch
 * @param halfBits bits of each half of an index; with `rounds`, as `feistelSize` says
 */
export function drawSamples(
  slices: usize,
  block: usize,
  samples: usize,
  sliceCount: i32,
  batchSize: i32,
  count: u32,
  halfBits: u32,
  rounds: u32,
  purpose: u32,
): void {
  const step = stepOf(block);
  for (let s = 0; s < sliceCount; s++, slices += 8) {
    const seed = load<u32>(slices),
      own = load<u32>(slices, 4);
    const batches = count / own;
    const epoch = step / batches;
    const first = (step % batches) * own;
    for (let slot = 0; slot < batchSize; slot++, samples += 4) {
      let image = first + (<u32>slot % own);
      do image = feistel(image, seed, epoch, halfBits, rounds, purpose);
      while (image >= count);
      store<u32>(samples, image);
    }
  }
}

function feistel(value: u32, seed: u32, epoch: u32, halfBits: u32, rounds: u32, purpose: u32): u32 {
  const mask: u32 = (1 << halfBits) - 1;
  let left = value >> halfBits,
    right = value & mask;
  for (let round: u32 = 0; round < rounds; round++) {
    const image = left ^ (hash(seed, epoch, right, purpose, round) & mask);
    left = right;
    right = image;
  }
  return (left << halfBits) | right;
}
