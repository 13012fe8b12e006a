// residual sum, 1 x 1 workgroups: x float32[2, 4, 8], residual float32[2, 4, 8] -> y float32[2, 4, 8]
//   0: x (read-only-storage)
//   1: residual (read-only-storage)
//   2: y (storage)
@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> residual: array<f32>;
@group(0) @binding(2) var<storage, read_write> y: array<f32>;

fn run(i: u32) {
  let z = x[i] + residual[i];
  y[i] = select(z, f32(0), z < f32(0));
}

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

// residual sum gradient, 1 x 1 workgroups: dy float32[2, 4, 8], y float32[2, 4, 8] -> dz float32[2, 4, 8]
//   0: dy (read-only-storage)
//   1: y (read-only-storage)
//   2: dz (storage)
@group(0) @binding(0) var<storage, read> dy: array<f32>;
@group(0) @binding(1) var<storage, read> y: array<f32>;
@group(0) @binding(2) var<storage, read_write> dz: array<f32>;
fn run(i: u32) { dz[i] = select(dy[i], f32(0), y[i] <= f32(0)); }

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
