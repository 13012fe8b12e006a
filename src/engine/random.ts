/**
 * Counter-based random numbers: each is a hash of what it is for, (seed, step, sample, purpose, lane), so there is no
 * state to save, a run can be resumed at any step, and the same numbers can be made in WGSL. The hash is pcg4d (Jarzynski
 * and Olano, "Hash Functions for GPU Rendering", JCGT 9(3), 2020): four 32-bit words in, four out, in 32-bit integer
 * arithmetic only.
 */

/** What a random number is for; numbers of different purposes are independent. At most 255, so that lanes fit above. */
export const PURPOSE = {
  seeds: 1,
  initialWeights: 2,
  trainingOrder: 3,
  trainingViews: 4,
  probeOrder: 5,
  probeViews: 6,
  evaluation: 7,
  previewViews: 8,
  dataset: 9,
  queue: 10,
  labs: 11,
  previewOrder: 12,
} as const;
export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** Where a number is drawn: everything that it depends on. All non-negative integers below 2^32, the lane below 2^24. */
export interface Draw {
  seed: number;
  step: number;
  sample: number;
  purpose: Purpose;
  /** Which draw of this sample. */
  lane?: number;
}

export type Words = [number, number, number, number];

/** Four independent uniform 32-bit words. */
export function hashWords({ seed, step, sample, purpose, lane = 0 }: Draw): Words {
  let x = pcg(seed);
  let y = pcg(step);
  let z = pcg(sample);
  let w = pcg((lane << 8) | purpose);
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  x ^= x >>> 16;
  y ^= y >>> 16;
  z ^= z >>> 16;
  w ^= w >>> 16;
  x = (x + Math.imul(y, w)) | 0;
  y = (y + Math.imul(z, x)) | 0;
  z = (z + Math.imul(x, y)) | 0;
  w = (w + Math.imul(y, z)) | 0;
  return [x >>> 0, y >>> 0, z >>> 0, w >>> 0];
}

/** Step of the linear congruential generator that pcg4d starts from. */
function pcg(word: number): number {
  return (Math.imul(word, 1664525) + 1013904223) | 0;
}

/** One uniform 32-bit word. */
export function hash(draw: Draw): number {
  return hashWords(draw)[0];
}

/** The upper 24 bits of a word as a number in [0, 1), exact in float32. */
export function unitInterval(word: number): number {
  return (word >>> 8) / 0x1000000;
}

/** Four uniform numbers in [0, 1). */
export function uniforms(draw: Draw): Words {
  const [a, b, c, d] = hashWords(draw);
  return [unitInterval(a), unitInterval(b), unitInterval(c), unitInterval(d)];
}

/** One uniform number in [0, 1). */
export function uniform(draw: Draw): number {
  return unitInterval(hash(draw));
}

/** Four standard normal numbers (Box and Muller, 1958). */
export function normals(draw: Draw): Words {
  const [a, b, c, d] = uniforms(draw);
  return [...boxMuller(a, b), ...boxMuller(c, d)];
}

/** Two standard normal numbers from two uniform ones; 1 - a is in (0, 1], where the logarithm is finite. */
function boxMuller(a: number, b: number): [number, number] {
  const radius = Math.sqrt(-2 * Math.log(1 - a));
  return [radius * Math.cos(2 * Math.PI * b), radius * Math.sin(2 * Math.PI * b)];
}

const BYTES_MEAN = 510;
/** Standard deviation of the sum of four independent uniform bytes: sqrt(4 (256^2 - 1) / 12). */
const BYTES_DEVIATION = Math.sqrt(65535 / 3);

/**
 * A nearly normal number from one word: the standardized sum of its four bytes (Irwin-Hall of order 4; ends at 3.45
 * standard deviations). Integer arithmetic until the last division, so every device agrees on it.
 */
export function byteNormal(word: number): number {
  const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);
  return (sum - BYTES_MEAN) / BYTES_DEVIATION;
}

/** The number behind the index-th repetition of an experiment whose config says `seed: base`. */
export function seedOf(base: number, index: number): number {
  return hash({ seed: base, step: 0, sample: index, purpose: PURPOSE.seeds });
}
