import type { ExperimentConfig } from "../../config/schema";
import type { PublicSetId } from "../../data/sources/public/sets";
import type { ExportedArray, ExportedSamples } from "../../training/exportedSamples";

/** Samples of published data sets, which whoever runs a script has in files of their own: their checksums leave in their place. */

/** Which published set the data of an experiment are, or null. */
export function publishedSet({ dataset }: ExperimentConfig): PublicSetId | null {
  return dataset.id === "public" ? (dataset.set as PublicSetId) : null;
}

/**
 * The same samples, each array of images as the checksums of its rows, `<name>_sums`.
 * @param pause lets others have their turn
 */
export async function withChecksums(
  { arrays }: ExportedSamples,
  pause: () => Promise<void>,
): Promise<ExportedSamples["arrays"]> {
  const all: ExportedSamples["arrays"] = {};
  for (const [name, array] of Object.entries(arrays)) {
    if (array.values instanceof Uint8Array && array.shape.length === 4)
      all[`${name}_sums`] = await checksums(array, pause);
    else all[name] = array;
  }
  return all;
}

/** Multipliers of the two halves of a checksum. */
export const FACTORS = [0x01000193, 0x9e3779b1] as const;

/** Rows that are worked out without a pause: some milliseconds. */
const ROWS_AT_ONCE = 500;

/** Of each row of bytes two polynomials modulo 2^32, the sums of byte_i f^i: [n, 8], little-endian. */
async function checksums({ shape, values }: ExportedArray, pause: () => Promise<void>): Promise<ExportedArray> {
  const [count = 0] = shape;
  const size = values.length / count;
  const sums = new DataView(new ArrayBuffer(8 * count));
  for (let row = 0; row < count; row++) {
    if (row % ROWS_AT_ONCE === 0) await pause();
    for (const [half, factor] of FACTORS.entries())
      sums.setUint32(8 * row + 4 * half, polynomial(values.subarray(row * size, (row + 1) * size), factor), true);
  }
  return { shape: [count, 8], values: new Uint8Array(sums.buffer) };
}

/** By Horner's rule. */
function polynomial(bytes: ArrayLike<number>, factor: number): number {
  let sum = 0;
  for (let i = bytes.length - 1; i >= 0; i--) sum = (Math.imul(sum, factor) + (bytes[i] as number)) >>> 0;
  return sum;
}
