// averagePool, 1 x 1 workgroups: x float32[8, 36, 8] -> y float32[8, 8]
//   0: x (read-only-storage)
//   1: y (storage)
const PIXELS: u32 = 36u;
const VECTORS: u32 = 2u;
@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> y: array<vec4f>;

fn run(i: u32) {
  let start = (i / VECTORS) * PIXELS * VECTORS + i % VECTORS;
  var sum = vec4f(0);
  for (var p = 0u; p < PIXELS; p++) { sum += x[start + p * VECTORS]; }
  y[i] = sum / f32(PIXELS);
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

// averagePoolGradient, 9 x 1 workgroups: dy float32[8, 8] -> dx float32[8, 36, 8]
//   0: dy (read-only-storage)
//   1: dx (storage)
const PIXELS: u32 = 36u;
const VECTORS: u32 = 2u;
@group(0) @binding(0) var<storage, read> dy: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> dx: array<vec4f>;

fn run(i: u32) {
  dx[i] = dy[i / (PIXELS * VECTORS) * VECTORS + i % VECTORS] / f32(PIXELS);
}

const LIMIT: u32 = 576u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}
