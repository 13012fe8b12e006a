// draw views, 1 x 1 workgroups: seeds int32[1] -> samples int32[1, 64], views float32[1, 64, 34]
//   0: seeds (read-only-storage)
//   1: samples (storage)
//   2: views (storage)
//   3: block (uniform)
const LEARNERS: u32 = 2u;
const VIEWS: u32 = 64u;
@group(0) @binding(0) var<storage, read> seeds: array<i32>;
@group(0) @binding(1) var<storage, read_write> samples: array<i32>;
@group(0) @binding(2) var<storage, read_write> views: array<View>;
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
/** Where a number is drawn. */
struct Draw {
  seed: u32,
  step: u32,
  sample: u32,
  purpose: u32,
  /** Which draw of this sample. */
  lane: u32,
}

/** Four independent uniform 32-bit words. */
fn hashWords(draw: Draw) -> vec4u {
  var v = vec4u(draw.seed, draw.step, draw.sample, (draw.lane << 8u) | draw.purpose) * 1664525u + 1013904223u;
  v = mixed(v);
  return mixed(v ^ (v >> vec4u(16u)));
}

fn mixed(words: vec4u) -> vec4u {
  var v = words;
  v.x += v.y * v.w;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v.w += v.y * v.z;
  return v;
}

/** The upper 24 bits of each word as numbers in [0, 1), exact. */
fn unitInterval(words: vec4u) -> vec4f {
  return vec4f(words >> vec4u(8u)) / 16777216.0;
}

/** Nearly normal numbers: the standardised sum of the four bytes of each word (mean 510, variance 65535 / 3). */
fn byteNormal(words: vec4u) -> vec4f {
  let pairs = (words & vec4u(0x00ff00ffu)) + ((words >> vec4u(8u)) & vec4u(0x00ff00ffu));
  let sums = (pairs & vec4u(0xffffu)) + (pairs >> vec4u(16u));
  return (vec4f(sums) - 510.0) / 147.80054f;
}

/** (sine, cosine) of an angle in turns. */
fn sinCos(turns: f32) -> vec2f {
  let quarter = round(4.0 * turns);
  let x = (turns - 0.25 * quarter) * 6.283185307f;
  let z = x * x;
  let sine = x + x * z * (-1.6666654611e-1f + z * (8.3321608736e-3f - z * 1.9515295891e-4f));
  let cosine = 1.0 - 0.5 * z + z * z * (4.166664568298827e-2f + z * (-1.388731625493765e-3f + z * 2.443315711809948e-5f));
  switch u32(i32(quarter)) & 3u {
    case 0u: { return vec2f(sine, cosine); }
    case 1u: { return vec2f(cosine, -sine); }
    case 2u: { return vec2f(-sine, -cosine); }
    default: { return vec2f(-cosine, sine); }
  }
}

/** Sample in a slot of a batch. */
fn batchSample(seed: u32, step: u32, slot: u32) -> u32 {
  let epoch = step / 8u;
  var image = feistel((step % 8u) * 32u + slot, seed, epoch);
  while (image >= 256u) { image = feistel(image, seed, epoch); }
  return image;
}

fn feistel(value: u32, seed: u32, epoch: u32) -> u32 {
  let mask = (1u << 4u) - 1u;
  var left = value >> 4u;
  var right = value & mask;
  for (var round = 0u; round < 8u; round++) {
    let image = left ^ (hashWords(Draw(seed, epoch, right, 3u, round)).x & mask);
    left = right;
    right = image;
  }
  return (left << 4u) | right;
}

struct View {
  centreX: f32,
  centreY: f32,
  width: f32,
  height: f32,
  rotation: f32,
  flip: f32,
  brightness: f32,
  contrast: f32,
  saturation: f32,
  hue: f32,
  grey: f32,
  blur: f32,
  cutout: f32,
  cutoutX: f32,
  cutoutY: f32,
  originX: f32,
  originY: f32,
  rightX: f32,
  rightY: f32,
  downX: f32,
  downY: f32,
  gain: f32,
  offset: f32,
  /** Columns of the matrix by which a pixel is multiplied. */
  colour: array<f32, 9>,
  /** Weights of a blur by distance. */
  weights: array<f32, 2>,
}

fn drawView(seed: u32, step: u32, sample: u32) -> View {
  var view: View;
  drawCrop(&view, unitInterval(hashWords(Draw(seed, step, sample, 4u, 0u))));
  let pose = hashWords(Draw(seed, step, sample, 4u, 1u));
  let jitter = hashWords(Draw(seed, step, sample, 4u, 2u));
  drawPose(&view, pose);
  drawLight(&view, pose, jitter);
  drawColour(&view, pose, jitter);
  drawBlur(&view, hashWords(Draw(seed, step, sample, 4u, 3u)));
  drawCutout(&view, hashWords(Draw(seed, step, sample, 4u, 16777215u)));
  return view;
}

/** [0, 1) to [-1, 1). */
fn symmetric(value: f32) -> f32 { return 2.0 * value - 1.0; }

/** 1 with a probability, else 0: of 2^24 numbers, those below `limit`. */
fn chance(word: u32, limit: u32) -> f32 { return select(0.0, 1.0, (word >> 8u) < limit); }

/** Area uniform, ratio of the sides log-uniform; a side longer than the image is cut to it. */
fn drawCrop(view: ptr<function, View>, draws: vec4f) {
  let side = sqrt(1f - draws.x * 0.46000000834465027f);
  let stretch = symmetric(draws.y) * 0.11119621247053146f;
  let size = min(vec2f(1.0), side * exp2(vec2f(stretch, -stretch)));
  let centre = 0.5 * size + draws.zw * (1.0 - size);
  (*view).width = size.x;
  (*view).height = size.y;
  (*view).centreX = centre.x;
  (*view).centreY = centre.y;
}

fn drawPose(view: ptr<function, View>, pose: vec4u) {
  let turns = symmetric(unitInterval(pose).x) * 0f;
  (*view).rotation = turns * 6.2831854820251465f;
  (*view).flip = chance(pose.y, 0u);
  let angle = sinCos(turns);
  let right = (*view).width * (1.0 - 2.0 * (*view).flip);
  (*view).rightX = angle.y * right;
  (*view).rightY = angle.x * right;
  (*view).downX = -angle.x * (*view).height;
  (*view).downY = angle.y * (*view).height;
  // Pixel centres are at half-integers.
  (*view).originX = (*view).centreX * 28f - 0.5;
  (*view).originY = (*view).centreY * 28f - 0.5;
}

fn drawLight(view: ptr<function, View>, pose: vec4u, jitter: vec4u) {
  let amount = chance(pose.z, 13421773u);
  (*view).brightness = 1.0 + amount * symmetric(unitInterval(pose).w) * 0.4000000059604645f;
  (*view).contrast = 1.0 + amount * symmetric(unitInterval(jitter).x) * 0.4000000059604645f;
  (*view).gain = (*view).brightness * (*view).contrast;
  (*view).offset = (*view).brightness * (1.0 - (*view).contrast);
}

fn drawColour(view: ptr<function, View>, pose: vec4u, jitter: vec4u) {
  let amount = chance(pose.z, 13421773u);
  let draws = unitInterval(jitter);
  let turns = amount * symmetric(draws.z) * 0.10000000149011612f;
  (*view).saturation = 1.0 + amount * symmetric(draws.y) * 0.4000000059604645f;
  (*view).hue = turns * 6.2831854820251465f;
  (*view).grey = chance(jitter.w, 1677722u);
  let turn = (*view).saturation * sinCos(turns);
  colourColumn(view, 0u, turn, vec3f(0.29899999499320984f, 0.5957159996032715f, 0.21145600080490112f), 0.29899999499320984f);
  colourColumn(view, 1u, turn, vec3f(0.5870000123977661f, -0.2744530141353607f, -0.5225909948348999f), 0.5870000123977661f);
  colourColumn(view, 2u, turn, vec3f(0.11400000005960464f, -0.32126298546791077f, 0.3111349940299988f), 0.11400000005960464f);
}

/** What channel j adds to the colours, given its share in Y, I and Q. */
fn colourColumn(view: ptr<function, View>, j: u32, turn: vec2f, yiq: vec3f, luma: f32) {
  let turned = vec3f(yiq.x, turn.y * yiq.y - turn.x * yiq.z, turn.x * yiq.y + turn.y * yiq.z);
  let column = select(mat3x3f(vec3f(1f, 1f, 1f), vec3f(0.9562957286834717f, -0.2721220850944519f, -1.1069890260696411f), vec3f(0.6210244297981262f, -0.6473805904388428f, 1.7046149969100952f)) * turned, vec3f(luma), (*view).grey == 1.0);
  for (var i = 0u; i < 3u; i++) { (*view).colour[3u * j + i] = column[i]; }
}

/** The weights of both sides sum to 1. */
fn drawBlur(view: ptr<function, View>, words: vec4u) {
  let deviation = 0.10000000149011612f + unitInterval(words).y * 1.899999976158142f;
  (*view).blur = chance(words.x, 4194304u) * deviation;
  var total = 1.0;
  (*view).weights[0] = 1.0;
  for (var shift = 1u; shift <= 1u; shift++) {
    let ratio = f32(shift) / deviation;
    (*view).weights[shift] = exp(-0.5 * ratio * ratio);
    total += 2.0 * (*view).weights[shift];
  }
  for (var shift = 0u; shift <= 1u; shift++) { (*view).weights[shift] /= total; }
}

/** Of a uniform number the upper 16 bits, so that products with a side are exact. */
fn drawCutout(view: ptr<function, View>, words: vec4u) {
  let centre = vec2f(words.yz >> vec2u(16u)) / 65536.0;
  (*view).cutout = chance(words.x, 0u);
  (*view).cutoutX = centre.x;
  (*view).cutoutY = centre.y;
}

fn run(i: u32) {
  let seed = bitcast<u32>(seeds[i / VIEWS]);
  let view = i % VIEWS;
  samples[i] = i32(batchSample(seed, block.step, view % 32u));
  views[i] = drawView(seed, block.step, view);
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

// gather views, 64 x 1 workgroups: images int32[50176], samples int32[1, 64], views float32[1, 64, 34] -> gathered float32[64, 784, 1], means float32[64]
//   0: images (read-only-storage)
//   1: samples (read-only-storage)
//   2: views (read-only-storage)
//   3: gathered (storage)
//   4: means (storage)
@group(0) @binding(0) var<storage, read> images: array<u32>;
@group(0) @binding(1) var<storage, read> samples: array<i32>;
@group(0) @binding(2) var<storage, read> views: array<View>;
@group(0) @binding(3) var<storage, read_write> gathered: array<Pixel>;
@group(0) @binding(4) var<storage, read_write> means: array<f32>;

struct View {
  centreX: f32,
  centreY: f32,
  width: f32,
  height: f32,
  rotation: f32,
  flip: f32,
  brightness: f32,
  contrast: f32,
  saturation: f32,
  hue: f32,
  grey: f32,
  blur: f32,
  cutout: f32,
  cutoutX: f32,
  cutoutY: f32,
  originX: f32,
  originY: f32,
  rightX: f32,
  rightY: f32,
  downX: f32,
  downY: f32,
  gain: f32,
  offset: f32,
  /** Columns of the matrix by which a pixel is multiplied. */
  colour: array<f32, 9>,
  /** Weights of a blur by distance. */
  weights: array<f32, 2>,
}

alias Pixel = f32;
fn channel(pixel: Pixel, c: u32) -> f32 { return pixel; }
fn greyOf(pixel: Pixel) -> f32 { return pixel; }

fn image(at: u32) -> f32 { return f32((images[at >> 2u] >> (8u * (at & 3u))) & 255u) / 255.0; }
fn imagePixel(at: u32) -> Pixel { return Pixel(image(at + 0u)); }

struct Place {
  /** First value of the image. */
  first: u32,
  /** Of the middle of the view, and steps of one pixel, in pixels of the image. */
  origin: vec2f,
  right: vec2f,
  down: vec2f,
}

fn placeOf(view: u32) -> Place {
  return Place(
    u32(samples[view]) * 784u,
    vec2f(views[view].originX, views[view].originY),
    vec2f(views[view].rightX, views[view].rightY),
    vec2f(views[view].downX, views[view].downY),
  );
}

fn viewPixel(place: Place, row: u32, column: u32) -> Pixel {
  let across = f32(column) - 13.5f;
  let along = f32(row) - 13.5f;
  let at = mirrored(place.origin + across * place.right + along * place.down);
  let whole = floor(at);
  let part = at - whole;
  let near = vec2u(whole);
  let far = min(near + 1u, vec2u(27u, 27u));
  let columns = vec2u(near.x, far.x) * 1u;
  let rows = vec2u(near.y, far.y) * 28u + place.first;
  return mix(
    mix(imagePixel(rows.x + columns.x), imagePixel(rows.x + columns.y), part.x),
    mix(imagePixel(rows.y + columns.x), imagePixel(rows.y + columns.y), part.x),
    part.y,
  );
}

/** Mirrored at the outer edges of the border pixels, then kept within the outermost pixel centres. */
fn mirrored(at: vec2f) -> vec2f {
  const PERIOD = vec2f(56f, 56f);
  let edge = abs(at + 0.5);
  let within = edge - PERIOD * floor(edge * (1.0 / PERIOD));
  return clamp(min(within, PERIOD - within) - 0.5, vec2f(0.0), 0.5 * PERIOD - 1.0);
}
var<workgroup> sums: array<f32, 64>;
fn run(view: u32, lane: u32) {
  let place = placeOf(view);
  var sum = 0.0;
  for (var at = lane; at < 784u; at += 64u) {
    let row = at / 28u;
    let pixel = viewPixel(place, row, at - row * 28u);
    gathered[view * 784u + at] = pixel;
    sum += greyOf(pixel);
  }
  
  sums[lane] = sum;
  workgroupBarrier();
  if (lane == 0u) {
    var total = 0.0;
    for (var i = 0u; i < 64u; i++) { total += sums[i]; }
    means[view] = total / 784.0;
  }
}

const LIMIT: u32 = 64u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  if (group < LIMIT) { run(group, lane); }
}

// finish views, 196 x 1 workgroups: gathered float32[64, 784, 1], views float32[1, 64, 34], means float32[64], seeds int32[1] -> y float32[1, 64, 28, 28, 1]
//   0: gathered (read-only-storage)
//   1: views (read-only-storage)
//   2: means (read-only-storage)
//   3: seeds (read-only-storage)
//   4: y (storage)
//   5: block (uniform)
const LEARNERS: u32 = 2u;
const VIEWS: u32 = 64u;
@group(0) @binding(0) var<storage, read> gathered: array<Pixel>;
@group(0) @binding(1) var<storage, read> views: array<View>;
@group(0) @binding(2) var<storage, read> means: array<f32>;
@group(0) @binding(3) var<storage, read> seeds: array<i32>;
@group(0) @binding(4) var<storage, read_write> y: array<vec4f>;
@group(0) @binding(5) var<uniform> block: StepBlock;

struct View {
  centreX: f32,
  centreY: f32,
  width: f32,
  height: f32,
  rotation: f32,
  flip: f32,
  brightness: f32,
  contrast: f32,
  saturation: f32,
  hue: f32,
  grey: f32,
  blur: f32,
  cutout: f32,
  cutoutX: f32,
  cutoutY: f32,
  originX: f32,
  originY: f32,
  rightX: f32,
  rightY: f32,
  downX: f32,
  downY: f32,
  gain: f32,
  offset: f32,
  /** Columns of the matrix by which a pixel is multiplied. */
  colour: array<f32, 9>,
  /** Weights of a blur by distance. */
  weights: array<f32, 2>,
}

alias Pixel = f32;
fn channel(pixel: Pixel, c: u32) -> f32 { return pixel; }
fn greyOf(pixel: Pixel) -> f32 { return pixel; }

struct Place { first: u32 }

fn placeOf(view: u32) -> Place { return Place(view * 784u); }

fn viewPixel(place: Place, row: u32, column: u32) -> Pixel {
  return gathered[place.first + row * 28u + column];
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
/** Where a number is drawn. */
struct Draw {
  seed: u32,
  step: u32,
  sample: u32,
  purpose: u32,
  /** Which draw of this sample. */
  lane: u32,
}

/** Four independent uniform 32-bit words. */
fn hashWords(draw: Draw) -> vec4u {
  var v = vec4u(draw.seed, draw.step, draw.sample, (draw.lane << 8u) | draw.purpose) * 1664525u + 1013904223u;
  v = mixed(v);
  return mixed(v ^ (v >> vec4u(16u)));
}

fn mixed(words: vec4u) -> vec4u {
  var v = words;
  v.x += v.y * v.w;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v.w += v.y * v.z;
  return v;
}

/** The upper 24 bits of each word as numbers in [0, 1), exact. */
fn unitInterval(words: vec4u) -> vec4f {
  return vec4f(words >> vec4u(8u)) / 16777216.0;
}

/** Nearly normal numbers: the standardised sum of the four bytes of each word (mean 510, variance 65535 / 3). */
fn byteNormal(words: vec4u) -> vec4f {
  let pairs = (words & vec4u(0x00ff00ffu)) + ((words >> vec4u(8u)) & vec4u(0x00ff00ffu));
  let sums = (pairs & vec4u(0xffffu)) + (pairs >> vec4u(16u));
  return (vec4f(sums) - 510.0) / 147.80054f;
}
/** Noise of values 4 group .. 4 group + 3 of a view; one hash makes the four. */
fn noise(view: u32, group: u32) -> vec4f {
  let seed = bitcast<u32>(seeds[view / VIEWS]);
  let draw = Draw(seed, block.step, view % VIEWS, 4u, 4u + group);
  return 0.05000000074505806f * byteNormal(hashWords(draw));
}

fn store(view: u32, group: u32, four: vec4f) { y[view * 196u + group] = four; }

fn run(i: u32) {
  let view = i / 196u;
  let part = i % 196u;
  let place = placeOf(view);
  let jitter = jitterOf(view);
  var values: array<f32, 4>;
  for (var k = 0u; k < 4u; k++) {
    let at = min(part * 4u + k, 783u);
    let row = at / 28u;
    let pixel = jittered(jitter, blurred(view, place, row, at - row * 28u));
    for (var c = 0u; c < 1u; c++) { values[k * 1u + c] = channel(pixel, c); }
  }
  for (var j = 0u; j < 1u; j++) {
    let group = part * 1u + j;
    let four = vec4f(values[4u * j], values[4u * j + 1u], values[4u * j + 2u], values[4u * j + 3u]);
    store(view, group, cutOut(view, group, 2.0 * (saturate(four + noise(view, group)) - 0.5)));
  }
}

struct Jitter { light: vec2f }

fn jitterOf(view: u32) -> Jitter { return Jitter(lightOf(view)); }

fn jittered(jitter: Jitter, pixel: Pixel) -> Pixel { return jitter.light.x * pixel + jitter.light.y; }

/** Factor and summand. */
fn lightOf(view: u32) -> vec2f { return vec2f(views[view].gain, views[view].offset * means[view]); }

/** Rows and columns at once: the radius is small. */
fn blurred(view: u32, place: Place, row: u32, column: u32) -> Pixel {
  if (views[view].blur == 0.0) { return viewPixel(place, row, column); }
  var sum = Pixel();
  for (var y = -1; y <= 1; y++) {
    let weight = views[view].weights[abs(y)];
    let at = reflected(i32(row) + y, 28);
    for (var x = -1; x <= 1; x++) {
      sum += weight * views[view].weights[abs(x)] * viewPixel(place, at, reflected(i32(column) + x, 28));
    }
  }
  return sum;
}

/** Mirrored at the outer edges of the border pixels. */
fn reflected(at: i32, side: i32) -> u32 {
  return u32(select(select(at, 2 * side - 1 - at, at >= side), -1 - at, at < 0));
}

fn cutOut(view: u32, group: u32, four: vec4f) -> vec4f { return four; }

const LIMIT: u32 = 12544u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}
