import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../gpu";
import { precisionNumber, roundingWgsl } from "../precisionWgsl";
import { ANCHOR_WGSL, PUT_ANCHOR_WGSL } from "./anchors";
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

/**
 * Third dispatch: everything that one anchor decides, by one invocation. It walks down a column of the symmetric cosines,
 * so that neighbouring invocations read neighbouring numbers. The statistics are in float32 whatever the arm's precision:
 * they say what the learner is, not what its loss makes of it.
 *
 * @param library WGSL functions that the objectives' rows call
 */
export function rowsProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  arms: readonly FusedArm[],
  library: string,
  cosines: TensorInfo,
  output: RowOutput,
): Program {
  const source = temperatureSource(temperatures);
  return {
    name: "head: rows",
    reads: { ...source.reads, cosines },
    writes: { ...output },
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
      RUN_WGSL,
    ].join("\n"),
  };
}

/** Functions of the learner: which row function it has, over what its softmax goes, its precision. */
function armsWgsl(arms: readonly FusedArm[]): string {
  const rows = [...new Set(arms.map(({ objective }) => objective.row))];
  return /* wgsl */ `
struct LogitGradient { value: f32, positive: f32, negatives: f32 }
${rows.map(rowFunction).join("\n")}
fn logit_gradient(learner: u32, v: f32, p: f32, logP: f32) -> LogitGradient {
  switch (${perLearner(arms, ({ objective }) => rows.indexOf(objective.row))}) {
    ${rows.map((_, k) => `case ${k}u: { return row_${k}(v, p, logP); }`).join("\n    ")}
    default: { return LogitGradient(); }
  }
}
fn over_candidates(learner: u32) -> bool {
  return ${perLearner(arms, ({ objective }) => Number(objective.softmax === "candidates"))} == 1u;
}
fn precision_of(learner: u32) -> u32 { return ${perLearner(arms, ({ precision }) => precisionNumber(precision))}; }`;
}

function rowFunction(body: string, k: number): string {
  return `fn row_${k}(v: f32, p: f32, logP: f32) -> LogitGradient { ${body} }`;
}

/** An expression of `learner`: the number of the arm that it belongs to. */
function perLearner(arms: readonly FusedArm[], value: (arm: FusedArm) => number): string {
  let end = arms.reduce((sum, { learners }) => sum + learners, 0);
  return arms.reduceRight((later, arm) => {
    const own = `${value(arm)}u`;
    const expression = later === "" || later === own ? own : `select(${own}, ${later}, learner >= ${end}u)`;
    end -= arm.learners;
    return expression;
  }, "");
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
  return rounded(exp(rounded(rounded(rounded(logit) - origin) - shift)));
}

fn log_total(softmax: Softmax) -> f32 { return softmax.shift + log(softmax.total); }`;

const RUN_WGSL = /* wgsl */ `
fn run(index: u32) {
  let learner = index / ROWS;
  let view = index % ROWS;
  let column = learner * ROWS * ROWS + view;
  if (view >= VIEWS) {
    for (var n = 0u; n < ROWS; n++) { coefficients[column + n * ROWS] = 0.0; }
    return;
  }
  let partner = (view + SAMPLES) % VIEWS;
  let tau = temperature(learner);

  var nearest = -3.4e38;
  for (var n = 0u; n < VIEWS; n++) {
    if (n != view && n != partner) { nearest = max(nearest, cosines[column + n * ROWS]); }
  }
  let positive = cosines[column + partner * ROWS] / tau;
  let hardest = nearest / tau;

  number_format = FLOAT32;
  let exact = Softmax(positive, hardest - positive, 0.0, 0.0);
  var total = 0.0;
  var squares = 0.0;
  for (var n = 0u; n < VIEWS; n++) {
    if (n != view && n != partner) {
      let e = term(cosines[column + n * ROWS] / tau, exact.origin, exact.shift);
      total += e;
      squares += e * e;
    }
  }
  var softmax = Softmax(exact.origin, exact.shift, 0.0, total);
  let logXiOfAnchor = log_total(softmax);

  number_format = precision_of(learner);
  let ownLogit = rounded(positive);
  if (over_candidates(learner) || number_format != FLOAT32) {
    softmax = own_softmax(over_candidates(learner), column, view, partner, tau, ownLogit, rounded(hardest));
  }
  let p = rounded(softmax.own / softmax.total);
  let logP = rounded(ownLogit - softmax.shift) - log(softmax.total);
  let gradient = logit_gradient(learner, log_total(softmax), p, logP);
  for (var n = 0u; n < ROWS; n++) {
    var coefficient = 0.0;
    if (n == partner) {
      coefficient = rounded(gradient.positive);
    } else if (n < VIEWS && n != view) {
      let e = term(cosines[column + n * ROWS] / tau, softmax.origin, softmax.shift);
      coefficient = rounded(gradient.negatives * rounded(e / softmax.total));
    }
    coefficients[column + n * ROWS] = coefficient;
  }

  logXi[learner * VIEWS + view] = logXiOfAnchor;
  put_anchor(learner, view, Anchor(gradient.value, logXiOfAnchor, total * total / squares, positive, hardest));
}

/** The softmax that the objective itself works with, in its own precision. Sums are in float32 and rounded once. */
fn own_softmax(
  candidates: bool, column: u32, view: u32, partner: u32, tau: f32, positive: f32, hardest: f32,
) -> Softmax {
  var softmax = Softmax(positive, rounded(hardest - positive), 0.0, 0.0);
  if (candidates) {
    let shift = max(hardest, positive);
    softmax = Softmax(0.0, shift, term(positive, 0.0, shift), 0.0);
  }
  var total = softmax.own;
  for (var n = 0u; n < VIEWS; n++) {
    if (n != view && n != partner) {
      total += term(cosines[column + n * ROWS] / tau, softmax.origin, softmax.shift);
    }
  }
  softmax.total = rounded(total);
  return softmax;
}`;
