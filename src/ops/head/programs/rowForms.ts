import { anchorAt } from "./anchors";

/** WGSL of an anchor's row, by the form of its objective (objectives/wgsl.ts). */

/** Similarities are rounded as they come; what is made of them where the arm rounds that too. Sums are in float32. */
export const SOFTMAX_WGSL = /* wgsl */ `
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
}`;

export const SOFTMAX_ROW_WGSL = /* wgsl */ `
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
  anchors[${anchorAt("own")}] = log_total(softmax);
  return 0.0;
}`;

export const CONCENTRATED_ROW_WGSL = /* wgsl */ `
/** The softmax of the negatives' contrasts times a power. */
fn tilted(learner: u32, view: u32, scale: f32, positive: f32, power: f32) -> Softmax {
  var largest = -3.4e38;
  for (var n = 0u; n < negatives(); n++) {
    if (is_negative(learner, view, n)) { largest = max(largest, inner((seen(learner, view, n, scale) - positive) * power)); }
  }
  var softmax = Softmax(positive, largest, 0.0, 0.0);
  for (var n = 0u; n < negatives(); n++) {
    if (is_negative(learner, view, n)) { softmax.total += tilted_term(softmax, seen(learner, view, n, scale), power); }
  }
  softmax.total = inner(softmax.total);
  return softmax;
}

fn tilted_term(softmax: Softmax, logit: f32, power: f32) -> f32 {
  return inner(exp(inner(inner((logit - softmax.origin) * power) - softmax.shift)));
}

/** The same as softmax_row where the weights are those of a concentrated mean. */
fn concentrated_row(learner: u32, view: u32, scale: f32, factor: f32, positive: f32) -> f32 {
  let own = rounded(positive);
  let mild_power = concentration_of(learner);
  let sharp_power = 1.0 + mild_power;
  let sharp = tilted(learner, view, scale, own, sharp_power);
  let mild = tilted(learner, view, scale, own, mild_power);
  let count = count_of(learner);
  let v = log_total(sharp) - log_total(mild) + log(count);
  let gradient = logit_gradient(learner, v, 0.0, 0.0, own, scale, count, 0.0, 0.0);
  for (var n = 0u; n < negatives(); n++) {
    var coefficient = 0.0;
    if (is_negative(learner, view, n)) {
      let logit = seen(learner, view, n, scale);
      let weight = sharp_power * inner(tilted_term(sharp, logit, sharp_power) / sharp.total)
        - mild_power * inner(tilted_term(mild, logit, mild_power) / mild.total);
      coefficient = rounded(gradient.negatives * weight);
    }
    coefficients[candidate(learner, view, n)] = coefficient * factor;
  }
  coefficients[candidate(learner, view, positive_of(view))] = rounded(gradient.positive) * factor;
  return gradient.value;
}`;

export const PAIRWISE_ROW_WGSL = /* wgsl */ `
/** The same of an anchor whose negatives count one by one. */
fn pairwise_row(learner: u32, view: u32, scale: f32, factor: f32, positive: f32) -> f32 {
  let own = rounded(positive);
  let count = count_of(learner);
  var sum = positive_part(learner, own, count);
  for (var n = 0u; n < negatives(); n++) {
    var coefficient = 0.0;
    if (is_negative(learner, view, n)) {
      let pair = pair_of(learner, rounded(similarity(learner, view, n, scale)), own, count);
      sum += vec2f(pair.value, pair.positive) / count;
      coefficient = rounded(pair.negative / count);
    }
    coefficients[candidate(learner, view, n)] = coefficient * factor;
  }
  coefficients[candidate(learner, view, positive_of(view))] = rounded(sum.y) * factor;
  return sum.x;
}`;
