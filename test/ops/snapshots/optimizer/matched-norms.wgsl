// squared gradients, 12 x 1 workgroups: gradients float32[448], chunks int32[48] -> squares float32[12]
//   0: gradients (read-only-storage)
//   1: chunks (read-only-storage)
//   2: squares (storage)
const LANES: u32 = 64u;
@group(0) @binding(0) var<storage, read> gradients: array<f32>;
@group(0) @binding(1) var<storage, read> chunks: array<vec4i>;
@group(0) @binding(2) var<storage, read_write> squares: array<f32>;

var<workgroup> shares: array<f32, LANES>;
fn lane_total(lane: u32, share: f32) -> f32 {
  shares[lane] = share;
  workgroupBarrier();
  var total = f32();
  for (var other = 0u; other < LANES; other++) { total += shares[other]; }
  return total;
}

fn run(group: u32, lane: u32) {
  let chunk = chunks[group];
  var own = 0.0;
  for (var k = lane; k < u32(chunk.y); k += LANES) {
    let g = gradients[u32(chunk.x) + k];
    own += g * g;
  }
  let total = lane_total(lane, own);
  if (lane == 0u) { squares[group] = select(total, 0.0, chunk.w == 2); }
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

// factors that match gradient norms, 2 x 1 workgroups: squares float32[12], chunks int32[48] -> factors float32[2]
//   0: squares (read-only-storage)
//   1: chunks (read-only-storage)
//   2: factors (storage)
const LANES: u32 = 64u;
const CHUNKS: u32 = 12u;
const SEEDS: u32 = 1u;
@group(0) @binding(0) var<storage, read> squares: array<f32>;
@group(0) @binding(1) var<storage, read> chunks: array<vec4i>;
@group(0) @binding(2) var<storage, read_write> factors: array<f32>;

var<workgroup> shares: array<vec2f, LANES>;
fn lane_total(lane: u32, share: vec2f) -> vec2f {
  shares[lane] = share;
  workgroupBarrier();
  var total = vec2f();
  for (var other = 0u; other < LANES; other++) { total += shares[other]; }
  return total;
}

/** By the exponent's bits, since a compiler may take every float for finite. */
fn is_finite(x: f32) -> bool { return (bitcast<u32>(x) & 0x7f800000u) != 0x7f800000u; }

fn factor(own: f32, reference: f32) -> f32 {
  if (own == 0.0 || !is_finite(own) || !is_finite(reference)) { return 1.0; }
  return sqrt(reference) / sqrt(own);
}

fn run(learner: u32, lane: u32) {
  var sums = vec2f();
  for (var c = lane; c < CHUNKS; c += LANES) {
    let owner = u32(chunks[c].z);
    if (owner == learner) { sums.x += squares[c]; }
    if (owner == learner % SEEDS) { sums.y += squares[c]; }
  }
  let total = lane_total(lane, sums);
  if (lane == 0u) { factors[learner] = select(factor(total.x, total.y), 1.0, learner < SEEDS); }
}

const LIMIT: u32 = 2u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  if (group < LIMIT) { run(group, lane); }
}

// optimizer, 12 x 1 workgroups: gradients float32[448], chunks int32[48], factors float32[2] -> parameters float32[448], state float32[448]
//   0: gradients (read-only-storage)
//   1: chunks (read-only-storage)
//   2: factors (read-only-storage)
//   3: parameters (storage)
//   4: state (storage)
//   5: block (uniform)
const LEARNERS: u32 = 2u;
const STRIDE: u32 = 448u;
const LANES: u32 = 64u;
@group(0) @binding(0) var<storage, read> gradients: array<f32>;
@group(0) @binding(1) var<storage, read> chunks: array<vec4i>;
@group(0) @binding(2) var<storage, read> factors: array<f32>;
@group(0) @binding(3) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(4) var<storage, read_write> state: array<f32>;
@group(0) @binding(5) var<uniform> block: StepBlock;


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

fn run(group: u32, lane: u32) {
  let chunk = chunks[group];
  let rate = block.learners[chunk.z].x;
  
  for (var k = lane; k < u32(chunk.y); k += LANES) {
    let i = u32(chunk.x) + k;
    let parameter = parameters[i];
    var update = select(factors[chunk.z], 1.0, chunk.w == 2) * gradients[i];
    update = 0.8999999761581421f * state[i] + update;
    state[i] = update;
    update *= rate;
    parameters[i] = parameter - update;
  }
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
