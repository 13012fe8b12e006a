// live temperatures, 1 x 1 workgroups: rules float32[2, 1, 4], factor float32[2, 1, 1] -> temperature float32[2, 1, 1]
//   0: rules (read-only-storage)
//   1: factor (read-only-storage)
//   2: temperature (storage)
//   3: block (uniform)
const LEARNERS: u32 = 2u;
const COLUMNS: u32 = 1u;
@group(0) @binding(0) var<storage, read> rules: array<vec4f>;
@group(0) @binding(1) var<storage, read> factor: array<f32>;
@group(0) @binding(2) var<storage, read_write> temperature: array<f32>;
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
fn run(l: u32) {
  var tau = block.learners[l].y;
  
  tau /= factor[l];
  temperature[l] = clamp(tau, rules[l].x, rules[l].y);
}

const LIMIT: u32 = 2u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// ESS controller, 1 x 1 workgroups: rules float32[2, 1, 4], ess float32[2, 9, 8] -> factor float32[2, 1, 1]
//   0: rules (read-only-storage)
//   1: ess (read-only-storage)
//   2: factor (storage)
//   3: block (uniform)
const LEARNERS: u32 = 2u;
const VIEWS: u32 = 8u;
@group(0) @binding(0) var<storage, read> rules: array<vec4f>;
@group(0) @binding(1) var<storage, read> ess: array<f32>;
@group(0) @binding(2) var<storage, read_write> factor: array<f32>;
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
fn place_in_plane(learner: u32, view: u32) -> u32 { return (learner * 9u + 2u) * 8u + view; }
fn run(l: u32) {
  if (rules[l].w == 0.0) { return; }
  var sum = 0.0;
  for (var i = 0u; i < VIEWS; i++) { sum += ess[place_in_plane(l, i)]; }
  let share = sum / f32(VIEWS * (VIEWS - 2u));
  let change = select(0.9900000095367432f, 1.0099999904632568f, share > 0.20000000298023224f);
  let base = block.learners[l].y;
  factor[l] = clamp(factor[l] * change, base / rules[l].y, base / rules[l].x);
}

const LIMIT: u32 = 2u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}
