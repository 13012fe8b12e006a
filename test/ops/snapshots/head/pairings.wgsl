// head: rows, 1 x 1 workgroups: cosines float32[3, 8, 8] -> anchors float32[3, 9, 8], log_xi float32[24], coefficients float32[3, 8, 8]
//   0: cosines (read-only-storage)
//   1: anchors (storage)
//   2: log_xi (storage)
//   3: coefficients (storage)
//   4: block (uniform)
const VIEWS: u32 = 8u;
const SAMPLES: u32 = 4u;
const LEARNERS: u32 = 3u;
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
      return LogitGradient(v, -scale, scale); }
fn logit_gradient(learner: u32, v: f32, p: f32, log_p: f32, positive: f32, tau: f32, count: f32, x: f32, mean: f32) -> LogitGradient {
  switch select(0u, select(0u, 1u, learner >= 2u), learner >= 1u) { case 0u: { return row_0(v, p, log_p, positive, tau, count, x, mean); } case 1u: { return row_1(v, p, log_p, positive, tau, count, x, mean); } default: { return LogitGradient(); } }
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
fn has_own_softmax(learner: u32) -> bool { return 1u == 1u; }
fn precision_of(learner: u32) -> u32 { return 0u; }

/** Whether view n < VIEWS is a negative of the anchor `view` in the batch. */
fn is_other(learner: u32, view: u32, n: u32) -> bool {
  let partner = (view + SAMPLES) % VIEWS;
  let crosses = (n < SAMPLES) != (view < SAMPLES);
  switch select(2u, select(1u, 3u, learner >= 2u), learner >= 1u) { case 2u: { return crosses && n != partner; } case 1u: { return crosses && n != partner; } case 3u: { return !crosses && n != view; } default: { return false; } }
}
fn count_of_others(learner: u32) -> f32 { return f32(select(SAMPLES - 1u, VIEWS - 2u, 0u == 1u)); }
/** What an anchor counts in the mean over all views: where only first views are anchors, these count twice. */
fn share_of(learner: u32, view: u32) -> f32 {
  return select(1.0, select(0.0, 2.0, view < SAMPLES), select(1u, 0u, learner >= 1u) == 1u);
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
