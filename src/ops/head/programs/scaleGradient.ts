import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { laneTotalWgsl } from "../../../engine/wgsl/laneTotal";
import { armFlag } from "./arms";
import { type HeadShape, shapeConstants } from "./shape";
import { temperatureSource } from "./temperatures";
import type { FusedArm, Temperatures } from "./types";

const LANES = 64;

/**
 * Where something is learned: the gradient of the loss with respect to log(1/temperature), sum_ij G_ij s_ij / N over
 * anchors and candidates, by one workgroup per learner and in the same order in every run. 0 where the objective sees the
 * cosines themselves.
 *
 * @param cosines [L, ROWS, ROWS]; `coefficients` as the rows' program leaves them, both 0 in the padding
 * @param learned written, [L, 1, LEARNED]
 */
export function scaleGradientProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  arms: readonly FusedArm[],
  { cosines, coefficients }: { cosines: TensorInfo; coefficients: TensorInfo },
  learned: TensorInfo,
): Program {
  const source = temperatureSource(temperatures);
  return {
    name: "head: gradient of what is learned",
    reads: { ...source.reads, cosines, coefficients },
    writes: { learned },
    uniforms: source.uniforms,
    elements: { cosines: "vec4f", coefficients: "vec4f" },
    constants: { ...shapeConstants(shape), LANES, CELLS: shape.rows ** 2 / 4, COLUMNS: learned.shape[2] ?? 1 },
    grid: { workgroups: shape.learners, lanes: LANES },
    wgsl: /* wgsl */ `${source.wgsl}
${laneTotalWgsl("f32")}
fn has_scale(learner: u32) -> bool { return ${armFlag(arms, ({ ofCosines }) => !ofCosines)}; }
fn run(learner: u32, lane: u32) {
  var share = 0.0;
  for (var k = lane; k < CELLS; k += LANES) {
    share += dot(coefficients[learner * CELLS + k], cosines[learner * CELLS + k]);
  }
  let total = lane_total(lane, share);
  if (lane > 0u) { return; }
  let at = learner * COLUMNS;
  learned[at] = select(0.0, total / (temperature(learner) * f32(VIEWS)), has_scale(learner));
  for (var k = 1u; k < COLUMNS; k++) { learned[at + k] = 0.0; }
}`,
  };
}
