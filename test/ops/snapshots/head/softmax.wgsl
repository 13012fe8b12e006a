// head: normalize, 1 x 1 workgroups: z float32[2, 8, 4] -> unit float32[2, 8, 4], inverse_norm float32[2, 8]
//   0: z (read-only-storage)
//   1: unit (storage)
//   2: inverse_norm (storage)
const VIEWS: u32 = 8u;
const SAMPLES: u32 = 4u;
const LEARNERS: u32 = 2u;
const SIZE: u32 = 4u;
const ROWS: u32 = 8u;
const VECTORS: u32 = 1u;
const ALL_VIEWS: u32 = 8u;
const ALL_SAMPLES: u32 = 4u;
@group(0) @binding(0) var<storage, read> z: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> unit: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> inverse_norm: array<f32>;

fn see_learner(learner: u32) {}
fn row_of(i: u32) -> u32 { return i; }

fn load(row: u32, k: u32) -> vec4f { return z[row * VECTORS + k]; }

fn run(i: u32) {
  let view = i % ROWS;
  see_learner(i / ROWS);
  let row = i / ROWS * ALL_VIEWS + row_of(view);
  var inverse = 0.0;
  if (view < VIEWS) {
    var squared = 0.0;
    for (var k = 0u; k < VECTORS; k++) {
      let part = load(row, k);
      squared += dot(part, part);
    }
    // Asked this way round, NaN stays NaN, and a learner that diverged is noticed.
    inverse = select(inverseSqrt(squared), 0.0, squared <= 1e-24);
  }
  inverse_norm[i] = inverse;
  for (var k = 0u; k < VECTORS; k++) {
    var part = vec4f();
    if (view < VIEWS) { part = load(row, k) * inverse; }
    unit[i * VECTORS + k] = part;
  }
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

// head: cosines, 1 x 1 workgroups: unit float32[2, 8, 4] -> cosines float32[2, 8, 8]
//   0: unit (read-only-storage)
//   1: cosines (storage)
const VIEWS: u32 = 8u;
const SAMPLES: u32 = 4u;
const LEARNERS: u32 = 2u;
const SIZE: u32 = 4u;
const ROWS: u32 = 8u;
const VECTORS: u32 = 1u;
const ALL_VIEWS: u32 = 8u;
const ALL_SAMPLES: u32 = 4u;
const BLOCKS: u32 = 2u;
@group(0) @binding(0) var<storage, read> unit: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> cosines: array<vec4f>;

fn see_learner(learner: u32) {}
fn row_of(i: u32) -> u32 { return i; }
/** Four views, one in each column, at one vector of their dimensions. */
fn four(view: u32, k: u32) -> mat4x4f {
  let at = view * VECTORS + k;
  return mat4x4f(unit[at], unit[at + VECTORS], unit[at + 2u * VECTORS], unit[at + 3u * VECTORS]);
}

fn write(learner: u32, i: u32, j: u32, block: mat4x4f) {
  let at = (learner * ROWS + 4u * i) * BLOCKS + j;
  cosines[at] = block[0];
  cosines[at + BLOCKS] = block[1];
  cosines[at + 2u * BLOCKS] = block[2];
  cosines[at + 3u * BLOCKS] = block[3];
}

fn run(index: u32) {
  let j = index % BLOCKS;
  let i = index / BLOCKS % BLOCKS;
  let learner = index / BLOCKS / BLOCKS;
  if (j < i) { return; }
  var block = mat4x4f();
  for (var k = 0u; k < VECTORS; k++) {
    block += transpose(four(learner * ROWS + 4u * j, k)) * four(learner * ROWS + 4u * i, k);
  }
  write(learner, i, j, block);
  if (i != j) { write(learner, j, i, transpose(block)); }
}

const LIMIT: u32 = 8u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// head: rows, 1 x 1 workgroups: cosines float32[2, 8, 8] -> anchors float32[2, 9, 8], log_xi float32[16], coefficients float32[2, 8, 8]
//   0: cosines (read-only-storage)
//   1: anchors (storage)
//   2: log_xi (storage)
//   3: coefficients (storage)
//   4: block (uniform)
const VIEWS: u32 = 8u;
const SAMPLES: u32 = 4u;
const LEARNERS: u32 = 2u;
const SIZE: u32 = 4u;
const ROWS: u32 = 8u;
const VECTORS: u32 = 1u;
const ALL_VIEWS: u32 = 8u;
const ALL_SAMPLES: u32 = 4u;
const CANDIDATES: u32 = 8u;
@group(0) @binding(0) var<storage, read> cosines: array<f32>;
@group(0) @binding(1) var<storage, read_write> anchors: array<f32>;
@group(0) @binding(2) var<storage, read_write> log_xi: array<f32>;
@group(0) @binding(3) var<storage, read_write> coefficients: array<f32>;
@group(0) @binding(4) var<uniform> block: StepBlock;

fn see_learner(learner: u32) {}
fn row_of(i: u32) -> u32 { return i; }

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
fn slot() -> u32 { return block.slot; }
fn temperature(learner: u32) -> f32 { return block.learners[learner].y; }

struct Anchor {
  /** The objective's own value. */
  value: f32,
  /** log xi. */
  log_xi: f32,
  /** Effective sample size of the negatives, 1..M. */
  ess: f32,
  /** s_ip, and the largest s_in of a negative. */
  positive: f32,
  hardest: f32,
}
/** Place of the first field; the others follow at a distance of ALL_VIEWS. */
fn place_of(learner: u32, i: u32) -> u32 { return learner * 9u * ALL_VIEWS + row_of(i); }

fn put_anchor(learner: u32, i: u32, a: Anchor) {
  let at = place_of(learner, i);
  anchors[at + 0u * ALL_VIEWS] = a.value;
  anchors[at + 1u * ALL_VIEWS] = a.log_xi;
  anchors[at + 2u * ALL_VIEWS] = a.ess;
  anchors[at + 3u * ALL_VIEWS] = a.positive;
  anchors[at + 4u * ALL_VIEWS] = a.hardest;
}

fn softplus(v: f32) -> f32 {
  let x = exp(-abs(v));
  let t = x / (x + 2.0);
  let squared = t * t;
  let series = (((((0.09090909090909091 * squared + 0.1111111111111111) * squared + 0.14285714285714285) * squared + 0.2) * squared + 0.3333333333333333) * squared + 1);
  return max(v, 0.0) + 2.0 * t * series;
}
fn log_average(memory: f32, value: f32, log_rest: f32, log_rate: f32) -> f32 {
  let before = select(value, memory, memory > -100000000f) + log_rest;
  return before + softplus(value + log_rate - before);
}

const FLOAT32: u32 = 0u;
var<private> number_format: u32 = FLOAT32;

fn rounded(x: f32) -> f32 {
  switch number_format {
    
    default: { return x; }
  }
}

/** What objectives see beside the row, and leave beside their gradient. */
var<private> memory: f32;
var<private> learned: vec2f;
var<private> kept: f32;
var<private> of_learned: vec2f;
/** Whether what lies between the similarities and their gradient is rounded too. */
var<private> rounds_within: bool = true;
fn inner(x: f32) -> f32 { return select(x, rounded(x), rounds_within); }

struct LogitGradient { value: f32, positive: f32, negatives: f32 }
fn row_0(v: f32, p: f32, log_p: f32, positive: f32, tau: f32, count: f32, x: f32, mean: f32) -> LogitGradient { 
      let u = softplus(v);
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(u, -scale, scale); }
fn row_1(v: f32, p: f32, log_p: f32, positive: f32, tau: f32, count: f32, x: f32, mean: f32) -> LogitGradient { 
      let u = v;
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(scale, -scale, scale); }
fn logit_gradient(learner: u32, v: f32, p: f32, log_p: f32, positive: f32, tau: f32, count: f32, x: f32, mean: f32) -> LogitGradient {
  switch select(0u, 1u, learner >= 1u) { case 0u: { return row_0(v, p, log_p, positive, tau, count, x, mean); } case 1u: { return row_1(v, p, log_p, positive, tau, count, x, mean); } default: { return LogitGradient(); } }
}
struct Pair { value: f32, negative: f32, positive: f32 }


fn positive_part(learner: u32, p: f32, count: f32) -> vec2f { return vec2f(); }
fn pair_of(learner: u32, s: f32, p: f32, count: f32) -> Pair { return Pair(); }



fn exponent(learner: u32, s: f32) -> f32 { return s; }
fn slope(learner: u32, s: f32) -> f32 { return 1.0; }
fn is_concentrated(learner: u32) -> bool { return 0u == 1u; }
fn concentration_of(learner: u32) -> f32 { return 0f; }
fn is_pairwise(learner: u32) -> bool { return 0u == 1u; }
/** Whether its loss is not one of rows. */
fn is_beside(learner: u32) -> bool { return 0u == 1u; }
fn is_together(learner: u32) -> bool { return 0u == 1u; }
fn over_candidates(learner: u32) -> bool { return 0u == 1u; }
fn of_cosines(learner: u32) -> bool { return 0u == 1u; }
fn of_dots(learner: u32) -> bool { return 0u == 1u; }
fn rounds_ends(learner: u32) -> bool { return 0u == 1u; }
/** Whether the softmax of the diagnostics is not the objective's. */
fn has_own_softmax(learner: u32) -> bool { return 0u == 1u; }
fn precision_of(learner: u32) -> u32 { return 0u; }

/** Whether view n < VIEWS is a negative of the anchor `view` in the batch. */
fn is_other(learner: u32, view: u32, n: u32) -> bool {
  let partner = (view + SAMPLES) % VIEWS;
  let crosses = (n < SAMPLES) != (view < SAMPLES);
  switch 0u { case 0u: { return n != view && n != partner; } default: { return false; } }
}
fn count_of_others(learner: u32) -> f32 { return f32(select(SAMPLES - 1u, VIEWS - 2u, 1u == 1u)); }
/** What an anchor counts in the mean over all views: where only first views are anchors, these count twice. */
fn share_of(learner: u32, view: u32) -> f32 {
  return select(1.0, select(0.0, 2.0, view < SAMPLES), 0u == 1u);
}

/** Candidates that may be negatives: those before this one. */
fn negatives() -> u32 { return VIEWS; }
fn is_negative(learner: u32, view: u32, n: u32) -> bool { return is_other(learner, view, n); }
fn count_of(learner: u32) -> f32 { return count_of_others(learner); }
fn positive_of(view: u32) -> u32 { return (view + SAMPLES) % VIEWS; }
fn cosine_at(at: u32) -> f32 { return cosines[at]; }
fn candidate(learner: u32, view: u32, n: u32) -> u32 { return (learner * CANDIDATES + n) * ROWS + view; }
/** s_in, in which cosines are divided by `scale`. */
fn similarity(learner: u32, view: u32, n: u32, scale: f32) -> f32 { return cosine_at(candidate(learner, view, n)) / scale; }

fn read_carried(learner: u32, i: u32) {
  memory = -1000000000f;
  
}
fn leave_carried(learner: u32, i: u32, share: f32) {
  
  
  
}

struct Softmax {
  /** Logit that every other one is compared with: the positive's, or none. */
  origin: f32,
  /** The largest of the compared logits; exp is taken relative to it, so that nothing overflows. */
  shift: f32,
  /** exp of the positive where it is a candidate, else 0. */
  own: f32,
  total: f32,
}

/** The rounded exp of a logit. */
fn term(logit: f32, origin: f32, shift: f32) -> f32 {
  return exp(inner(inner(logit - origin) - shift));
}

fn log_total(softmax: Softmax) -> f32 { return softmax.shift + log(softmax.total); }

/** A negative's logit as it stands in the exponent. */
fn seen(learner: u32, view: u32, n: u32, scale: f32) -> f32 {
  return exponent(learner, rounded(similarity(learner, view, n, scale)));
}

/** The softmax that an objective itself works with, in its own precision. Sums are in float32 and rounded once. */
fn own_softmax(learner: u32, view: u32, scale: f32, positive: f32) -> Softmax {
  var hardest = -3.4e38;
  for (var n = 0u; n < negatives(); n++) {
    if (is_negative(learner, view, n)) { hardest = max(hardest, seen(learner, view, n, scale)); }
  }
  var softmax = Softmax(positive, inner(hardest - positive), 0.0, 0.0);
  if (over_candidates(learner)) {
    let shift = max(hardest, positive);
    softmax = Softmax(0.0, shift, inner(term(positive, 0.0, shift)), 0.0);
  }
  var total = softmax.own;
  for (var n = 0u; n < negatives(); n++) {
    if (is_negative(learner, view, n)) {
      total += inner(term(seen(learner, view, n, scale), softmax.origin, softmax.shift));
    }
  }
  softmax.total = inner(total);
  return softmax;
}

/** Coefficients of an anchor whose negatives count by a softmax; returns the objective's value. */
fn softmax_row(learner: u32, view: u32, scale: f32, factor: f32, positive: f32, given: Softmax) -> f32 {
  let own = rounded(positive);
  var softmax = given;
  if (has_own_softmax(learner)) { softmax = own_softmax(learner, view, scale, own); }
  if (is_together(learner)) { return weights_of_row(learner, view, scale, softmax); }
  let p = inner(softmax.own / softmax.total);
  let log_p = inner(own - softmax.shift) - log(softmax.total);
  let gradient = logit_gradient(learner, log_total(softmax), p, log_p, own, scale, count_of(learner), 0.0, 0.0);
  for (var n = 0u; n < negatives(); n++) {
    var coefficient = 0.0;
    if (is_negative(learner, view, n)) {
      let s = rounded(similarity(learner, view, n, scale));
      let e = inner(term(exponent(learner, s), softmax.origin, softmax.shift));
      coefficient = rounded(gradient.negatives * inner(e / softmax.total) * slope(learner, s));
    }
    coefficients[candidate(learner, view, n)] = coefficient * factor;
  }
  coefficients[candidate(learner, view, positive_of(view))] = rounded(gradient.positive) * factor;
  return gradient.value;
}

/** What is known of an anchor before the others are: its weights, times the slope of the exponent, and v. */
fn weights_of_row(learner: u32, view: u32, scale: f32, softmax: Softmax) -> f32 {
  for (var n = 0u; n < negatives(); n++) {
    var weight = 0.0;
    if (is_negative(learner, view, n)) {
      let s = rounded(similarity(learner, view, n, scale));
      let e = inner(term(exponent(learner, s), softmax.origin, softmax.shift));
      weight = inner(e / softmax.total) * slope(learner, s);
    }
    coefficients[candidate(learner, view, n)] = weight;
  }
  let i = view;
  anchors[place_of(learner, i) + 5u * ALL_VIEWS] = log_total(softmax);
  return 0.0;
}

fn run(index: u32) {
  let learner = index / ROWS;
  let view = index % ROWS;
  see_learner(learner);
  for (var n = select(0u, negatives(), view < VIEWS); n < CANDIDATES; n++) { coefficients[candidate(learner, view, n)] = 0.0; }
  if (view >= VIEWS) { return; }
  let column = learner * ROWS * ROWS + view;
  let partner = (view + SAMPLES) % VIEWS;
  let tau = temperature(learner);

  var nearest = -3.4e38;
  for (var n = 0u; n < VIEWS; n++) {
    if (n != view && n != partner) { nearest = max(nearest, cosines[column + n * ROWS]); }
  }
  let positive = cosines[column + partner * ROWS] / tau;
  let hardest = nearest / tau;

  number_format = FLOAT32;
  var softmax = Softmax(positive, hardest - positive, 0.0, 0.0);
  var squares = 0.0;
  for (var n = 0u; n < VIEWS; n++) {
    if (n != view && n != partner) {
      let e = term(cosines[column + n * ROWS] / tau, softmax.origin, softmax.shift);
      softmax.total += e;
      squares += e * e;
    }
  }
  let log_xi_of_anchor = log_total(softmax);
  let ess = softmax.total * softmax.total / squares;

  number_format = precision_of(learner);
  rounds_within = !rounds_ends(learner);
  read_carried(learner, view);
  let share = share_of(learner, view);
  let scale = select(tau, 1.0, of_cosines(learner));
  // The last program divides by the temperature, as is right for a coefficient of cosine / temperature.
  let factor = share * select(1.0, tau, of_cosines(learner));
  let own = similarity(learner, view, positive_of(view), scale);
  var value = 0.0;
  if (is_beside(learner)) {
    for (var n = 0u; n < CANDIDATES; n++) { coefficients[candidate(learner, view, n)] = 0.0; }
  }  else {
    value = softmax_row(learner, view, scale, factor, own, softmax);
  }

  log_xi[learner * ALL_VIEWS + row_of(view)] = log_xi_of_anchor;
  put_anchor(learner, view, Anchor(share * value, log_xi_of_anchor, ess, positive, hardest));
  leave_carried(learner, view, share);
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

// head: gradient, 1 x 1 workgroups: unit float32[2, 8, 4], inverse_norm float32[2, 8], cosines float32[2, 8, 8], coefficients float32[2, 8, 8] -> gradient float32[2, 8, 4]
//   0: unit (read-only-storage)
//   1: inverse_norm (read-only-storage)
//   2: cosines (read-only-storage)
//   3: coefficients (read-only-storage)
//   4: gradient (storage)
//   5: block (uniform)
const VIEWS: u32 = 8u;
const SAMPLES: u32 = 4u;
const LEARNERS: u32 = 2u;
const SIZE: u32 = 4u;
const ROWS: u32 = 8u;
const VECTORS: u32 = 1u;
const ALL_VIEWS: u32 = 8u;
const ALL_SAMPLES: u32 = 4u;
const BLOCKS: u32 = 2u;
const PARTS: u32 = 1u;
@group(0) @binding(0) var<storage, read> unit: array<vec4f>;
@group(0) @binding(1) var<storage, read> inverse_norm: array<vec4f>;
@group(0) @binding(2) var<storage, read> cosines: array<vec4f>;
@group(0) @binding(3) var<storage, read> coefficients: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> gradient: array<vec4f>;
@group(0) @binding(5) var<uniform> block: StepBlock;

fn see_learner(learner: u32) {}
fn row_of(i: u32) -> u32 { return i; }

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
fn slot() -> u32 { return block.slot; }
fn temperature(learner: u32) -> f32 { return block.learners[learner].y; }

fn store(row: u32, k: u32, part: vec4f) { gradient[row * VECTORS + k] = part; }

/** G_ij of four anchors, one in each column, and four candidates. */
fn four_by_four(learner: u32, i: u32, j: u32) -> mat4x4f {
  let at = (learner * ROWS + 4u * i) * BLOCKS + j;
  return mat4x4f(
    coefficients[at], coefficients[at + BLOCKS], coefficients[at + 2u * BLOCKS], coefficients[at + 3u * BLOCKS]);
}

fn units(view: u32, k: u32) -> mat4x4f {
  let at = view * VECTORS + k;
  return mat4x4f(unit[at], unit[at + VECTORS], unit[at + 2u * VECTORS], unit[at + 3u * VECTORS]);
}

fn run(index: u32) {
  let k = index % PARTS;
  let i = index / PARTS % BLOCKS;
  let learner = index / PARTS / BLOCKS;
  see_learner(learner);
  
  var sums0 = mat4x4f();
  var radial = vec4f();
  for (var j = 0u; j < (VIEWS + 3u) / 4u; j++) {
    let both = four_by_four(learner, i, j) + transpose(four_by_four(learner, j, i));
    
    let view = learner * ROWS + 4u * j;
    sums0 += units(view, k + 0u * PARTS) * both;
    let at = (learner * ROWS + 4u * i) * BLOCKS + j;
    radial += vec4f(
      dot(both[0], cosines[at]),
      dot(both[1], cosines[at + BLOCKS]),
      dot(both[2], cosines[at + 2u * BLOCKS]),
      dot(both[3], cosines[at + 3u * BLOCKS]));
  }
  let factor = inverse_norm[learner * BLOCKS + i] / (temperature(learner) * f32(VIEWS));
  
  store_four(learner, i, k + 0u * PARTS, sums0, radial, factor);
}

/** Where z has no part in the loss, whatever it is. */
fn store_zeros(learner: u32, i: u32, k: u32) {
  for (var r = 0u; r < 4u; r++) {
    if (4u * i + r < ALL_VIEWS) { store(learner * ALL_VIEWS + row_of(4u * i + r), k, vec4f()); }
  }
}

fn store_four(learner: u32, i: u32, k: u32, sums: mat4x4f, radial: vec4f, factor: vec4f) {
  let own = units(learner * ROWS + 4u * i, k);
  for (var r = 0u; r < 4u; r++) {
    let view = 4u * i + r;
    if (view < ALL_VIEWS) { store(learner * ALL_VIEWS + row_of(view), k, (sums[r] - own[r] * radial[r]) * factor[r]); }
  }
}

const LIMIT: u32 = 4u;
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  let i = group * 64u + lane; if (i < LIMIT) { run(i); }
}

// head: metrics, 2 x 1 workgroups: unit float32[2, 8, 4], cosines float32[2, 8, 8], anchors float32[2, 9, 8] -> metrics float32[3584]
//   0: unit (read-only-storage)
//   1: cosines (read-only-storage)
//   2: anchors (read-only-storage)
//   3: metrics (storage)
//   4: block (uniform)
const VIEWS: u32 = 8u;
const SAMPLES: u32 = 4u;
const LEARNERS: u32 = 2u;
const SIZE: u32 = 4u;
const ROWS: u32 = 8u;
const VECTORS: u32 = 1u;
const ALL_VIEWS: u32 = 8u;
const ALL_SAMPLES: u32 = 4u;
const LANES: u32 = 32u;
const METRICS: u32 = 14u;
@group(0) @binding(0) var<storage, read> unit: array<vec4f>;
@group(0) @binding(1) var<storage, read> cosines: array<f32>;
@group(0) @binding(2) var<storage, read> anchors: array<f32>;
@group(0) @binding(3) var<storage, read_write> metrics: array<f32>;
@group(0) @binding(4) var<uniform> block: StepBlock;

fn see_learner(learner: u32) {}
fn row_of(i: u32) -> u32 { return i; }

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
fn slot() -> u32 { return block.slot; }
fn temperature(learner: u32) -> f32 { return block.learners[learner].y; }

struct Anchor {
  /** The objective's own value. */
  value: f32,
  /** log xi. */
  log_xi: f32,
  /** Effective sample size of the negatives, 1..M. */
  ess: f32,
  /** s_ip, and the largest s_in of a negative. */
  positive: f32,
  hardest: f32,
}
/** Place of the first field; the others follow at a distance of ALL_VIEWS. */
fn place_of(learner: u32, i: u32) -> u32 { return learner * 9u * ALL_VIEWS + row_of(i); }

fn anchor_at(learner: u32, i: u32) -> Anchor {
  let at = place_of(learner, i);
  return Anchor(anchors[at + 0u * ALL_VIEWS], anchors[at + 1u * ALL_VIEWS], anchors[at + 2u * ALL_VIEWS], anchors[at + 3u * ALL_VIEWS], anchors[at + 4u * ALL_VIEWS]);
}

fn cosine(learner: u32, i: u32, j: u32) -> f32 { return cosines[(learner * ROWS + i) * ROWS + j]; }
fn unit_at(learner: u32, i: u32, vector: u32) -> vec4f { return unit[(learner * ROWS + i) * VECTORS + vector]; }

var<workgroup> shares: array<f32, LANES>;

fn lane_sum(lane: u32, share: f32) -> f32 {
  shares[lane] = share;
  workgroupBarrier();
  var sum = 0.0;
  for (var k = 0u; k < LANES; k++) { sum += shares[k]; }
  workgroupBarrier();
  return sum;
}

fn lane_max(lane: u32, share: f32) -> f32 {
  shares[lane] = share;
  workgroupBarrier();
  var largest = shares[0];
  for (var k = 1u; k < LANES; k++) { largest = max(largest, shares[k]); }
  workgroupBarrier();
  return largest;
}

fn softplus(v: f32) -> f32 {
  let x = exp(-abs(v));
  let t = x / (x + 2.0);
  let squared = t * t;
  let series = (((((0.09090909090909091 * squared + 0.1111111111111111) * squared + 0.14285714285714285) * squared + 0.2) * squared + 0.3333333333333333) * squared + 1);
  return max(v, 0.0) + 2.0 * t * series;
}
fn log_average(memory: f32, value: f32, log_rest: f32, log_rate: f32) -> f32 {
  let before = select(value, memory, memory > -100000000f) + log_rest;
  return before + softplus(value + log_rate - before);
}
fn measure_0(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += a.value;
    }
    return lane_sum(lane, sum) / f32(VIEWS); }
fn measure_1(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += softplus(a.log_xi);
    }
    return lane_sum(lane, sum) / f32(VIEWS); }
fn measure_2(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += a.log_xi;
    }
    return lane_sum(lane, sum) / f32(VIEWS); }
fn measure_3(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += exp(-softplus(-a.log_xi));
    }
    return lane_sum(lane, sum) / f32(VIEWS); }
fn measure_4(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += a.ess / f32(VIEWS - 2u);
    }
    return lane_sum(lane, sum) / f32(VIEWS); }
fn measure_5(learner: u32, lane: u32) -> f32 { 
    var largest = -softplus(-anchor_at(learner, 0u).log_xi);
    for (var i = lane; i < VIEWS; i += LANES) {
      largest = max(largest, -softplus(-anchor_at(learner, i).log_xi));
    }
    largest = lane_max(lane, largest);
    var sum = 0.0;
    var squares = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let relative = exp(-softplus(-anchor_at(learner, i).log_xi) - largest);
      sum += relative;
      squares += relative * relative;
    }
    let total = lane_sum(lane, sum);
    return total * total / (lane_sum(lane, squares) * f32(VIEWS)); }
fn measure_6(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += select(0.0, 1.0, a.hardest < a.positive);
    }
    return lane_sum(lane, sum) / f32(VIEWS); }
fn measure_7(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var k = lane; k < SAMPLES * VECTORS; k += LANES) {
      let i = k / VECTORS;
      let difference = unit_at(learner, i, k % VECTORS) - unit_at(learner, i + SAMPLES, k % VECTORS);
      sum += dot(difference, difference);
    }
    return lane_sum(lane, sum) / f32(SAMPLES); }
fn measure_8(learner: u32, lane: u32) -> f32 { 
    var sums = vec2f();
    for (var i = 0u; i < SAMPLES; i++) {
      for (var j = lane; j < SAMPLES; j += LANES) {
        if (i == j) { continue; }
        let cosines = vec2f(cosine(learner, i, j), cosine(learner, i + SAMPLES, j + SAMPLES));
        sums += exp(4 * (cosines - 1.0));
      }
    }
    let pairs = f32(SAMPLES * (SAMPLES - 1u));
    return 0.5 * (log(lane_sum(lane, sums.x) / pairs) + log(lane_sum(lane, sums.y) / pairs)); }
fn measure_9(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var k = lane; k < VECTORS; k += LANES) {
      var mean = vec4f();
      for (var i = 0u; i < VIEWS; i++) { mean += unit_at(learner, i, k) / f32(VIEWS); }
      var variance = vec4f();
      for (var i = 0u; i < VIEWS; i++) {
        let deviation = unit_at(learner, i, k) - mean;
        variance += deviation * deviation / f32(VIEWS);
      }
      // Dimensions that only fill up the last vector are 0 throughout, and add nothing.
      sum += dot(sqrt(variance), vec4f(1.0));
    }
    return lane_sum(lane, sum) / f32(SIZE); }
fn measure_10(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += log(f32(VIEWS - 1u)) - softplus(a.log_xi);
    }
    return lane_sum(lane, sum) / f32(VIEWS); }
fn measure_11(learner: u32, lane: u32) -> f32 { 
    var sum = 0.0;
    for (var i = lane; i < SAMPLES; i += LANES) {
      let own = cosine(learner, i, SAMPLES + i);
      var largest = -2.0;
      for (var j = 0u; j < SAMPLES; j++) {
        if (j != i) { largest = max(largest, cosine(learner, i, SAMPLES + j)); }
      }
      var total = 0.0;
      for (var j = 0u; j < SAMPLES; j++) {
        if (j != i) { total += exp((cosine(learner, i, SAMPLES + j) - largest) / temperature(learner)); }
      }
      sum += softplus((largest - own) / temperature(learner) + log(total));
    }
    return log(f32(SAMPLES)) - lane_sum(lane, sum) / f32(SAMPLES); }
fn measure_12(learner: u32, lane: u32) -> f32 { 
    var largest = softplus(-anchor_at(learner, 0u).log_xi);
    for (var i = lane; i < VIEWS; i += LANES) {
      largest = max(largest, softplus(-anchor_at(learner, i).log_xi));
    }
    return exp(-lane_max(lane, largest)); }
fn measure_13(learner: u32, lane: u32) -> f32 { return temperature(learner); }

fn run(learner: u32, lane: u32) {
  see_learner(learner);
  let row = (slot() * LEARNERS + learner) * METRICS;
  let metric_0 = measure_0(learner, lane);
  let metric_1 = measure_1(learner, lane);
  let metric_2 = measure_2(learner, lane);
  let metric_3 = measure_3(learner, lane);
  let metric_4 = measure_4(learner, lane);
  let metric_5 = measure_5(learner, lane);
  let metric_6 = measure_6(learner, lane);
  let metric_7 = measure_7(learner, lane);
  let metric_8 = measure_8(learner, lane);
  let metric_9 = measure_9(learner, lane);
  let metric_10 = measure_10(learner, lane);
  let metric_11 = measure_11(learner, lane);
  let metric_12 = measure_12(learner, lane);
  let metric_13 = measure_13(learner, lane);
  if (lane > 0u) { return; }
  metrics[row + 0u] = metric_0;
  metrics[row + 1u] = metric_1;
  metrics[row + 2u] = metric_2;
  metrics[row + 3u] = metric_3;
  metrics[row + 4u] = metric_4;
  metrics[row + 5u] = metric_5;
  metrics[row + 6u] = metric_6;
  metrics[row + 7u] = metric_7;
  metrics[row + 8u] = metric_8;
  metrics[row + 9u] = metric_9;
  metrics[row + 10u] = metric_10;
  metrics[row + 11u] = metric_11;
  metrics[row + 12u] = metric_12;
  metrics[row + 13u] = metric_13;
}

const LIMIT: u32 = 2u;
@compute @workgroup_size(32)
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let group = id.y * count.x + id.x;
  if (group < LIMIT) { run(group, lane); }
}
