import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { roundingWgsl } from "../../precision";
import { ANCHOR_WGSL, PUT_ANCHOR_WGSL } from "./anchors";
import { armsWgsl } from "./arms";
import { type HeadShape, shapeConstants } from "./shape";
import { temperatureSource } from "./temperatures";
import type { FusedArm, Temperatures } from "./types";

/** What the third dispatch writes. */
interface RowOutput {
  /** Statistics of the anchors, [L, ANCHOR_FIELDS, N]. */
  anchors: TensorInfo;
  /** log xi again, where the caller wants it: [L, N]. */
  logXi: TensorInfo;
  /** dL/ds_in, transposed: [L, ROWS candidates, ROWS anchors], with dL/ds_ip at the positive and 0 at the anchor itself. */
  coefficients: TensorInfo;
}

/** What the arms make of a row. */
interface RowBodies {
  /** Blocks of the learner axis, in order. */
  arms: readonly FusedArm[];
  /** WGSL functions that the objectives' rows call. */
  library: string;
}

/**
 * Third dispatch: everything that one anchor decides, by one invocation. It walks down a column of the symmetric cosines,
 * so that neighboring invocations read neighboring numbers. The statistics are in float32 whatever the arm's precision:
 * they say what the learner is, not what its loss makes of it.
 *
 * @param cosines [L, ROWS, ROWS]
 */
export function rowsProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  { arms, library }: RowBodies,
  cosines: TensorInfo,
  output: RowOutput,
): Program {
  const source = temperatureSource(temperatures);
  return {
    name: "head: rows",
    reads: { ...source.reads, cosines },
    writes: { anchors: output.anchors, log_xi: output.logXi, coefficients: output.coefficients },
    uniforms: source.uniforms,
    constants: shapeConstants(shape),
    grid: { invocations: shape.learners * shape.rows },
    wgsl: [
      source.wgsl,
      ANCHOR_WGSL,
      PUT_ANCHOR_WGSL,
      library,
      roundingWgsl(arms.map(({ precision }) => precision)),
      armsWgsl(arms),
      SOFTMAX_WGSL,
      SOFTMAX_ROW_WGSL,
      PAIRWISE_ROW_WGSL,
      RUN_WGSL,
    ].join("\n"),
  };
}

const SOFTMAX_WGSL = /* wgsl */ `
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
  return exp(rounded(rounded(rounded(logit) - origin) - shift));
}

fn log_total(softmax: Softmax) -> f32 { return softmax.shift + log(softmax.total); }

/** The softmax that an objective itself works with, in its own precision. Sums are in float32 and rounded once. */
fn own_softmax(learner: u32, column: u32, view: u32, scale: f32, positive: f32) -> Softmax {
  var nearest = -3.4e38;
  for (var n = 0u; n < VIEWS; n++) {
    if (is_negative(learner, view, n)) { nearest = max(nearest, cosines[column + n * ROWS]); }
  }
  let hardest = rounded(nearest / scale);
  var softmax = Softmax(positive, rounded(hardest - positive), 0.0, 0.0);
  if (over_candidates(learner)) {
    let shift = max(hardest, positive);
    softmax = Softmax(0.0, shift, rounded(term(positive, 0.0, shift)), 0.0);
  }
  var total = softmax.own;
  for (var n = 0u; n < VIEWS; n++) {
    if (is_negative(learner, view, n)) {
      total += rounded(term(cosines[column + n * ROWS] / scale, softmax.origin, softmax.shift));
    }
  }
  softmax.total = rounded(total);
  return softmax;
}`;

const SOFTMAX_ROW_WGSL = /* wgsl */ `
/** Coefficients of an anchor whose negatives count by a softmax; returns the objective's value. */
fn softmax_row(learner: u32, column: u32, view: u32, scale: f32, factor: f32, positive: f32, given: Softmax) -> f32 {
  let partner = (view + SAMPLES) % VIEWS;
  let own = rounded(positive);
  var softmax = given;
  if (has_own_softmax(learner)) { softmax = own_softmax(learner, column, view, scale, own); }
  let p = rounded(softmax.own / softmax.total);
  let log_p = rounded(own - softmax.shift) - log(softmax.total);
  let gradient = logit_gradient(learner, log_total(softmax), p, log_p, own, scale);
  for (var n = 0u; n < VIEWS; n++) {
    var coefficient = 0.0;
    if (n == partner) {
      coefficient = rounded(gradient.positive);
    } else if (is_negative(learner, view, n)) {
      let e = rounded(term(cosines[column + n * ROWS] / scale, softmax.origin, softmax.shift));
      coefficient = rounded(gradient.negatives * rounded(e / softmax.total));
    }
    coefficients[column + n * ROWS] = coefficient * factor;
  }
  return gradient.value;
}`;

const PAIRWISE_ROW_WGSL = /* wgsl */ `
/** The same of an anchor whose negatives count one by one. */
fn pairwise_row(learner: u32, column: u32, view: u32, scale: f32, factor: f32, positive: f32) -> f32 {
  let partner = (view + SAMPLES) % VIEWS;
  let own = rounded(positive);
  let count = count_of(learner);
  var sum = positive_part(learner, own);
  for (var n = 0u; n < VIEWS; n++) {
    var coefficient = 0.0;
    if (is_negative(learner, view, n)) {
      let pair = pair_of(learner, rounded(cosines[column + n * ROWS] / scale), own);
      sum += vec2f(pair.value, pair.positive) / count;
      coefficient = rounded(pair.negative / count);
    }
    coefficients[column + n * ROWS] = coefficient * factor;
  }
  coefficients[column + partner * ROWS] = rounded(sum.y) * factor;
  return sum.x;
}`;

const RUN_WGSL = /* wgsl */ `
fn run(index: u32) {
  let learner = index / ROWS;
  let view = index % ROWS;
  let column = learner * ROWS * ROWS + view;
  for (var n = select(0u, VIEWS, view < VIEWS); n < ROWS; n++) { coefficients[column + n * ROWS] = 0.0; }
  if (view >= VIEWS) { return; }
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
  let share = share_of(learner, view);
  let scale = select(tau, 1.0, of_cosines(learner));
  // The last program divides by the temperature, as is right for a coefficient of cosine / temperature.
  let factor = share * select(1.0, tau, of_cosines(learner));
  let own = cosines[column + partner * ROWS] / scale;
  var value = 0.0;
  if (is_beside(learner)) {
    for (var n = 0u; n < VIEWS; n++) { coefficients[column + n * ROWS] = 0.0; }
  } else if (is_pairwise(learner)) {
    value = pairwise_row(learner, column, view, scale, factor, own);
  } else {
    value = softmax_row(learner, column, view, scale, factor, own, softmax);
  }

  log_xi[learner * VIEWS + view] = log_xi_of_anchor;
  put_anchor(learner, view, Anchor(share * value, log_xi_of_anchor, ess, positive, hardest));
}`;
