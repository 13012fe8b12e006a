// normalization moments, 1 x 1 workgroups: x float32[2, 8, 1, 8] -> partial float32[16, 2, 8]
//   0: x (read-only-storage)
//   1: partial (storage)
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 8u;
const PIXELS: u32 = 1u;
const CHANNELS: u32 = 8u;
const ROWS: u32 = 2u;
const ROW_SAMPLES: u32 = 4u;
const SET_CHANNELS: u32 = 1u;
const VECTORS: u32 = 2u;
const PARTS: u32 = 1u;
const LENGTH: u32 = 1u;
@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> partial: array<vec4f>;

fn run(i: u32) {
  let v = i % VECTORS;
  let stretch = i / VECTORS;
  let start = stretch * LENGTH * VECTORS + v;
  let first = x[start];
  var sum = vec4f(0);
  var squares = vec4f(0);
  for (var p = 1u; p < LENGTH; p++) {
    let deviation = x[start + p * VECTORS] - first;
    sum += deviation;
    squares += deviation * deviation;
  }
  let mean = sum / f32(LENGTH);
  partial[2u * stretch * VECTORS + v] = first + mean;
  partial[(2u * stretch + 1u) * VECTORS + v] = squares - sum * mean;
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

// normalization statistics, 1 x 1 workgroups: partial float32[16, 2, 8] -> statistics float32[2, 2, 2, 8]
//   0: partial (read-only-storage)
//   1: statistics (storage)
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 8u;
const PIXELS: u32 = 1u;
const CHANNELS: u32 = 8u;
const ROWS: u32 = 2u;
const ROW_SAMPLES: u32 = 4u;
const SET_CHANNELS: u32 = 1u;
const VECTORS: u32 = 2u;
const PARTS: u32 = 1u;
const LENGTH: u32 = 1u;
const GROUPS: u32 = 8u;
@group(0) @binding(0) var<storage, read> partial: array<f32>;
@group(0) @binding(1) var<storage, read_write> statistics: array<f32>;

const STRETCHES = ROW_SAMPLES * PARTS;
fn run(i: u32) {
  let row = i / GROUPS;
  let stretches = own_samples(row / ROWS) * PARTS;
  let end = row * STRETCHES + stretches;
  let first = (i % GROUPS) * SET_CHANNELS;
  var sum = 0.0;
  for (var s = row * STRETCHES; s < end; s++) {
    for (var c = first; c < first + SET_CHANNELS; c++) { sum += partial[2u * s * CHANNELS + c]; }
  }
  let mean = sum / f32(stretches * SET_CHANNELS);
  var squares = 0.0;
  for (var s = row * STRETCHES; s < end; s++) {
    for (var c = first; c < first + SET_CHANNELS; c++) {
      let deviation = partial[2u * s * CHANNELS + c] - mean;
      squares += partial[(2u * s + 1u) * CHANNELS + c] + f32(LENGTH) * deviation * deviation;
    }
  }
  let variance = squares / f32(stretches * SET_CHANNELS * LENGTH);
  for (var c = first; c < first + SET_CHANNELS; c++) {
    statistics[2u * row * CHANNELS + c] = mean;
    statistics[(2u * row + 1u) * CHANNELS + c] = variance;
  }
}

fn own_samples(index: u32) -> u32 {
  return 4u;
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

// normalization, 1 x 1 workgroups: x float32[2, 8, 1, 8], scale float32[2, 1, 8], offset float32[2, 1, 8], statistics float32[2, 2, 2, 8] -> y float32[2, 8, 1, 8]
//   0: x (read-only-storage)
//   1: scale (read-only-storage)
//   2: offset (read-only-storage)
//   3: statistics (read-only-storage)
//   4: y (storage)
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 8u;
const PIXELS: u32 = 1u;
const CHANNELS: u32 = 8u;
const ROWS: u32 = 2u;
const ROW_SAMPLES: u32 = 4u;
const SET_CHANNELS: u32 = 1u;
const VECTORS: u32 = 2u;
const PARTS: u32 = 1u;
const LENGTH: u32 = 1u;
@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read> scale: array<vec4f>;
@group(0) @binding(2) var<storage, read> offset: array<vec4f>;
@group(0) @binding(3) var<storage, read> statistics: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> y: array<vec4f>;

fn run(i: u32) {
  
  let v = i % VECTORS;
  let part = (i / VECTORS) % PARTS;
  let image = i / (VECTORS * PARTS);
  let learner = image / SAMPLES;
  let row = learner * ROWS + (image % SAMPLES) / ROW_SAMPLES;
  let mean = statistics[2u * row * VECTORS + v];
  let inverse = inverseSqrt(statistics[(2u * row + 1u) * VECTORS + v] + vec4f(0.00001));
  let factor = inverse * scale[learner * VECTORS + v];
  let shift = offset[learner * VECTORS + v];
  for (var k = 0u; k < LENGTH; k++) {
    let at = (image * PIXELS + k * PARTS + part) * VECTORS + v;
    let z = (x[at] - mean) * factor + shift;
    y[at] = select(z, vec4f(0), z < vec4f(0));
  }
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

// running statistics, 1 x 1 workgroups: statistics float32[2, 2, 2, 8] -> running float32[2, 2, 8]
//   0: statistics (read-only-storage)
//   1: running (storage)
const ROWS: u32 = 2u;
const CHANNELS: u32 = 8u;
@group(0) @binding(0) var<storage, read> statistics: array<f32>;
@group(0) @binding(1) var<storage, read_write> running: array<f32>;

fn run(i: u32) {
  let learner = i / (2u * CHANNELS);
  let own = i % (2u * CHANNELS);
  var sum = 0.0;
  for (var r = 0u; r < ROWS; r++) { sum += statistics[(learner * ROWS + r) * 2u * CHANNELS + own]; }
  let count = count_of(learner);
  let bessel = select(1.0, f32(count) / f32(count - 1u), own >= CHANNELS);
  running[i] = 0.9 * running[i] + 0.1 * bessel * sum / f32(ROWS);
}

fn count_of(index: u32) -> u32 {
  return 4u;
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

// normalization gradient sums, 1 x 1 workgroups: dy float32[2, 8, 1, 8], x float32[2, 8, 1, 8], statistics float32[2, 2, 2, 8], y float32[2, 8, 1, 8] -> partial float32[16, 2, 8]
//   0: dy (read-only-storage)
//   1: x (read-only-storage)
//   2: statistics (read-only-storage)
//   3: y (read-only-storage)
//   4: partial (storage)
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 8u;
const PIXELS: u32 = 1u;
const CHANNELS: u32 = 8u;
const ROWS: u32 = 2u;
const ROW_SAMPLES: u32 = 4u;
const SET_CHANNELS: u32 = 1u;
const VECTORS: u32 = 2u;
const PARTS: u32 = 1u;
const LENGTH: u32 = 1u;
@group(0) @binding(0) var<storage, read> dy: array<vec4f>;
@group(0) @binding(1) var<storage, read> x: array<vec4f>;
@group(0) @binding(2) var<storage, read> statistics: array<vec4f>;
@group(0) @binding(3) var<storage, read> y: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> partial: array<vec4f>;

fn run(i: u32) {
  
  let v = i % VECTORS;
  let part = (i / VECTORS) % PARTS;
  let image = i / (VECTORS * PARTS);
  let learner = image / SAMPLES;
  let row = learner * ROWS + (image % SAMPLES) / ROW_SAMPLES;
  let mean = statistics[2u * row * VECTORS + v];
  let inverse = inverseSqrt(statistics[(2u * row + 1u) * VECTORS + v] + vec4f(0.00001));
  var sum = vec4f(0);
  var along = vec4f(0);
  for (var k = 0u; k < LENGTH; k++) {
    let at = (image * PIXELS + part * LENGTH + k) * VECTORS + v;
    let g = select(dy[at], vec4f(0), y[at] <= vec4f(0));
    sum += g;
    along += g * ((x[at] - mean) * inverse);
  }
  let stretch = i / VECTORS;
  partial[2u * stretch * VECTORS + v] = sum;
  partial[(2u * stretch + 1u) * VECTORS + v] = along;
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

// normalization parameter gradients, 1 x 1 workgroups: partial float32[16, 2, 8], scale float32[2, 1, 8] -> means float32[2, 2, 2, 8], dscale float32[2, 1, 8], doffset float32[2, 1, 8]
//   0: partial (read-only-storage)
//   1: scale (read-only-storage)
//   2: means (storage)
//   3: dscale (storage)
//   4: doffset (storage)
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 8u;
const PIXELS: u32 = 1u;
const CHANNELS: u32 = 8u;
const ROWS: u32 = 2u;
const ROW_SAMPLES: u32 = 4u;
const SET_CHANNELS: u32 = 1u;
const VECTORS: u32 = 2u;
const PARTS: u32 = 1u;
const LENGTH: u32 = 1u;
const GROUPS: u32 = 8u;
const SETS: u32 = 32u;
@group(0) @binding(0) var<storage, read> partial: array<f32>;
@group(0) @binding(1) var<storage, read> scale: array<f32>;
@group(0) @binding(2) var<storage, read_write> means: array<f32>;
@group(0) @binding(3) var<storage, read_write> dscale: array<f32>;
@group(0) @binding(4) var<storage, read_write> doffset: array<f32>;

const STRETCHES = ROW_SAMPLES * PARTS;
fn run(i: u32) {
  if (i < SETS) { sum_set(i); } else { sum_channel(i - SETS); }
}

fn sum_set(i: u32) {
  let row = i / GROUPS;
  let weights = row / ROWS * CHANNELS;
  let stretches = own_samples(row / ROWS) * PARTS;
  let first = (i % GROUPS) * SET_CHANNELS;
  var sum = vec2f();
  for (var s = row * STRETCHES; s < row * STRETCHES + stretches; s++) {
    for (var c = first; c < first + SET_CHANNELS; c++) {
      sum += scale[weights + c] * vec2f(partial[2u * s * CHANNELS + c], partial[(2u * s + 1u) * CHANNELS + c]);
    }
  }
  let mean = sum / f32(stretches * SET_CHANNELS * LENGTH);
  for (var c = first; c < first + SET_CHANNELS; c++) {
    means[2u * row * CHANNELS + c] = mean.x;
    means[(2u * row + 1u) * CHANNELS + c] = mean.y;
  }
}

fn sum_channel(i: u32) {
  let learner = i / CHANNELS;
  let c = i % CHANNELS;
  var sum = vec2f();
  for (var s = learner * SAMPLES * PARTS; s < (learner + 1u) * SAMPLES * PARTS; s++) {
    sum += vec2f(partial[2u * s * CHANNELS + c], partial[(2u * s + 1u) * CHANNELS + c]);
  }
  doffset[i] = sum.x;
  dscale[i] = sum.y;
}

fn own_samples(index: u32) -> u32 {
  return 4u;
}

const LIMIT: u32 = 48u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// normalization input gradient, 1 x 1 workgroups: dy float32[2, 8, 1, 8], x float32[2, 8, 1, 8], statistics float32[2, 2, 2, 8], y float32[2, 8, 1, 8], means float32[2, 2, 2, 8], scale float32[2, 1, 8] -> dx float32[2, 8, 1, 8]
//   0: dy (read-only-storage)
//   1: x (read-only-storage)
//   2: statistics (read-only-storage)
//   3: y (read-only-storage)
//   4: means (read-only-storage)
//   5: scale (read-only-storage)
//   6: dx (storage)
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 8u;
const PIXELS: u32 = 1u;
const CHANNELS: u32 = 8u;
const ROWS: u32 = 2u;
const ROW_SAMPLES: u32 = 4u;
const SET_CHANNELS: u32 = 1u;
const VECTORS: u32 = 2u;
const PARTS: u32 = 1u;
const LENGTH: u32 = 1u;
@group(0) @binding(0) var<storage, read> dy: array<vec4f>;
@group(0) @binding(1) var<storage, read> x: array<vec4f>;
@group(0) @binding(2) var<storage, read> statistics: array<vec4f>;
@group(0) @binding(3) var<storage, read> y: array<vec4f>;
@group(0) @binding(4) var<storage, read> means: array<vec4f>;
@group(0) @binding(5) var<storage, read> scale: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> dx: array<vec4f>;

fn run(i: u32) {
  
  let v = i % VECTORS;
  let part = (i / VECTORS) % PARTS;
  let image = i / (VECTORS * PARTS);
  let learner = image / SAMPLES;
  let row = learner * ROWS + (image % SAMPLES) / ROW_SAMPLES;
  let mean = statistics[2u * row * VECTORS + v];
  let inverse = inverseSqrt(statistics[(2u * row + 1u) * VECTORS + v] + vec4f(0.00001));
  let weight = scale[learner * VECTORS + v];
  let level = means[2u * row * VECTORS + v];
  let along = means[(2u * row + 1u) * VECTORS + v];
  let counts = f32(image % SAMPLES % ROW_SAMPLES < own_samples(learner));
  for (var k = 0u; k < LENGTH; k++) {
    let at = (image * PIXELS + k * PARTS + part) * VECTORS + v;
    let g = select(dy[at], vec4f(0), y[at] <= vec4f(0));
    dx[at] = counts * (g * weight - level - (x[at] - mean) * inverse * along) * inverse;
    
  }
}

fn own_samples(index: u32) -> u32 {
  return 4u;
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
