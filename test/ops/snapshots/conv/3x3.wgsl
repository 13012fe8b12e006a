// convolution, 2 x 1 workgroups: x float32[4, 8, 8, 4], w float32[2, 36, 8], b float32[2, 1, 8] -> y float32[2, 256, 8]
//   0: x (read-only-storage)
//   1: w (read-only-storage)
//   2: b (read-only-storage)
//   3: y (storage)
const KERNEL: u32 = 3u;
const STRIDE: u32 = 1u;
const PADDING: u32 = 1u;
const SLICES: u32 = 1u;
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 4u;
const HEIGHT: u32 = 8u;
const WIDTH: u32 = 8u;
const OUT_HEIGHT: u32 = 8u;
const OUT_WIDTH: u32 = 8u;
const IN: u32 = 1u;
const OUT: u32 = 2u;
const VECTORS: u32 = 2u;
const IMAGES: u32 = 4u;
const BLOCKS: u32 = 1u;
@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read> w: array<vec4f>;
@group(0) @binding(2) var<storage, read> b: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> y: array<vec4f>;

fn run(i: u32) {
  let o = (i % (OUT / VECTORS)) * VECTORS;
  let position = i / (OUT / VECTORS);
  let column = position % OUT_WIDTH;
  let row = (position / OUT_WIDTH) % OUT_HEIGHT;
  let block = position / (OUT_WIDTH * OUT_HEIGHT);
  let learner = block / BLOCKS;
  // The last block may have too few images: it computes its last one several times, alike.
  let image0 = min((block % BLOCKS) * IMAGES + 0u, SAMPLES - 1u);
let image1 = min((block % BLOCKS) * IMAGES + 1u, SAMPLES - 1u);
let image2 = min((block % BLOCKS) * IMAGES + 2u, SAMPLES - 1u);
let image3 = min((block % BLOCKS) * IMAGES + 3u, SAMPLES - 1u);
  let from0 = ((learner % SLICES) * SAMPLES + image0) * (HEIGHT * WIDTH * IN);
let from1 = ((learner % SLICES) * SAMPLES + image1) * (HEIGHT * WIDTH * IN);
let from2 = ((learner % SLICES) * SAMPLES + image2) * (HEIGHT * WIDTH * IN);
let from3 = ((learner % SLICES) * SAMPLES + image3) * (HEIGHT * WIDTH * IN);
  let bias0 = b[learner * OUT + o + 0u];
let bias1 = b[learner * OUT + o + 1u];
  var sum0_0 = bias0;
var sum0_1 = bias1;
var sum1_0 = bias0;
var sum1_1 = bias1;
var sum2_0 = bias0;
var sum2_1 = bias1;
var sum3_0 = bias0;
var sum3_1 = bias1;
  // Taps inside the image.
  let first_row = max(row * STRIDE, PADDING) - row * STRIDE;
  let rows = min(KERNEL, HEIGHT + PADDING - row * STRIDE) - first_row;
  let first = (max(column * STRIDE, PADDING) - column * STRIDE) * IN;
  let end = min(KERNEL, WIDTH + PADDING - column * STRIDE) * IN;
  // Left of the image these wrap around, and come back with q.
  var line = ((row * STRIDE + first_row - PADDING) * WIDTH + column * STRIDE - PADDING) * IN;
  var filter_line = (learner * KERNEL + first_row) * (KERNEL * IN * 4u * OUT) + o;
  var q = first;
  for (var step = rows * (end - first); step > 0u; step--) {
    let weight = filter_line + q * (4u * OUT);
    let x0 = x[from0 + line + q];
let x1 = x[from1 + line + q];
let x2 = x[from2 + line + q];
let x3 = x[from3 + line + q];
    
    let w0_0 = w[weight + 0u * OUT + 0u];
let w0_1 = w[weight + 0u * OUT + 1u];
    sum0_0 += x0.x * w0_0;
sum0_1 += x0.x * w0_1;
sum1_0 += x1.x * w0_0;
sum1_1 += x1.x * w0_1;
sum2_0 += x2.x * w0_0;
sum2_1 += x2.x * w0_1;
sum3_0 += x3.x * w0_0;
sum3_1 += x3.x * w0_1;

    let w1_0 = w[weight + 1u * OUT + 0u];
let w1_1 = w[weight + 1u * OUT + 1u];
    sum0_0 += x0.y * w1_0;
sum0_1 += x0.y * w1_1;
sum1_0 += x1.y * w1_0;
sum1_1 += x1.y * w1_1;
sum2_0 += x2.y * w1_0;
sum2_1 += x2.y * w1_1;
sum3_0 += x3.y * w1_0;
sum3_1 += x3.y * w1_1;

    let w2_0 = w[weight + 2u * OUT + 0u];
let w2_1 = w[weight + 2u * OUT + 1u];
    sum0_0 += x0.z * w2_0;
sum0_1 += x0.z * w2_1;
sum1_0 += x1.z * w2_0;
sum1_1 += x1.z * w2_1;
sum2_0 += x2.z * w2_0;
sum2_1 += x2.z * w2_1;
sum3_0 += x3.z * w2_0;
sum3_1 += x3.z * w2_1;

    let w3_0 = w[weight + 3u * OUT + 0u];
let w3_1 = w[weight + 3u * OUT + 1u];
    sum0_0 += x0.w * w3_0;
sum0_1 += x0.w * w3_1;
sum1_0 += x1.w * w3_0;
sum1_1 += x1.w * w3_1;
sum2_0 += x2.w * w3_0;
sum2_1 += x2.w * w3_1;
sum3_0 += x3.w * w3_0;
sum3_1 += x3.w * w3_1;
    q++;
    let is_last = q == end;
    q = select(q, first, is_last);
    line += select(0u, WIDTH * IN, is_last);
    filter_line += select(0u, KERNEL * IN * 4u * OUT, is_last);
  }
  let to = ((learner * SAMPLES * OUT_HEIGHT + row) * OUT_WIDTH + column) * OUT + o;
  y[to + image0 * (OUT_HEIGHT * OUT_WIDTH * OUT) + 0u] = select(sum0_0, vec4f(0), sum0_0 < vec4f(0));
y[to + image0 * (OUT_HEIGHT * OUT_WIDTH * OUT) + 1u] = select(sum0_1, vec4f(0), sum0_1 < vec4f(0));
y[to + image1 * (OUT_HEIGHT * OUT_WIDTH * OUT) + 0u] = select(sum1_0, vec4f(0), sum1_0 < vec4f(0));
y[to + image1 * (OUT_HEIGHT * OUT_WIDTH * OUT) + 1u] = select(sum1_1, vec4f(0), sum1_1 < vec4f(0));
y[to + image2 * (OUT_HEIGHT * OUT_WIDTH * OUT) + 0u] = select(sum2_0, vec4f(0), sum2_0 < vec4f(0));
y[to + image2 * (OUT_HEIGHT * OUT_WIDTH * OUT) + 1u] = select(sum2_1, vec4f(0), sum2_1 < vec4f(0));
y[to + image3 * (OUT_HEIGHT * OUT_WIDTH * OUT) + 0u] = select(sum3_0, vec4f(0), sum3_0 < vec4f(0));
y[to + image3 * (OUT_HEIGHT * OUT_WIDTH * OUT) + 1u] = select(sum3_1, vec4f(0), sum3_1 < vec4f(0));
}

const LIMIT: u32 = 128u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// convolutionParameterGradient, 1 x 1 workgroups: x float32[4, 8, 8, 4], dy float32[2, 256, 8], y float32[2, 256, 8] -> partial float32[4, 592]
//   0: x (read-only-storage)
//   1: dy (read-only-storage)
//   2: y (read-only-storage)
//   3: partial (storage)
const KERNEL: u32 = 3u;
const STRIDE: u32 = 1u;
const PADDING: u32 = 1u;
const SLICES: u32 = 1u;
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 4u;
const HEIGHT: u32 = 8u;
const WIDTH: u32 = 8u;
const OUT_HEIGHT: u32 = 8u;
const OUT_WIDTH: u32 = 8u;
const IN: u32 = 1u;
const OUT: u32 = 2u;
const VECTORS: u32 = 2u;
const GROUP: u32 = 1u;
const LENGTH: u32 = 64u;
const FILTER_SIZE: u32 = 144u;
const TOTAL: u32 = 148u;
@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read> dy: array<vec4f>;
@group(0) @binding(2) var<storage, read> y: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> partial: array<vec4f>;

fn run(i: u32) {
  let o = (i % (OUT / VECTORS)) * VECTORS;
  var rest = i / (OUT / VECTORS);
  let c = (rest % (IN / GROUP)) * GROUP;
  rest /= IN / GROUP;
  let ky = rest % KERNEL;
  rest /= KERNEL;
  let learner = rest % LEARNERS;
  let part = rest / LEARNERS;
  var sum0_0_0 = vec4f(0);
var sum0_0_1 = vec4f(0);
var sum0_1_0 = vec4f(0);
var sum0_1_1 = vec4f(0);
var sum0_2_0 = vec4f(0);
var sum0_2_1 = vec4f(0);
var sum0_3_0 = vec4f(0);
var sum0_3_1 = vec4f(0);
var sum1_0_0 = vec4f(0);
var sum1_0_1 = vec4f(0);
var sum1_1_0 = vec4f(0);
var sum1_1_1 = vec4f(0);
var sum1_2_0 = vec4f(0);
var sum1_2_1 = vec4f(0);
var sum1_3_0 = vec4f(0);
var sum1_3_1 = vec4f(0);
var sum2_0_0 = vec4f(0);
var sum2_0_1 = vec4f(0);
var sum2_1_0 = vec4f(0);
var sum2_1_1 = vec4f(0);
var sum2_2_0 = vec4f(0);
var sum2_2_1 = vec4f(0);
var sum2_3_0 = vec4f(0);
var sum2_3_1 = vec4f(0);
  var bias0 = vec4f(0);
var bias1 = vec4f(0);
  let end = min((part + 1u) * LENGTH, SAMPLES * OUT_HEIGHT * OUT_WIDTH);
  var column = (part * LENGTH) % OUT_WIDTH;
  var row = (part * LENGTH) / OUT_WIDTH % OUT_HEIGHT;
  var image = (learner % SLICES) * SAMPLES + (part * LENGTH) / (OUT_WIDTH * OUT_HEIGHT);
  for (var p = part * LENGTH; p < end; p++) {
    // Outside the image these wrap around to large numbers.
    let top = row * STRIDE + ky - PADDING;
    let left = column * STRIDE - PADDING;
    let is_inside = top < HEIGHT;
    let at = ((image * HEIGHT + top) * WIDTH + left) * IN + c;
    let start = (learner * (SAMPLES * OUT_HEIGHT * OUT_WIDTH) + p) * OUT + o;
    let g0 = select(dy[start + 0u], vec4f(0), y[start + 0u] <= vec4f(0));
let g1 = select(dy[start + 1u], vec4f(0), y[start + 1u] <= vec4f(0));
    let x0 = select(vec4f(0), x[at + 0u * IN + 0u], is_inside && left + 0u < WIDTH);
let x1 = select(vec4f(0), x[at + 1u * IN + 0u], is_inside && left + 1u < WIDTH);
let x2 = select(vec4f(0), x[at + 2u * IN + 0u], is_inside && left + 2u < WIDTH);
    sum0_0_0 += x0.x * g0;
sum0_0_1 += x0.x * g1;
sum0_1_0 += x0.y * g0;
sum0_1_1 += x0.y * g1;
sum0_2_0 += x0.z * g0;
sum0_2_1 += x0.z * g1;
sum0_3_0 += x0.w * g0;
sum0_3_1 += x0.w * g1;
sum1_0_0 += x1.x * g0;
sum1_0_1 += x1.x * g1;
sum1_1_0 += x1.y * g0;
sum1_1_1 += x1.y * g1;
sum1_2_0 += x1.z * g0;
sum1_2_1 += x1.z * g1;
sum1_3_0 += x1.w * g0;
sum1_3_1 += x1.w * g1;
sum2_0_0 += x2.x * g0;
sum2_0_1 += x2.x * g1;
sum2_1_0 += x2.y * g0;
sum2_1_1 += x2.y * g1;
sum2_2_0 += x2.z * g0;
sum2_2_1 += x2.z * g1;
sum2_3_0 += x2.w * g0;
sum2_3_1 += x2.w * g1;
    bias0 += g0;
bias1 += g1;
    column++;
    let is_last_column = column == OUT_WIDTH;
    column = select(column, 0u, is_last_column);
    row += select(0u, 1u, is_last_column);
    let is_last_row = row == OUT_HEIGHT;
    row = select(row, 0u, is_last_row);
    image += select(0u, 1u, is_last_row);
  }
  let to = (((learner * KERNEL + ky) * KERNEL * IN + c) * 4u) * OUT + o;
  partial[part * TOTAL + to + ((0u * IN + 0u) * 4u + 0u) * OUT + 0u] = sum0_0_0;
partial[part * TOTAL + to + ((0u * IN + 0u) * 4u + 0u) * OUT + 1u] = sum0_0_1;
partial[part * TOTAL + to + ((0u * IN + 0u) * 4u + 1u) * OUT + 0u] = sum0_1_0;
partial[part * TOTAL + to + ((0u * IN + 0u) * 4u + 1u) * OUT + 1u] = sum0_1_1;
partial[part * TOTAL + to + ((0u * IN + 0u) * 4u + 2u) * OUT + 0u] = sum0_2_0;
partial[part * TOTAL + to + ((0u * IN + 0u) * 4u + 2u) * OUT + 1u] = sum0_2_1;
partial[part * TOTAL + to + ((0u * IN + 0u) * 4u + 3u) * OUT + 0u] = sum0_3_0;
partial[part * TOTAL + to + ((0u * IN + 0u) * 4u + 3u) * OUT + 1u] = sum0_3_1;
partial[part * TOTAL + to + ((1u * IN + 0u) * 4u + 0u) * OUT + 0u] = sum1_0_0;
partial[part * TOTAL + to + ((1u * IN + 0u) * 4u + 0u) * OUT + 1u] = sum1_0_1;
partial[part * TOTAL + to + ((1u * IN + 0u) * 4u + 1u) * OUT + 0u] = sum1_1_0;
partial[part * TOTAL + to + ((1u * IN + 0u) * 4u + 1u) * OUT + 1u] = sum1_1_1;
partial[part * TOTAL + to + ((1u * IN + 0u) * 4u + 2u) * OUT + 0u] = sum1_2_0;
partial[part * TOTAL + to + ((1u * IN + 0u) * 4u + 2u) * OUT + 1u] = sum1_2_1;
partial[part * TOTAL + to + ((1u * IN + 0u) * 4u + 3u) * OUT + 0u] = sum1_3_0;
partial[part * TOTAL + to + ((1u * IN + 0u) * 4u + 3u) * OUT + 1u] = sum1_3_1;
partial[part * TOTAL + to + ((2u * IN + 0u) * 4u + 0u) * OUT + 0u] = sum2_0_0;
partial[part * TOTAL + to + ((2u * IN + 0u) * 4u + 0u) * OUT + 1u] = sum2_0_1;
partial[part * TOTAL + to + ((2u * IN + 0u) * 4u + 1u) * OUT + 0u] = sum2_1_0;
partial[part * TOTAL + to + ((2u * IN + 0u) * 4u + 1u) * OUT + 1u] = sum2_1_1;
partial[part * TOTAL + to + ((2u * IN + 0u) * 4u + 2u) * OUT + 0u] = sum2_2_0;
partial[part * TOTAL + to + ((2u * IN + 0u) * 4u + 2u) * OUT + 1u] = sum2_2_1;
partial[part * TOTAL + to + ((2u * IN + 0u) * 4u + 3u) * OUT + 0u] = sum2_3_0;
partial[part * TOTAL + to + ((2u * IN + 0u) * 4u + 3u) * OUT + 1u] = sum2_3_1;
  if (ky == PADDING && c == 0u) { partial[part * TOTAL + FILTER_SIZE + learner * OUT + o + 0u] = bias0;
partial[part * TOTAL + FILTER_SIZE + learner * OUT + o + 1u] = bias1; }
}

const LIMIT: u32 = 24u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// convolutionParameterGradientSum, 3 x 1 workgroups: partial float32[4, 592] -> dw float32[2, 36, 8], db float32[2, 1, 8]
//   0: partial (read-only-storage)
//   1: dw (storage)
//   2: db (storage)
const PARTS: u32 = 4u;
const FILTER_SIZE: u32 = 144u;
const TOTAL: u32 = 148u;
@group(0) @binding(0) var<storage, read> partial: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> dw: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> db: array<vec4f>;

fn run(i: u32) {
  var sum = partial[i];
  for (var part = 1u; part < PARTS; part++) { sum += partial[part * TOTAL + i]; }
  if (i < FILTER_SIZE) { dw[i] = sum; } else { db[i - FILTER_SIZE] = sum; }
}

const LIMIT: u32 = 148u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// convolutionInputGradient, 2 x 1 workgroups: dy float32[2, 256, 8], y float32[2, 256, 8], w float32[2, 36, 8] -> dx float32[2, 256, 4]
//   0: dy (read-only-storage)
//   1: y (read-only-storage)
//   2: w (read-only-storage)
//   3: dx (storage)
const KERNEL: u32 = 3u;
const STRIDE: u32 = 1u;
const PADDING: u32 = 1u;
const SLICES: u32 = 1u;
const LEARNERS: u32 = 2u;
const SAMPLES: u32 = 4u;
const HEIGHT: u32 = 8u;
const WIDTH: u32 = 8u;
const OUT_HEIGHT: u32 = 8u;
const OUT_WIDTH: u32 = 8u;
const IN: u32 = 1u;
const OUT: u32 = 2u;
const VECTORS: u32 = 1u;
const IMAGES: u32 = 4u;
const BLOCKS: u32 = 1u;
const GRID_HEIGHT: u32 = 8u;
const GRID_WIDTH: u32 = 8u;
@group(0) @binding(0) var<storage, read> dy: array<vec4f>;
@group(0) @binding(1) var<storage, read> y: array<vec4f>;
@group(0) @binding(2) var<storage, read> w: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> dx: array<vec4f>;

fn run(i: u32) {
  let c = (i % (IN / VECTORS)) * VECTORS;
  var rest = i / (IN / VECTORS);
  let grid_column = rest % GRID_WIDTH;
  rest /= GRID_WIDTH;
  let grid_row = rest % GRID_HEIGHT;
  rest /= GRID_HEIGHT;
  let column = grid_column * STRIDE + rest % STRIDE;
  rest /= STRIDE;
  let row = grid_row * STRIDE + rest % STRIDE;
  let block = rest / STRIDE;
  if (row >= HEIGHT || column >= WIDTH) { return; }
  let learner = block / BLOCKS;
  // The last block may have too few images: it computes its last one several times, alike.
  let image0 = learner * SAMPLES + min((block % BLOCKS) * IMAGES + 0u, SAMPLES - 1u);
let image1 = learner * SAMPLES + min((block % BLOCKS) * IMAGES + 1u, SAMPLES - 1u);
let image2 = learner * SAMPLES + min((block % BLOCKS) * IMAGES + 2u, SAMPLES - 1u);
let image3 = learner * SAMPLES + min((block % BLOCKS) * IMAGES + 3u, SAMPLES - 1u);
  let from0 = image0 * (OUT_HEIGHT * OUT_WIDTH * OUT);
let from1 = image1 * (OUT_HEIGHT * OUT_WIDTH * OUT);
let from2 = image2 * (OUT_HEIGHT * OUT_WIDTH * OUT);
let from3 = image3 * (OUT_HEIGHT * OUT_WIDTH * OUT);
  var sum0_0 = vec4f(0);
var sum1_0 = vec4f(0);
var sum2_0 = vec4f(0);
var sum3_0 = vec4f(0);
  // Output positions that see this pixel: out_row * STRIDE + ky = row + PADDING for a tap ky.
  let first_row = (max(row + PADDING, KERNEL - 1u) + STRIDE - KERNEL) / STRIDE;
  let rows = min((row + PADDING) / STRIDE + 1u, OUT_HEIGHT) - first_row;
  let first_column = (max(column + PADDING, KERNEL - 1u) + STRIDE - KERNEL) / STRIDE;
  let end_column = min((column + PADDING) / STRIDE + 1u, OUT_WIDTH);
  var out_row = first_row;
  var out_column = first_column;
  var o = 0u;
  for (var step = rows * (end_column - first_column) * OUT; step > 0u; step--) {
    let tap = (row + PADDING - out_row * STRIDE) * KERNEL + column + PADDING - out_column * STRIDE;
    let weight = ((learner * KERNEL * KERNEL + tap) * IN + c) * (4u * OUT) + o;
    let at = (out_row * OUT_WIDTH + out_column) * OUT + o;
    let g0 = select(dy[from0 + at], vec4f(0), y[from0 + at] <= vec4f(0));
let g1 = select(dy[from1 + at], vec4f(0), y[from1 + at] <= vec4f(0));
let g2 = select(dy[from2 + at], vec4f(0), y[from2 + at] <= vec4f(0));
let g3 = select(dy[from3 + at], vec4f(0), y[from3 + at] <= vec4f(0));
    let w0 = w[weight + 0u * OUT];
let w1 = w[weight + 1u * OUT];
let w2 = w[weight + 2u * OUT];
let w3 = w[weight + 3u * OUT];
    sum0_0 += vec4f(dot(g0, w0), dot(g0, w1), dot(g0, w2), dot(g0, w3));
sum1_0 += vec4f(dot(g1, w0), dot(g1, w1), dot(g1, w2), dot(g1, w3));
sum2_0 += vec4f(dot(g2, w0), dot(g2, w1), dot(g2, w2), dot(g2, w3));
sum3_0 += vec4f(dot(g3, w0), dot(g3, w1), dot(g3, w2), dot(g3, w3));
    o++;
    let is_last_vector = o == OUT;
    o = select(o, 0u, is_last_vector);
    out_column += select(0u, 1u, is_last_vector);
    let is_last_column = out_column == end_column;
    out_column = select(out_column, first_column, is_last_column);
    out_row += select(0u, 1u, is_last_column);
  }
  let to = (row * WIDTH + column) * IN + c;
  dx[to + image0 * (HEIGHT * WIDTH * IN) + 0u] = sum0_0;
dx[to + image1 * (HEIGHT * WIDTH * IN) + 0u] = sum1_0;
dx[to + image2 * (HEIGHT * WIDTH * IN) + 0u] = sum2_0;
dx[to + image3 * (HEIGHT * WIDTH * IN) + 0u] = sum3_0;
}

const LIMIT: u32 = 128u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}
