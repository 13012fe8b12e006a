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
fn hash_words(draw: Draw) -> vec4u {
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
fn unit_interval(words: vec4u) -> vec4f {
  return vec4f(words >> vec4u(8u)) / 16777216.0;
}

/** Nearly normal numbers: the standardized sum of the four bytes of each word (mean 510, variance 65535 / 3). */
fn byte_normal(words: vec4u) -> vec4f {
  let pairs = (words & vec4u(0x00ff00ffu)) + ((words >> vec4u(8u)) & vec4u(0x00ff00ffu));
  let sums = (pairs & vec4u(0xffffu)) + (pairs >> vec4u(16u));
  return (vec4f(sums) - 510.0) / 147.80054f;
}
fn own_batch(index: u32) -> u32 {
  return 32u;
}
fn own_view(view: u32) -> u32 {
  let row = view % VIEWS;
  return select(row - 32u + own_batch(view / VIEWS), row, row < 32u);
}

/** (sine, cosine) of an angle in turns. */
fn sin_cos(turns: f32) -> vec2f {
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

/** Sample in a slot of a slice's batch; slots beyond its own size begin it again. */
fn batch_sample(slice: u32, seed: u32, step: u32, slot: u32) -> u32 {
  let size = own_batch(slice);
  let batches = 256u / size;
  let epoch = step / batches;
  var image = feistel((step % batches) * size + slot % size, seed, epoch);
  while (image >= 256u) { image = feistel(image, seed, epoch); }
  return image;
}

fn feistel(value: u32, seed: u32, epoch: u32) -> u32 {
  let mask = (1u << 4u) - 1u;
  var left = value >> 4u;
  var right = value & mask;
  for (var round = 0u; round < 8u; round++) {
    let image = left ^ (hash_words(Draw(seed, epoch, right, 3u, round)).x & mask);
    left = right;
    right = image;
  }
  return (left << 4u) | right;
}

struct View {
  center_x: f32,
  center_y: f32,
  width: f32,
  height: f32,
  flip: f32,
  rotation: f32,
  brightness: f32,
  contrast: f32,
  saturation: f32,
  hue: f32,
  grey: f32,
  blur: f32,
  cutout: f32,
  cutout_x: f32,
  cutout_y: f32,
  origin_x: f32,
  origin_y: f32,
  right_x: f32,
  right_y: f32,
  down_x: f32,
  down_y: f32,
  gain: f32,
  offset: f32,
  color: array<f32, 9>,
  weights: array<f32, 2>,
}

fn draw_view(seed: u32, step: u32, sample: u32) -> View {
  var view: View;
  let lane_0 = hash_words(Draw(seed, step, sample, 4u, 0u));
  let unit_0 = unit_interval(lane_0);
  let lane_1 = hash_words(Draw(seed, step, sample, 4u, 1u));
  let unit_1 = unit_interval(lane_1);
  let lane_2 = hash_words(Draw(seed, step, sample, 4u, 2u));
  let unit_2 = unit_interval(lane_2);
  let lane_3 = hash_words(Draw(seed, step, sample, 4u, 3u));
  let unit_3 = unit_interval(lane_3);
  let lane_16777215 = hash_words(Draw(seed, step, sample, 4u, 16777215u));
  let unit_16777215 = unit_interval(lane_16777215);
  let crop_side = sqrt(1f - unit_0.x * 0.46000000834465027f);
  let crop_stretch = symmetric(unit_0.y) * 0.11119621247053146f;
  let crop_size = min(vec2f(1.0), crop_side * exp2(vec2f(crop_stretch, -crop_stretch)));
  let crop_center = 0.5 * crop_size + unit_0.zw * (1.0 - crop_size);
  view.width = crop_size.x;
  view.height = crop_size.y;
  view.center_x = crop_center.x;
  view.center_y = crop_center.y;
  view.flip = chance(lane_1.y, 0u);
  let rotation_turns = symmetric(unit_1.x) * 0f;
  view.rotation = rotation_turns * 6.2831854820251465f;
  let jitter_amount = chance(lane_1.z, 13421773u);
  view.brightness = 1.0 + jitter_amount * symmetric(unit_1.w) * 0.4000000059604645f;
  view.contrast = 1.0 + jitter_amount * symmetric(unit_2.x) * 0.4000000059604645f;
  view.saturation = 1.0 + jitter_amount * symmetric(unit_2.y) * 0.4000000059604645f;
  let hue_turns = jitter_amount * symmetric(unit_2.z) * 0.10000000149011612f;
  view.hue = hue_turns * 6.2831854820251465f;
  view.grey = chance(lane_2.w, 1677722u);
  let blur_deviation = 0.10000000149011612f + unit_3.y * 1.899999976158142f;
  view.blur = chance(lane_3.x, 4194304u) * blur_deviation;
  let cutout_center = vec2f(lane_16777215.yz >> vec2u(16u)) / 65536.0;
  view.cutout = chance(lane_16777215.x, 0u);
  view.cutout_x = cutout_center.x;
  view.cutout_y = cutout_center.y;
  let pose_angle = sin_cos(rotation_turns);
  let pose_right = view.width * (1.0 - 2.0 * view.flip);
  view.right_x = pose_angle.y * pose_right;
  view.right_y = pose_angle.x * pose_right;
  view.down_x = -pose_angle.x * view.height;
  view.down_y = pose_angle.y * view.height;
  // Pixel centers are at half-integers.
  view.origin_x = view.center_x * 28f - 0.5;
  view.origin_y = view.center_y * 28f - 0.5;
  view.gain = view.brightness * view.contrast;
  view.offset = view.brightness * (1.0 - view.contrast);
  let color_turn = view.saturation * sin_cos(hue_turns);
  let color_yiq_0 = vec3f(0.29899999499320984f, 0.5957159996032715f, 0.21145600080490112f);
  let color_turned_0 = vec3f(
    color_yiq_0.x,
    color_turn.y * color_yiq_0.y - color_turn.x * color_yiq_0.z,
    color_turn.x * color_yiq_0.y + color_turn.y * color_yiq_0.z,
  );
  let color_0 = select(mat3x3f(vec3f(1f, 1f, 1f), vec3f(0.9562957286834717f, -0.2721220850944519f, -1.1069890260696411f), vec3f(0.6210244297981262f, -0.6473805904388428f, 1.7046149969100952f)) * color_turned_0, vec3f(0.29899999499320984f), view.grey == 1.0);
  for (var i = 0u; i < 3u; i++) { view.color[0u + i] = color_0[i]; }
  let color_yiq_1 = vec3f(0.5870000123977661f, -0.2744530141353607f, -0.5225909948348999f);
  let color_turned_1 = vec3f(
    color_yiq_1.x,
    color_turn.y * color_yiq_1.y - color_turn.x * color_yiq_1.z,
    color_turn.x * color_yiq_1.y + color_turn.y * color_yiq_1.z,
  );
  let color_1 = select(mat3x3f(vec3f(1f, 1f, 1f), vec3f(0.9562957286834717f, -0.2721220850944519f, -1.1069890260696411f), vec3f(0.6210244297981262f, -0.6473805904388428f, 1.7046149969100952f)) * color_turned_1, vec3f(0.5870000123977661f), view.grey == 1.0);
  for (var i = 0u; i < 3u; i++) { view.color[3u + i] = color_1[i]; }
  let color_yiq_2 = vec3f(0.11400000005960464f, -0.32126298546791077f, 0.3111349940299988f);
  let color_turned_2 = vec3f(
    color_yiq_2.x,
    color_turn.y * color_yiq_2.y - color_turn.x * color_yiq_2.z,
    color_turn.x * color_yiq_2.y + color_turn.y * color_yiq_2.z,
  );
  let color_2 = select(mat3x3f(vec3f(1f, 1f, 1f), vec3f(0.9562957286834717f, -0.2721220850944519f, -1.1069890260696411f), vec3f(0.6210244297981262f, -0.6473805904388428f, 1.7046149969100952f)) * color_turned_2, vec3f(0.11400000005960464f), view.grey == 1.0);
  for (var i = 0u; i < 3u; i++) { view.color[6u + i] = color_2[i]; }
  var blur_total = 1.0;
  view.weights[0] = 1.0;
  for (var shift = 1u; shift <= 1u; shift++) {
    let ratio = f32(shift) / blur_deviation;
    view.weights[shift] = exp(-0.5 * ratio * ratio);
    blur_total += 2.0 * view.weights[shift];
  }
  for (var shift = 0u; shift <= 1u; shift++) { view.weights[shift] /= blur_total; }
  return view;
}

/** [0, 1) to [-1, 1). */
fn symmetric(value: f32) -> f32 { return 2.0 * value - 1.0; }

/** 1 with a probability, else 0: of 2^24 numbers, those below `limit`. */
fn chance(word: u32, limit: u32) -> f32 { return select(0.0, 1.0, (word >> 8u) < limit); }

fn run(i: u32) {
  let slice = i / VIEWS;
  let seed = bitcast<u32>(seeds[slice]);
  samples[i] = i32(batch_sample(slice, seed, block.step, i % VIEWS % 32u));
  views[i] = draw_view(seed, block.step, own_view(i));
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
  center_x: f32,
  center_y: f32,
  width: f32,
  height: f32,
  flip: f32,
  rotation: f32,
  brightness: f32,
  contrast: f32,
  saturation: f32,
  hue: f32,
  grey: f32,
  blur: f32,
  cutout: f32,
  cutout_x: f32,
  cutout_y: f32,
  origin_x: f32,
  origin_y: f32,
  right_x: f32,
  right_y: f32,
  down_x: f32,
  down_y: f32,
  gain: f32,
  offset: f32,
  color: array<f32, 9>,
  weights: array<f32, 2>,
}

alias Pixel = f32;
fn channel(pixel: Pixel, c: u32) -> f32 { return pixel; }
fn grey_of(pixel: Pixel) -> f32 { return pixel; }

fn image(at: u32) -> f32 { return f32((images[at >> 2u] >> (8u * (at & 3u))) & 255u) / 255.0; }
fn image_pixel(at: u32) -> Pixel { return Pixel(image(at + 0u)); }

struct Place {
  /** First value of the image. */
  first: u32,
  /** Of the middle of the view, and steps of one pixel, in pixels of the image. */
  origin: vec2f,
  right: vec2f,
  down: vec2f,
}

fn place_of(view: u32) -> Place {
  return Place(
    u32(samples[view]) * 784u,
    vec2f(views[view].origin_x, views[view].origin_y),
    vec2f(views[view].right_x, views[view].right_y),
    vec2f(views[view].down_x, views[view].down_y),
  );
}

fn view_pixel(place: Place, row: u32, column: u32) -> Pixel {
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
    mix(image_pixel(rows.x + columns.x), image_pixel(rows.x + columns.y), part.x),
    mix(image_pixel(rows.y + columns.x), image_pixel(rows.y + columns.y), part.x),
    part.y,
  );
}

/** Mirrored at the outer edges of the border pixels, then kept within the outermost pixel centers. */
fn mirrored(at: vec2f) -> vec2f {
  const PERIOD = vec2f(56f, 56f);
  let edge = abs(at + 0.5);
  let within = edge - PERIOD * floor(edge * (1.0 / PERIOD));
  return clamp(min(within, PERIOD - within) - 0.5, vec2f(0.0), 0.5 * PERIOD - 1.0);
}
var<workgroup> sums: array<f32, 64>;
fn run(view: u32, lane: u32) {
  let place = place_of(view);
  var sum = 0.0;
  for (var at = lane; at < 784u; at += 64u) {
    let row = at / 28u;
    let pixel = view_pixel(place, row, at - row * 28u);
    gathered[view * 784u + at] = pixel;
    sum += grey_of(pixel);
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
  center_x: f32,
  center_y: f32,
  width: f32,
  height: f32,
  flip: f32,
  rotation: f32,
  brightness: f32,
  contrast: f32,
  saturation: f32,
  hue: f32,
  grey: f32,
  blur: f32,
  cutout: f32,
  cutout_x: f32,
  cutout_y: f32,
  origin_x: f32,
  origin_y: f32,
  right_x: f32,
  right_y: f32,
  down_x: f32,
  down_y: f32,
  gain: f32,
  offset: f32,
  color: array<f32, 9>,
  weights: array<f32, 2>,
}

alias Pixel = f32;
fn channel(pixel: Pixel, c: u32) -> f32 { return pixel; }
fn grey_of(pixel: Pixel) -> f32 { return pixel; }

struct Place { first: u32 }

fn place_of(view: u32) -> Place { return Place(view * 784u); }

fn view_pixel(place: Place, row: u32, column: u32) -> Pixel {
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
fn hash_words(draw: Draw) -> vec4u {
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
fn unit_interval(words: vec4u) -> vec4f {
  return vec4f(words >> vec4u(8u)) / 16777216.0;
}

/** Nearly normal numbers: the standardized sum of the four bytes of each word (mean 510, variance 65535 / 3). */
fn byte_normal(words: vec4u) -> vec4f {
  let pairs = (words & vec4u(0x00ff00ffu)) + ((words >> vec4u(8u)) & vec4u(0x00ff00ffu));
  let sums = (pairs & vec4u(0xffffu)) + (pairs >> vec4u(16u));
  return (vec4f(sums) - 510.0) / 147.80054f;
}
fn own_batch(index: u32) -> u32 {
  return 32u;
}
fn own_view(view: u32) -> u32 {
  let row = view % VIEWS;
  return select(row - 32u + own_batch(view / VIEWS), row, row < 32u);
}

fn store(view: u32, group: u32, four: vec4f) { y[view * 196u + group] = four; }

fn run(i: u32) {
  let view = i / 196u;
  let part = i % 196u;
  let place = place_of(view);
  let jitter = jitter_of(view);
  var values: array<f32, 4>;
  for (var k = 0u; k < 4u; k++) {
    let at = min(part * 4u + k, 783u);
    let row = at / 28u;
    let column = at - row * 28u;
    let pixel = jittered(jitter, around(view, place, row, column));
    for (var c = 0u; c < 1u; c++) { values[k * 1u + c] = channel(pixel, c); }
  }
  for (var j = 0u; j < 1u; j++) {
    let group = part * 1u + j;
    let four = vec4f(values[4u * j], values[4u * j + 1u], values[4u * j + 2u], values[4u * j + 3u]);
    store(view, group, 2.0 * (saturate(four + noise(view, group)) - 0.5));
  }
}

/** Rows and columns at once: the radius is small. */
fn around(view: u32, place: Place, row: u32, column: u32) -> Pixel {
  if (views[view].blur == 0.0) { return view_pixel(place, row, column); }
  var sum = Pixel();
  for (var y = -1; y <= 1; y++) {
    let weight = views[view].weights[abs(y)];
    let at = reflected(i32(row) + y, 28);
    for (var x = -1; x <= 1; x++) {
      sum += weight * views[view].weights[abs(x)] * view_pixel(place, at, reflected(i32(column) + x, 28));
    }
  }
  return sum;
}

/** Mirrored at the outer edges of the border pixels. */
fn reflected(at: i32, side: i32) -> u32 {
  return u32(select(select(at, 2 * side - 1 - at, at >= side), -1 - at, at < 0));
}
/** Factor and summand. */
fn light_of(view: u32) -> vec2f { return vec2f(views[view].gain, views[view].offset * means[view]); }
struct Jitter { light: vec2f }

fn jitter_of(view: u32) -> Jitter { return Jitter(light_of(view)); }

fn jittered(jitter: Jitter, pixel: Pixel) -> Pixel { return jitter.light.x * pixel + jitter.light.y; }
/** Noise of values 4 group .. 4 group + 3 of a view; one hash makes the four. */
fn noise(view: u32, group: u32) -> vec4f {
  let seed = bitcast<u32>(seeds[view / VIEWS]);
  let draw = Draw(seed, block.step, own_view(view), 4u, 4u + group);
  return 0.05000000074505806f * byte_normal(hash_words(draw));
}

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
