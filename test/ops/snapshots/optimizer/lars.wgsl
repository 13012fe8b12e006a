// optimizer, 12 x 1 workgroups: gradients float32[448], chunks int32[48] -> parameters float32[448], state float32[448]
//   0: gradients (read-only-storage)
//   1: chunks (read-only-storage)
//   2: parameters (storage)
//   3: state (storage)
//   4: block (uniform)
const LEARNERS: u32 = 2u;
const STRIDE: u32 = 448u;
const LANES: u32 = 64u;
@group(0) @binding(0) var<storage, read> gradients: array<f32>;
@group(0) @binding(1) var<storage, read> chunks: array<vec4i>;
@group(0) @binding(2) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(3) var<storage, read_write> state: array<f32>;
@group(0) @binding(4) var<uniform> block: StepBlock;

var<workgroup> shares: array<vec2f, LANES>;
fn lane_total(lane: u32, share: vec2f) -> vec2f {
  shares[lane] = share;
  workgroupBarrier();
  var total = vec2f();
  for (var other = 0u; other < LANES; other++) { total += shares[other]; }
  return total;
}


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

fn trust_ratio(chunk: vec4i, lane: u32) -> f32 {
  var own = vec2f();
  for (var k = lane; k < u32(chunk.y); k += LANES) {
    let i = u32(chunk.x) + k;
    let parameter = parameters[i];
    var update = gradients[i];
    if (chunk.w == 0) {  }
    own += vec2f(parameter * parameter, update * update);
  }
  let total = lane_total(lane, own);
  if (chunk.w != 0 || total.x == 0.0 || total.y == 0.0) { return 1.0; }
  return 0.001 * sqrt(total.x / total.y);
}
fn run(group: u32, lane: u32) {
  let chunk = chunks[group];
  let rate = block.learners[chunk.z].x;
  let trust = trust_ratio(chunk, lane);
  for (var k = lane; k < u32(chunk.y); k += LANES) {
    let i = u32(chunk.x) + k;
    let parameter = parameters[i];
    var update = gradients[i];
    if (chunk.w == 0) {  }
    update *= trust;
    update *= rate;
    update = 0.8999999761581421f * state[i] + update;
    state[i] = update;
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
