import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { laneTotalWgsl } from "../../../engine/wgsl/laneTotal";
import { type HeadShape, shapeConstants } from "./shape";
import { temperatureSource } from "./temperatures";
import type { Temperatures } from "./types";

const LANES = 64;

/**
 * Where the temperature is learned: the gradient of the loss with respect to log(1/temperature), sum_ij G_ij s_ij / N over
 * anchors and candidates, by one workgroup per learner and in the same order in every run.
 *
 * @param cosines [L, ROWS, ROWS]; `coefficients` as the rows' program leaves them, both 0 in the padding
 * @param ofScale written, [L]
 */
export function scaleGradientProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  { cosines, coefficients }: { cosines: TensorInfo; coefficients: TensorInfo },
  ofScale: TensorInfo,
): Program {
  const source = temperatureSource(temperatures);
  return {
    name: "head: gradient of the scale",
    reads: { ...source.reads, cosines, coefficients },
    writes: { of_scale: ofScale },
    uniforms: source.uniforms,
    elements: { cosines: "vec4f", coefficients: "vec4f" },
    constants: { ...shapeConstants(shape), LANES, CELLS: shape.rows ** 2 / 4 },
    grid: { workgroups: shape.learners, lanes: LANES },
    wgsl: /* wgsl */ `${source.wgsl}
${laneTotalWgsl("f32")}
fn run(learner: u32, lane: u32) {
  var share = 0.0;
  for (var k = lane; k < CELLS; k += LANES) {
    share += dot(coefficients[learner * CELLS + k], cosines[learner * CELLS + k]);
  }
  let total = lane_total(lane, share);
  if (lane == 0u) { of_scale[learner] = total / (temperature(learner) * f32(VIEWS)); }
}`,
  };
}
