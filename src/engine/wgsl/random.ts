/**
 * Counter-based random numbers, the same to the bit as those of engine/random.ts: the hash is pcg4d (Jarzynski and
 * Olano, "Hash Functions for GPU Rendering", JCGT 9(3), 2020), whose words depend on (seed, step, sample, purpose, lane).
 */
export const RANDOM_WGSL = /* wgsl */ `
/** Where a number is drawn. */
struct Draw {
  seed: u32,
  step: u32,
  sample: u32,
  purpose: u32,
  /** Which draw of this sample. */
  lane: u32,
}

/** Four independent uniform 32-bit words. */
fn hash_words(draw: Draw) -> vec4u {
  var v = vec4u(draw.seed, draw.step, draw.sample, (draw.lane << 8u) | draw.purpose) * 1664525u + 1013904223u;
  v = mixed(v);
  return mixed(v ^ (v >> vec4u(16u)));
}

fn mixed(words: vec4u) -> vec4u {
  var v = words;
  v.x += v.y * v.w;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v.w += v.y * v.z;
  return v;
}

/** The upper 24 bits of each word as numbers in [0, 1), exact. */
fn unit_interval(words: vec4u) -> vec4f {
  return vec4f(words >> vec4u(8u)) / 16777216.0;
}

/** Nearly normal numbers: the standardized sum of the four bytes of each word (mean 510, variance 65535 / 3). */
fn byte_normal(words: vec4u) -> vec4f {
  let pairs = (words & vec4u(0x00ff00ffu)) + ((words >> vec4u(8u)) & vec4u(0x00ff00ffu));
  let sums = (pairs & vec4u(0xffffu)) + (pairs >> vec4u(16u));
  return (vec4f(sums) - 510.0) / 147.80054f;
}`;
