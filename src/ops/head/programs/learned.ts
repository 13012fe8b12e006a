import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { laneTotalWgsl } from "../../../engine/wgsl/laneTotal";
import { ANCHOR_WGSL, type AnchorField, anchorAt } from "./anchors";
import { armFlag } from "./arms";
import { type HeadShape, shapeSource } from "./shape";
import { temperatureSource } from "./temperatures";
import type { FusedArm, Temperatures } from "./types";

const LANES = 64;

interface LearnedInput {
  /** Cosines of candidates and anchors, [L, CANDIDATES, ROWS], 0 in the padding; `coefficients` likewise. */
  similarities: TensorInfo;
  coefficients: TensorInfo;
  /** With what each anchor says of the objectives' own numbers. */
  anchors: TensorInfo;
}

/**
 * Where something is learned: the gradient of the loss with respect to log(1/temperature), sum_ij G_ij s_ij / N over anchors and
 * candidates, 0 where the objective has no temperature; and with respect to the objectives' own numbers. One workgroup per learner,
 * in the same order in every run.
 *
 * @param learned written, [L, 1, LEARNED]
 */
export function learnedProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  arms: readonly FusedArm[],
  { similarities, coefficients, anchors }: LearnedInput,
  learned: TensorInfo,
): Program {
  const source = temperatureSource(temperatures);
  const columns = learned.shape[2] ?? 1;
  const cells = similarities.shape.reduce((product, n) => product * n, 1) / shape.learners / 4;
  const { constants, wgsl } = shapeSource(shape);
  const ownNumbers = arms.some((arm) => arm.objective !== null && arm.learned > 0);
  return {
    name: "head: gradient of what is learned",
    reads: { ...source.reads, similarities, coefficients, ...(ownNumbers ? { anchors } : {}) },
    writes: { learned },
    uniforms: source.uniforms,
    elements: { similarities: "vec4f", coefficients: "vec4f" },
    constants: { ...constants, LANES, CELLS: cells, COLUMNS: columns },
    grid: { workgroups: shape.learners, lanes: LANES },
    wgsl: /* wgsl */ `${wgsl}
${source.wgsl}
${ANCHOR_WGSL}
${laneTotalWgsl("f32")}
fn has_scale(learner: u32) -> bool { return ${armFlag(arms, ({ similarity }) => similarity === "logit")}; }
fn run(learner: u32, lane: u32) {
  see_learner(learner);
  var share = 0.0;
  for (var k = lane; k < CELLS; k += LANES) {
    share += dot(coefficients[learner * CELLS + k], similarities[learner * CELLS + k]);
  }
  let total = lane_total(lane, share);
  if (lane > 0u) { return; }
  let at = learner * COLUMNS;
  learned[at] = select(0.0, total / (temperature(learner) * f32(VIEWS)), has_scale(learner));
  for (var k = 1u; k < COLUMNS; k++) { learned[at + k] = 0.0; }
  ${ownNumbers ? `if (${armFlag(arms, ({ learned }) => learned > 0)}) { ${meansWgsl(columns)} }` : ""}
}`,
  };
}

function meansWgsl(columns: number): string {
  const fields: AnchorField[] = ["ofFirst", "ofSecond"];
  const sums = fields.slice(0, columns - 1).map((field, k) => {
    const own = `learned[at + ${k + 1}u]`;
    return `for (var i = 0u; i < VIEWS; i++) { ${own} += anchors[${anchorAt(field)}] / f32(VIEWS); }`;
  });
  return sums.join("\n");
}
