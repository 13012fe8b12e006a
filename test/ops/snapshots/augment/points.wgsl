// views of points, 1 x 1 workgroups: points float32[128], seeds int32[1] -> y float32[1, 8, 2]
//   0: points (read-only-storage)
//   1: seeds (read-only-storage)
//   2: y (storage)
//   3: block (uniform)
const LEARNERS: u32 = 2u;
const VIEWS: u32 = 8u;
const BATCH: u32 = 4u;
const SIZE: u32 = 2u;
const GROUPS: u32 = 1u;
const PAIR_OFFSET: u32 = 0u;
@group(0) @binding(0) var<storage, read> points: array<f32>;
@group(0) @binding(1) var<storage, read> seeds: array<i32>;
@group(0) @binding(2) var<storage, read_write> y: array<f32>;
@group(0) @binding(3) var<uniform> block: StepBlock;

struct StepBlock {
  /** Counter of the random draws. */
  step: u32,
  /** Row of the metrics ring that this step fills. */
  slot: u32,
  /** Micro-batches that the gradient probe has seen, with this one. */
  count: u32,
  unused: u32,
  /** 1 / (1 - beta1^t) and 1 / (1 - beta2^t) of Adam. */
  correction: vec2f,
  padding: vec2f,
  /** Of each learner: learning rate, temperature. */
  learners: array<vec4f, LEARNERS>,
}
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
}
fn own_batch(index: u32) -> u32 {
  return 4u;
}
fn own_view(view: u32) -> u32 {
  let row = view % VIEWS;
  return select(row - 4u + own_batch(view / VIEWS), row, row < 4u);
}

/** Sample in a slot of a slice's batch; slots beyond its own size begin it again. */
fn batch_sample(slice: u32, seed: u32, step: u32, slot: u32) -> u32 {
  let size = own_batch(slice);
  let batches = 64u / size;
  let epoch = step / batches;
  var image = feistel((step % batches) * size + slot % size, seed, epoch);
  while (image >= 64u) { image = feistel(image, seed, epoch); }
  return image;
}

fn feistel(value: u32, seed: u32, epoch: u32) -> u32 {
  let mask = (1u << 3u) - 1u;
  var left = value >> 3u;
  var right = value & mask;
  for (var round = 0u; round < 8u; round++) {
    let image = left ^ (hash_words(Draw(seed, epoch, right, 3u, round)).x & mask);
    left = right;
    right = image;
  }
  return (left << 3u) | right;
}

/** Noise of values 4 group .. 4 group + 3 of a view; one hash makes the four. */
fn noise(view: u32, group: u32) -> vec4f {
  let seed = bitcast<u32>(seeds[view / VIEWS]);
  let draw = Draw(seed, block.step, own_view(view), 4u, 4u + group);
  return 0.05000000074505806f * byte_normal(hash_words(draw));
}

fn store(view: u32, group: u32, four: vec4f) {
  for (var k = 0u; k < 4u && 4u * group + k < 2u; k++) { y[view * 2u + 4u * group + k] = four[k]; }
}

/** Four coordinates of a view. */
fn run(i: u32) {
  let view = i / GROUPS;
  let group = i % GROUPS;
  let first = batch_sample(view / VIEWS, bitcast<u32>(seeds[view / VIEWS]), block.step, view % BATCH);
  let sample = first + (view % VIEWS) / BATCH * PAIR_OFFSET;
  var four: vec4f;
  for (var k = 0u; k < 4u; k++) { four[k] = points[sample * SIZE + min(4u * group + k, SIZE - 1u)]; }
  store(view, group, four + noise(view, group));
}

const LIMIT: u32 = 8u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}
