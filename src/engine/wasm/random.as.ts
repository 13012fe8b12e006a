/**
 * Counter-based random numbers in AssemblyScript, the same to the bit as those of engine/random.ts: the hash is pcg4d (Jarzynski and
 * Olano, "Hash Functions for GPU Rendering", JCGT 9(3), 2020), whose words depend on (seed, step, sample, purpose, lane).
 */

/** Four independent uniform 32-bit words. */
export function hashWords(seed: u32, step: u32, sample: u32, purpose: u32, lane: u32): v128 {
  let x = pcg(seed),
    y = pcg(step),
    z = pcg(sample),
    w = pcg((lane << 8) | purpose);
  x += y * w;
  y += z * x;
  z += x * y;
  w += y * z;
  x ^= x >> 16;
  y ^= y >> 16;
  z ^= z >> 16;
  w ^= w >> 16;
  x += y * w;
  y += z * x;
  z += x * y;
  w += y * z;
  return i32x4(x, y, z, w);
}

/** One uniform 32-bit word. */
export function hash(seed: u32, step: u32, sample: u32, purpose: u32, lane: u32): u32 {
  return i32x4.extract_lane(hashWords(seed, step, sample, purpose, lane), 0);
}

/** Step of the linear congruential generator that pcg4d starts from. */
@inline
export function pcg(word: u32): u32 {
  return word * 1664525 + 1013904223;
}

/** The upper 24 bits of a word as a number in [0, 1), exact. */
@inline
export function unitInterval(word: u32): f64 {
  return <f64>(word >> 8) / 16777216.0;
}
