// unit keys, 1 x 1 workgroups: embeddings float32[2, 8, 4] -> keys float32[2, 8, 4]
//   0: embeddings (read-only-storage)
//   1: keys (storage)
const SIZE: u32 = 4u;
@group(0) @binding(0) var<storage, read> embeddings: array<f32>;
@group(0) @binding(1) var<storage, read_write> keys: array<f32>;

fn run(view: u32) {
  var squared = 0.0;
  for (var k = 0u; k < SIZE; k++) { squared += embeddings[view * SIZE + k] * embeddings[view * SIZE + k]; }
  // Asked this way round, NaN stays NaN.
  let inverse = select(inverseSqrt(squared), 0.0, squared <= 1e-24);
  for (var k = 0u; k < SIZE; k++) { keys[view * SIZE + k] = embeddings[view * SIZE + k] * inverse; }
}

const LIMIT: u32 = 16u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// head: cosines with the queue, 1 x 1 workgroups: unit float32[2, 8, 4], entries float32[2, 8, 4], keys float32[2, 8, 4] -> similarities float32[2, 9, 8]
//   0: unit (read-only-storage)
//   1: entries (read-only-storage)
//   2: keys (read-only-storage)
//   3: similarities (storage)
const LEARNERS: u32 = 2u;
const VIEWS: u32 = 8u;
const SAMPLES: u32 = 4u;
const SIZE: u32 = 4u;
const ROWS: u32 = 8u;
const VECTORS: u32 = 1u;
const KEYS: u32 = 8u;
const BLOCKS: u32 = 2u;
const GROUPS: u32 = 3u;
@group(0) @binding(0) var<storage, read> unit: array<vec4f>;
@group(0) @binding(1) var<storage, read> entries: array<vec4f>;
@group(0) @binding(2) var<storage, read> keys: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> similarities: array<vec4f>;

fn entry(row: u32, k: u32) -> vec4f { return entries[row * VECTORS + k]; }
fn own_key(row: u32, k: u32) -> vec4f { return keys[row * VECTORS + k]; }
/** Of a view that is there, the other view's row in the keys. */
fn partner_of(learner: u32, view: u32) -> u32 {
  return learner * VIEWS + (min(view, VIEWS - 1u) + SAMPLES) % VIEWS;
}
fn anchors_at(view: u32, k: u32) -> mat4x4f {
  let at = view * VECTORS + k;
  return transpose(mat4x4f(unit[at], unit[at + VECTORS], unit[at + 2u * VECTORS], unit[at + 3u * VECTORS]));
}

fn with_own_keys(learner: u32, i: u32) {
  let row0 = partner_of(learner, 4u * i + 0u);
let row1 = partner_of(learner, 4u * i + 1u);
let row2 = partner_of(learner, 4u * i + 2u);
let row3 = partner_of(learner, 4u * i + 3u);
  var sums = vec4f();
  for (var k = 0u; k < VECTORS; k++) {
    let four = anchors_at(learner * ROWS + 4u * i, k);
    let own = transpose(mat4x4f(own_key(row0, k), own_key(row1, k), own_key(row2, k), own_key(row3, k)));
    sums += four[0] * own[0] + four[1] * own[1] + four[2] * own[2] + four[3] * own[3];
  }
  similarities[(learner * (KEYS + 1u) + KEYS) * BLOCKS + i] = sums;
}

fn run(index: u32) {
  let i = index % BLOCKS;
  let group = index / BLOCKS % GROUPS;
  let learner = index / BLOCKS / GROUPS;
  if (group == GROUPS - 1u) { with_own_keys(learner, i); return; }
  let row0 = learner * KEYS + min(4u * group + 0u, KEYS - 1u); var sums0 = vec4f();
let row1 = learner * KEYS + min(4u * group + 1u, KEYS - 1u); var sums1 = vec4f();
let row2 = learner * KEYS + min(4u * group + 2u, KEYS - 1u); var sums2 = vec4f();
let row3 = learner * KEYS + min(4u * group + 3u, KEYS - 1u); var sums3 = vec4f();
  for (var k = 0u; k < VECTORS; k++) {
    let four = anchors_at(learner * ROWS + 4u * i, k);
    sums0 += four * entry(row0, k);
sums1 += four * entry(row1, k);
sums2 += four * entry(row2, k);
sums3 += four * entry(row3, k);
  }
  let at = (learner * (KEYS + 1u) + 4u * group) * BLOCKS + i;
  similarities[at] = sums0;
  if (4u * group + 1u < KEYS) { similarities[at + 1u * BLOCKS] = sums1; }
if (4u * group + 2u < KEYS) { similarities[at + 2u * BLOCKS] = sums2; }
if (4u * group + 3u < KEYS) { similarities[at + 3u * BLOCKS] = sums3; }
}

const LIMIT: u32 = 12u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// head: gradient with the queue, 1 x 1 workgroups: unit float32[2, 8, 4], inverse_norm float32[2, 8], similarities float32[2, 9, 8], coefficients float32[2, 9, 8], entries float32[2, 8, 4], keys float32[2, 8, 4] -> gradient float32[2, 8, 4]
//   0: unit (read-only-storage)
//   1: inverse_norm (read-only-storage)
//   2: similarities (read-only-storage)
//   3: coefficients (read-only-storage)
//   4: entries (read-only-storage)
//   5: keys (read-only-storage)
//   6: gradient (storage)
//   7: block (uniform)
const LEARNERS: u32 = 2u;
const VIEWS: u32 = 8u;
const SAMPLES: u32 = 4u;
const SIZE: u32 = 4u;
const ROWS: u32 = 8u;
const VECTORS: u32 = 1u;
const KEYS: u32 = 8u;
const BLOCKS: u32 = 2u;
@group(0) @binding(0) var<storage, read> unit: array<vec4f>;
@group(0) @binding(1) var<storage, read> inverse_norm: array<vec4f>;
@group(0) @binding(2) var<storage, read> similarities: array<vec4f>;
@group(0) @binding(3) var<storage, read> coefficients: array<vec4f>;
@group(0) @binding(4) var<storage, read> entries: array<vec4f>;
@group(0) @binding(5) var<storage, read> keys: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> gradient: array<vec4f>;
@group(0) @binding(7) var<uniform> block: StepBlock;

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
fn slot() -> u32 { return block.slot; }
fn temperature(learner: u32) -> f32 { return block.learners[learner].y; }
fn entry(row: u32, k: u32) -> vec4f { return entries[row * VECTORS + k]; }
fn own_key(row: u32, k: u32) -> vec4f { return keys[row * VECTORS + k]; }
/** Of a view that is there, the other view's row in the keys. */
fn partner_of(learner: u32, view: u32) -> u32 {
  return learner * VIEWS + (min(view, VIEWS - 1u) + SAMPLES) % VIEWS;
}
fn store(learner: u32, view: u32, k: u32, sum: vec4f, radial: f32, factor: f32) {
  if (view >= VIEWS) { return; }
  let part = (sum - unit[(learner * ROWS + view) * VECTORS + k] * radial) * factor;
  gradient[(learner * VIEWS + view) * VECTORS + k] = part;
}

fn run(index: u32) {
  let k = index % VECTORS;
  let i = index / VECTORS % BLOCKS;
  let learner = index / VECTORS / BLOCKS;
  let own = (learner * (KEYS + 1u) + KEYS) * BLOCKS + i;
  let of_own = coefficients[own];
  var radial = of_own * similarities[own];
  var sum0 = of_own[0] * own_key(partner_of(learner, 4u * i + 0u), k);
var sum1 = of_own[1] * own_key(partner_of(learner, 4u * i + 1u), k);
var sum2 = of_own[2] * own_key(partner_of(learner, 4u * i + 2u), k);
var sum3 = of_own[3] * own_key(partner_of(learner, 4u * i + 3u), k);
  for (var n = 0u; n < KEYS; n++) {
    let at = (learner * (KEYS + 1u) + n) * BLOCKS + i;
    let coefficient = coefficients[at];
    radial += coefficient * similarities[at];
    let key = entry(learner * KEYS + n, k);
    sum0 += coefficient[0] * key;
sum1 += coefficient[1] * key;
sum2 += coefficient[2] * key;
sum3 += coefficient[3] * key;
  }
  let factor = inverse_norm[learner * BLOCKS + i] / (temperature(learner) * f32(VIEWS));
  store(learner, 4u * i + 0u, k, sum0, radial[0], factor[0]);
store(learner, 4u * i + 1u, k, sum1, radial[1], factor[1]);
store(learner, 4u * i + 2u, k, sum2, radial[2], factor[2]);
store(learner, 4u * i + 3u, k, sum3, radial[3], factor[3]);
}

const LIMIT: u32 = 4u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// enqueue keys, 1 x 1 workgroups: keys float32[2, 4, 4] -> entries float32[2, 8, 4]
//   0: keys (read-only-storage)
//   1: entries (storage)
//   2: block (uniform)
const LEARNERS: u32 = 2u;
const BATCH: u32 = 4u;
const ROWS: u32 = 8u;
const SIZE: u32 = 4u;
@group(0) @binding(0) var<storage, read> keys: array<f32>;
@group(0) @binding(1) var<storage, read_write> entries: array<f32>;
@group(0) @binding(2) var<uniform> block: StepBlock;

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
fn run(i: u32) {
  let learner = i / (BATCH * SIZE);
  let sample = i / SIZE % BATCH;
  // The remainder of the step first: the product with the batch would not fit for long.
  let row = (block.step % ROWS * BATCH + sample) % ROWS;
  entries[(learner * ROWS + row) * SIZE + i % SIZE] = keys[i];
}

const LIMIT: u32 = 32u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// moving average, 7 x 1 workgroups: values float32[448] -> average float32[448]
//   0: values (read-only-storage)
//   1: average (storage)
@group(0) @binding(0) var<storage, read> values: array<f32>;
@group(0) @binding(1) var<storage, read_write> average: array<f32>;
fn run(i: u32) { average[i] = 0.8999999761581421f * average[i] + 0.10000000149011612f * values[i]; }

const LIMIT: u32 = 448u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}
