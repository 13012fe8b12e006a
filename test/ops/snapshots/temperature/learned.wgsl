// live temperatures, 1 x 1 workgroups: rules float32[2, 1, 4], learned float32[2, 1, 1] -> temperature float32[2, 1, 1]
//   0: rules (read-only-storage)
//   1: learned (read-only-storage)
//   2: temperature (storage)
//   3: block (uniform)
const LEARNERS: u32 = 2u;
const COLUMNS: u32 = 1u;
@group(0) @binding(0) var<storage, read> rules: array<vec4f>;
@group(0) @binding(1) var<storage, read> learned: array<f32>;
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
  tau /= exp(learned[l * COLUMNS]);
  
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

// bounds of learned temperatures, 1 x 1 workgroups: rules float32[2, 1, 4] -> learned float32[2, 1, 1]
//   0: rules (read-only-storage)
//   1: learned (storage)
//   2: block (uniform)
const LEARNERS: u32 = 2u;
const COLUMNS: u32 = 1u;
@group(0) @binding(0) var<storage, read> rules: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> learned: array<f32>;
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
fn run(l: u32) {
  let base = block.learners[l].y;
  let i = l * COLUMNS;
  let bounded = clamp(learned[i], log(base / rules[l].y), log(base / rules[l].x));
  learned[i] = select(0.0, bounded, rules[l].z > 0.0);
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
