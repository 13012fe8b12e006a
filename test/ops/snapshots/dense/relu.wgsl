// dense forward, 3 x 1 workgroups: x float32[2, 8, 12], w float32[4, 12, 20], b float32[4, 1, 20] -> y float32[4, 8, 20]
//   0: x (read-only-storage)
//   1: w (read-only-storage)
//   2: b (read-only-storage)
//   3: y (storage)
const ROWS: u32 = 8u;
const COLUMNS: u32 = 20u;
const INNER: u32 = 12u;
const BANDS: u32 = 2u;
const LANES: u32 = 20u;
@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> w: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;


fn left_at(l: u32, i: u32, k: u32) -> f32 { return x[((l % 2u) * 8u + i) * 12u + k]; }
fn right_at(l: u32, k: u32, j: u32) -> f32 { return w[(l * 12u + k) * 20u + j]; }
fn start_at(l: u32, j: u32) -> f32 { return b[l * 20u + j]; }
fn store(l: u32, i: u32, j: u32, value: f32) { y[(l * 8u + i) * 20u + j] = select(value, f32(0), value < f32(0)); }

fn run(invocation: u32) {
  let lane = invocation % LANES;
  let band = (invocation / LANES) % BANDS;
  let l = invocation / (LANES * BANDS);
  let i0 = min(band * 4u + 0u, ROWS - 1u);
let i1 = min(band * 4u + 1u, ROWS - 1u);
let i2 = min(band * 4u + 2u, ROWS - 1u);
let i3 = min(band * 4u + 3u, ROWS - 1u);
  let j0 = min(lane + 0u * LANES, COLUMNS - 1u); let start0 = start_at(l, j0); var sum0 = 0.0;
  var v0_0 = start0;
var v1_0 = start0;
var v2_0 = start0;
var v3_0 = start0;
  for (var k = 0u; k < INNER; k++) {
    let right0 = right_at(l, k, j0);
    let left0 = left_at(l, i0, k);
let left1 = left_at(l, i1, k);
let left2 = left_at(l, i2, k);
let left3 = left_at(l, i3, k);
    v0_0 += left0 * right0;
v1_0 += left1 * right0;
v2_0 += left2 * right0;
v3_0 += left3 * right0;
  }
  store(l, band * 4u + 0u, lane + 0u * LANES, v0_0);
store(l, band * 4u + 1u, lane + 0u * LANES, v1_0);
store(l, band * 4u + 2u, lane + 0u * LANES, v2_0);
store(l, band * 4u + 3u, lane + 0u * LANES, v3_0);
  
}

const LIMIT: u32 = 160u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// dense parameter gradients, 4 x 1 workgroups: x float32[2, 8, 12], dy float32[4, 8, 20], y float32[4, 8, 20] -> dw float32[4, 12, 20], db float32[4, 1, 20]
//   0: x (read-only-storage)
//   1: dy (read-only-storage)
//   2: y (read-only-storage)
//   3: dw (storage)
//   4: db (storage)
const ROWS: u32 = 12u;
const COLUMNS: u32 = 20u;
const INNER: u32 = 8u;
const BANDS: u32 = 3u;
const LANES: u32 = 20u;
@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> dy: array<f32>;
@group(0) @binding(2) var<storage, read> y: array<f32>;
@group(0) @binding(3) var<storage, read_write> dw: array<f32>;
@group(0) @binding(4) var<storage, read_write> db: array<f32>;

fn dz_at(at: u32) -> f32 { return select(dy[at], f32(0), y[at] <= f32(0)); }
fn left_at(l: u32, i: u32, k: u32) -> f32 { return x[((l % 2u) * 8u + k) * 12u + i]; }
fn right_at(l: u32, k: u32, j: u32) -> f32 { return dz_at((l * 8u + k) * 20u + j); }
fn start_at(l: u32, j: u32) -> f32 { return 0.0; }
fn store(l: u32, i: u32, j: u32, value: f32) { dw[(l * 12u + i) * 20u + j] = value; }
fn store_sum(l: u32, j: u32, value: f32) { db[l * 20u + j] = value; }
fn run(invocation: u32) {
  let lane = invocation % LANES;
  let band = (invocation / LANES) % BANDS;
  let l = invocation / (LANES * BANDS);
  let i0 = min(band * 4u + 0u, ROWS - 1u);
let i1 = min(band * 4u + 1u, ROWS - 1u);
let i2 = min(band * 4u + 2u, ROWS - 1u);
let i3 = min(band * 4u + 3u, ROWS - 1u);
  let j0 = min(lane + 0u * LANES, COLUMNS - 1u); let start0 = start_at(l, j0); var sum0 = 0.0;
  var v0_0 = start0;
var v1_0 = start0;
var v2_0 = start0;
var v3_0 = start0;
  for (var k = 0u; k < INNER; k++) {
    let right0 = right_at(l, k, j0); sum0 += right0;
    let left0 = left_at(l, i0, k);
let left1 = left_at(l, i1, k);
let left2 = left_at(l, i2, k);
let left3 = left_at(l, i3, k);
    v0_0 += left0 * right0;
v1_0 += left1 * right0;
v2_0 += left2 * right0;
v3_0 += left3 * right0;
  }
  store(l, band * 4u + 0u, lane + 0u * LANES, v0_0);
store(l, band * 4u + 1u, lane + 0u * LANES, v1_0);
store(l, band * 4u + 2u, lane + 0u * LANES, v2_0);
store(l, band * 4u + 3u, lane + 0u * LANES, v3_0);
  if (band == 0u) { store_sum(l, lane + 0u * LANES, sum0); }
}

const LIMIT: u32 = 240u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// transpose, 15 x 1 workgroups: w float32[4, 12, 20] -> transposed float32[4, 20, 12]
//   0: w (read-only-storage)
//   1: transposed (storage)
const INPUTS: u32 = 12u;
const OUTPUTS: u32 = 20u;
@group(0) @binding(0) var<storage, read> w: array<f32>;
@group(0) @binding(1) var<storage, read_write> transposed: array<f32>;

fn run(at: u32) {
  let i = at % INPUTS;
  let o = (at / INPUTS) % OUTPUTS;
  let l = at / (INPUTS * OUTPUTS);
  transposed[at] = w[(l * INPUTS + i) * OUTPUTS + o];
}

const LIMIT: u32 = 960u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// dense input gradient, 2 x 1 workgroups: transposed float32[4, 20, 12], dy float32[4, 8, 20], y float32[4, 8, 20] -> dx float32[4, 8, 12]
//   0: transposed (read-only-storage)
//   1: dy (read-only-storage)
//   2: y (read-only-storage)
//   3: dx (storage)
const ROWS: u32 = 8u;
const COLUMNS: u32 = 12u;
const INNER: u32 = 20u;
const BANDS: u32 = 2u;
const LANES: u32 = 12u;
@group(0) @binding(0) var<storage, read> transposed: array<f32>;
@group(0) @binding(1) var<storage, read> dy: array<f32>;
@group(0) @binding(2) var<storage, read> y: array<f32>;
@group(0) @binding(3) var<storage, read_write> dx: array<f32>;

fn dz_at(at: u32) -> f32 { return select(dy[at], f32(0), y[at] <= f32(0)); }
fn left_at(l: u32, i: u32, k: u32) -> f32 { return dz_at((l * 8u + i) * 20u + k); }
fn right_at(l: u32, k: u32, j: u32) -> f32 { return transposed[(l * 20u + k) * 12u + j]; }
fn start_at(l: u32, j: u32) -> f32 { return 0.0; }
fn store(l: u32, i: u32, j: u32, value: f32) { dx[(l * 8u + i) * 12u + j] = value; }

fn run(invocation: u32) {
  let lane = invocation % LANES;
  let band = (invocation / LANES) % BANDS;
  let l = invocation / (LANES * BANDS);
  let i0 = min(band * 4u + 0u, ROWS - 1u);
let i1 = min(band * 4u + 1u, ROWS - 1u);
let i2 = min(band * 4u + 2u, ROWS - 1u);
let i3 = min(band * 4u + 3u, ROWS - 1u);
  let j0 = min(lane + 0u * LANES, COLUMNS - 1u); let start0 = start_at(l, j0); var sum0 = 0.0;
  var v0_0 = start0;
var v1_0 = start0;
var v2_0 = start0;
var v3_0 = start0;
  for (var k = 0u; k < INNER; k++) {
    let right0 = right_at(l, k, j0);
    let left0 = left_at(l, i0, k);
let left1 = left_at(l, i1, k);
let left2 = left_at(l, i2, k);
let left3 = left_at(l, i3, k);
    v0_0 += left0 * right0;
v1_0 += left1 * right0;
v2_0 += left2 * right0;
v3_0 += left3 * right0;
  }
  store(l, band * 4u + 0u, lane + 0u * LANES, v0_0);
store(l, band * 4u + 1u, lane + 0u * LANES, v1_0);
store(l, band * 4u + 2u, lane + 0u * LANES, v2_0);
store(l, band * 4u + 3u, lane + 0u * LANES, v3_0);
  
}

const LIMIT: u32 = 96u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}
