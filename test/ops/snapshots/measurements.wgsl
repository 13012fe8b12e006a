// gradient moments, 7 x 1 workgroups: gradients float32[448] -> mean float32[448], deviations float32[448]
//   0: gradients (read-only-storage)
//   1: mean (storage)
//   2: deviations (storage)
//   3: block (uniform)
const LEARNERS: u32 = 2u;
@group(0) @binding(0) var<storage, read> gradients: array<f32>;
@group(0) @binding(1) var<storage, read_write> mean: array<f32>;
@group(0) @binding(2) var<storage, read_write> deviations: array<f32>;
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
fn run(i: u32) {
  let g = gradients[i];
  if (block.count == 1u) {
    mean[i] = g;
    deviations[i] = 0.0;
    return;
  }
  let delta = g - mean[i];
  let now = mean[i] + delta / f32(block.count);
  mean[i] = now;
  deviations[i] += delta * (g - now);
}

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

// gradient moments: sums, 12 x 1 workgroups: mean float32[448], deviations float32[448], wholes int32[48], first_mean float32[448], first_wholes int32[48] -> sums float32[6, 2, 4]
//   0: mean (read-only-storage)
//   1: deviations (read-only-storage)
//   2: wholes (read-only-storage)
//   3: first_mean (read-only-storage)
//   4: first_wholes (read-only-storage)
//   5: sums (storage)
const SEEDS: u32 = 1u;
const LEARNERS: u32 = 2u;
const FIRST_LEARNERS: u32 = 2u;
const LANES: u32 = 64u;
@group(0) @binding(0) var<storage, read> mean: array<f32>;
@group(0) @binding(1) var<storage, read> deviations: array<f32>;
@group(0) @binding(2) var<storage, read> wholes: array<vec4i>;
@group(0) @binding(3) var<storage, read> first_mean: array<f32>;
@group(0) @binding(4) var<storage, read> first_wholes: array<vec4i>;
@group(0) @binding(5) var<storage, read_write> sums: array<vec4f>;

var<workgroup> shares: array<vec4f, LANES>;
fn lane_total(lane: u32, share: vec4f) -> vec4f {
  shares[lane] = share;
  workgroupBarrier();
  var total = vec4f();
  for (var other = 0u; other < LANES; other++) { total += shares[other]; }
  return total;
}

fn run(row: u32, lane: u32) {
  let own = wholes[row];
  let first = first_wholes[row / LEARNERS * FIRST_LEARNERS + u32(own.z) % SEEDS];
  var share = vec4f();
  for (var k = lane; k < u32(own.y); k += LANES) {
    let i = u32(own.x) + k;
    share += vec4f(deviations[i], mean[i] * mean[i], mean[i] * first_mean[u32(first.x) + k], 0.0);
  }
  let total = lane_total(lane, share);
  if (lane == 0u) { sums[row] = total; }
}

const LIMIT: u32 = 12u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  if (group < LIMIT) { run(group, lane); }
}

// gradient moments: histogram, 12 x 1 workgroups: mean float32[448], deviations float32[448], wholes int32[48] -> counts int32[6, 2, 4]
//   0: mean (read-only-storage)
//   1: deviations (read-only-storage)
//   2: wholes (read-only-storage)
//   3: counts (storage)
const BINS: u32 = 4u;
const LANES: u32 = 64u;
@group(0) @binding(0) var<storage, read> mean: array<f32>;
@group(0) @binding(1) var<storage, read> deviations: array<f32>;
@group(0) @binding(2) var<storage, read> wholes: array<vec4i>;
@group(0) @binding(3) var<storage, read_write> counts: array<i32>;

var<workgroup> shared_counts: array<atomic<u32>, BINS>;
fn run(row: u32, lane: u32) {
  let own = wholes[row];
  for (var k = lane; k < u32(own.y); k += LANES) {
    let i = u32(own.x) + k;
    let signal = abs(mean[i]);
    let noise = sqrt(deviations[i] / 3f);
    if (signal > 0.0 || noise > 0.0) { atomicAdd(&shared_counts[bin_of(signal, noise)], 1u); }
  }
  workgroupBarrier();
  if (lane < BINS) { counts[row * BINS + lane] = i32(atomicLoad(&shared_counts[lane])); }
}
/** The number of edges that the ratio has reached; without noise it has reached them all. */
fn bin_of(signal: f32, noise: f32) -> u32 {
  return u32(signal >= 0.10000000149011612f * noise) + u32(signal >= 1f * noise) + u32(signal >= 10f * noise);
}

const LIMIT: u32 = 12u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  if (group < LIMIT) { run(group, lane); }
}

// quantiles, 12 x 1 workgroups: values float32[448], wholes int32[48] -> found float32[6, 2, 3]
//   0: values (read-only-storage)
//   1: wholes (read-only-storage)
//   2: found (storage)
const LANES: u32 = 64u;
const LARGEST: u32 = 2139095039u;
const ROUNDS: u32 = 31u;
@group(0) @binding(0) var<storage, read> values: array<f32>;
@group(0) @binding(1) var<storage, read> wholes: array<vec4i>;
@group(0) @binding(2) var<storage, read_write> found: array<f32>;

var<workgroup> shares: array<vec3u, LANES>;
fn run(row: u32, lane: u32) {
  let own = wholes[row];
  let ranks = vec3u(10u, 50u, 90u) * u32(own.y - 1) / 100u;
  var low = vec3u();
  var high = vec3u(LARGEST);
  for (var round = 0u; round < ROUNDS; round++) {
    let middle = low + (high - low) / 2u;
    var share = vec3u();
    for (var k = lane; k < u32(own.y); k += LANES) {
      share += vec3u(vec3u(bitcast<u32>(values[u32(own.x) + k])) <= middle);
    }
    shares[lane] = share;
    workgroupBarrier();
    var total = vec3u();
    for (var other = 0u; other < LANES; other++) { total += shares[other]; }
    workgroupBarrier();
    low = select(middle + 1u, low, total > ranks);
    high = select(high, middle, total > ranks);
  }
  if (lane < 3u) { found[row * 3u + lane] = bitcast<f32>(low[lane]); }
}

const LIMIT: u32 = 12u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  if (group < LIMIT) { run(group, lane); }
}

// repeat, 7 x 1 workgroups: source float32[448] -> copy float32[448]
//   0: source (read-only-storage)
//   1: copy (storage)
const PERIOD: u32 = 448u;
@group(0) @binding(0) var<storage, read> source: array<f32>;
@group(0) @binding(1) var<storage, read_write> copy: array<f32>;
fn run(i: u32) { copy[i] = source[i % PERIOD]; }

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

// update sums, 12 x 1 workgroups: before float32[448], after float32[448], gradients float32[448], wholes int32[48] -> sums float32[6, 2, 4]
//   0: before (read-only-storage)
//   1: after (read-only-storage)
//   2: gradients (read-only-storage)
//   3: wholes (read-only-storage)
//   4: sums (storage)
const LANES: u32 = 64u;
@group(0) @binding(0) var<storage, read> before: array<f32>;
@group(0) @binding(1) var<storage, read> after: array<f32>;
@group(0) @binding(2) var<storage, read> gradients: array<f32>;
@group(0) @binding(3) var<storage, read> wholes: array<vec4i>;
@group(0) @binding(4) var<storage, read_write> sums: array<vec4f>;

var<workgroup> shares: array<vec4f, LANES>;
fn lane_total(lane: u32, share: vec4f) -> vec4f {
  shares[lane] = share;
  workgroupBarrier();
  var total = vec4f();
  for (var other = 0u; other < LANES; other++) { total += shares[other]; }
  return total;
}

fn run(row: u32, lane: u32) {
  let own = wholes[row];
  var share = vec4f();
  for (var k = lane; k < u32(own.y); k += LANES) {
    let i = u32(own.x) + k;
    let change = after[i] - before[i];
    share += vec4f(change * change, before[i] * before[i], f32(abs(gradients[i]) < 9.99999993922529e-9f), 0.0);
  }
  let total = lane_total(lane, share);
  if (lane == 0u) { sums[row] = total; }
}

const LIMIT: u32 = 12u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  if (group < LIMIT) { run(group, lane); }
}
