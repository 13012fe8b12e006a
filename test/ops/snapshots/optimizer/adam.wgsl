// optimizer, 12 x 1 workgroups: gradients float32[448], chunks int32[48] -> parameters float32[448], state float32[896]
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
    var update = gradients[i];
    let m = 0.8999999761581421f * state[i] + 0.10000000149011612f * update;
    let v = 0.9990000128746033f * state[STRIDE + i] + 0.0010000000474974513f * update * update;
    state[i] = m;
    state[STRIDE + i] = v;
    update = (m * block.correction.x) / (sqrt(v * block.correction.y) + 9.99999993922529e-9f);
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
