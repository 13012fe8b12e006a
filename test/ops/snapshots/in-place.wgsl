// ring row, 1 x 1 workgroups: values float32[2, 3] -> ring float32[768]
//   0: values (read-only-storage)
//   1: ring (storage)
//   2: block (uniform)
const LEARNERS: u32 = 2u;
const SIZE: u32 = 6u;
const ROWS: u32 = 128u;
@group(0) @binding(0) var<storage, read> values: array<f32>;
@group(0) @binding(1) var<storage, read_write> ring: array<f32>;
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
fn run(i: u32) { ring[(block.slot % ROWS) * SIZE + i] = values[i]; }

const LIMIT: u32 = 6u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// copy in place, 1 x 1 workgroups: values float32[2, 8, 4] -> place float32[2, 8, 4]
//   0: values (read-only-storage)
//   1: place (storage)
@group(0) @binding(0) var<storage, read> values: array<f32>;
@group(0) @binding(1) var<storage, read_write> place: array<f32>;
fn run(i: u32) { place[i] = values[i]; }

const LIMIT: u32 = 64u;
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
