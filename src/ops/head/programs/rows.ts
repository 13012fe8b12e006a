import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { f32 } from "../../../engine/wgsl/numbers";
import { NEVER } from "../../../objectives/parts/sentinels";
import { roundingWgsl } from "../../precision";
import { ANCHOR_FIELDS, ANCHOR_WGSL, anchorAt, PUT_ANCHOR_WGSL } from "./anchors";
import { armsWgsl, hasPairs, isConcentrated } from "./arms";
import { type Candidates, candidatesSource } from "./candidates";
import { CONCENTRATED_ROW_WGSL, PAIRWISE_ROW_WGSL, SOFTMAX_ROW_WGSL, SOFTMAX_WGSL } from "./rowForms";
import { type HeadShape, shapeSource } from "./shape";
import { temperatureSource } from "./temperatures";
import type { Carried, FusedArm, Temperatures } from "./types";

/** What the third dispatch writes. */
interface RowOutput {
  /** Statistics of the anchors, [L, ANCHOR_FIELDS, N]. */
  anchors: TensorInfo;
  /** log xi again, where the caller wants it: [L, N]. */
  logXi: TensorInfo;
  /**
   * dL/ds_in, transposed: [L, CANDIDATES, ROWS anchors], with dL/ds_ip at the positive and 0 at the anchor itself. Where
   * anchors are seen together, the weights alone.
   */
  coefficients: TensorInfo;
}

/** What the arms make of a row. */
export interface RowBodies {
  /** Blocks of the learner axis, in order. */
  arms: readonly FusedArm[];
  /** WGSL functions that the objectives' rows call. */
  library: string;
}

/**
 * Third dispatch: everything that one anchor decides, by one invocation. It walks down a column of the symmetric cosines,
 * so that neighboring invocations read neighboring numbers. The statistics are in float32 and of the batch, whatever the arm's
 * precision and wherever its negatives come from: they say what the learner is, not what its loss makes of it.
 *
 * @param cosines [L, ROWS, ROWS]
 */
export function rowsProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  { arms, library }: RowBodies,
  { cosines, candidates, carried }: { cosines: TensorInfo; candidates: Candidates; carried: Carried },
  output: RowOutput,
): Program {
  const source = temperatureSource(temperatures);
  const compared = candidatesSource(shape, arms, candidates);
  const { memory, learned } = carried;
  const { constants, wgsl } = shapeSource(shape);
  return {
    name: "head: rows",
    reads: {
      ...source.reads,
      cosines,
      ...compared.reads,
      ...(memory ? { memories: memory } : {}),
      ...(learned ? { numbers: learned } : {}),
    },
    writes: { anchors: output.anchors, log_xi: output.logXi, coefficients: output.coefficients },
    uniforms: source.uniforms,
    constants: { ...constants, ...compared.constants },
    grid: { invocations: shape.learners * shape.rows },
    wgsl: [
      wgsl,
      source.wgsl,
      ANCHOR_WGSL,
      PUT_ANCHOR_WGSL,
      library,
      roundingWgsl(arms.map(({ precision }) => precision)),
      armsWgsl(arms, candidates.queue !== null),
      compared.wgsl,
      carriedWgsl(arms, carried),
      SOFTMAX_WGSL,
      SOFTMAX_ROW_WGSL,
      ...formsOf(arms).map(({ wgsl }) => wgsl),
      runWgsl(arms, shape.own ? NOBODYS_WGSL : ""),
    ].join("\n"),
  };
}

/** Forms beside the usual one, where some arm has them: a cohort does not carry the others. */
function formsOf(arms: readonly FusedArm[]): { is: string; row: string; wgsl: string }[] {
  const forms = [
    { has: hasPairs, is: "is_pairwise", row: "pairwise_row", wgsl: PAIRWISE_ROW_WGSL },
    { has: isConcentrated, is: "is_concentrated", row: "concentrated_row", wgsl: CONCENTRATED_ROW_WGSL },
  ];
  return forms.filter(({ has }) => arms.some(has));
}

/** Reading what is carried before a row, and writing what it leaves after. */
function carriedWgsl(arms: readonly FusedArm[], { memory, learned }: Carried): string {
  const columns = learned?.shape[2] ?? 0;
  const numbers = [1, 2].map((k) => (k < columns ? `numbers[learner * ${columns}u + ${k}u]` : "0.0"));
  const leaves = arms.some(({ objective, remembers, learned }) => objective && (remembers || learned > 0));
  return /* wgsl */ `
fn read_carried(learner: u32, i: u32) {
  memory = ${memory ? "memories[learner * ALL_VIEWS + row_of(i)]" : f32(NEVER)};
  ${learned ? `learned = vec2f(${numbers.join(", ")});` : ""}
}
fn leave_carried(learner: u32, i: u32, share: f32) {
  ${leaves ? `anchors[${anchorAt("kept")}] = kept;` : ""}
  ${leaves ? `anchors[${anchorAt("ofFirst")}] = share * of_learned.x;` : ""}
  ${leaves ? `anchors[${anchorAt("ofSecond")}] = share * of_learned.y;` : ""}
}`;
}

/** Of rows that are nobody's, nothing is known. */
const NOBODYS_WGSL = /* wgsl */ `
  if (view >= VIEWS && view < ALL_VIEWS) {
    log_xi[learner * ALL_VIEWS + row_of(view)] = 0.0;
    for (var k = 0u; k < ${ANCHOR_FIELDS.length}u; k++) { anchors[place_of(learner, view) + k * ALL_VIEWS] = 0.0; }
  }`;

function runWgsl(arms: readonly FusedArm[], nobodys: string): string {
  const others = formsOf(arms).map(
    ({ is, row }) => `else if (${is}(learner)) { value = ${row}(learner, view, scale, factor, own); }`,
  );
  return /* wgsl */ `
fn run(index: u32) {
  let learner = index / ROWS;
  let view = index % ROWS;
  see_learner(learner);${nobodys}
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
  } ${others.join(" ")} else {
    value = softmax_row(learner, view, scale, factor, own, softmax);
  }

  log_xi[learner * ALL_VIEWS + row_of(view)] = log_xi_of_anchor;
  put_anchor(learner, view, Anchor(share * value, log_xi_of_anchor, ess, positive, hardest));
  leave_carried(learner, view, share);
}`;
}
