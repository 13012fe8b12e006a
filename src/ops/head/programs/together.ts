import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { f32 } from "../../../engine/wgsl/numbers";
import { NEVER } from "../../../objectives/parts/sentinels";
import { roundingWgsl } from "../../precision";
import { ANCHOR_WGSL, anchorAt } from "./anchors";
import { armsWgsl, bodies, learnersOf, perLearner, togetherOf } from "./arms";
import { type Candidates, candidatesSource } from "./candidates";
import { LANE_SUMS_WGSL } from "./lanes";
import type { RowBodies } from "./rows";
import { type HeadShape, shapeSource } from "./shape";
import { temperatureSource } from "./temperatures";
import type { FusedArm, Temperatures } from "./types";

/** Whether there are anchors that are seen together. */
export function seesTogether(arms: readonly FusedArm[]): boolean {
  return arms.some((arm) => togetherOf(arm) !== undefined);
}

/**
 * After the rows, where an anchor's gradient depends on the others: their mean exponential, and with it the coefficients in
 * place, by one workgroup per such learner.
 *
 * @param anchors read and written, as the rows' program leaves them; `coefficients` hold the rows' weights
 */
export function togetherProgram(
  shape: HeadShape,
  temperatures: Temperatures,
  { arms, library }: RowBodies,
  { candidates, memory }: { candidates: Candidates; memory: TensorInfo | null },
  output: { anchors: TensorInfo; coefficients: TensorInfo },
): Program {
  const source = temperatureSource(temperatures);
  const compared = candidatesSource(shape, arms, candidates);
  const { count, nth } = learnersOf(arms, (arm) => togetherOf(arm) !== undefined);
  const lanes = shape.views < 256 ? 64 : 256;
  const { constants, wgsl } = shapeSource(shape);
  return {
    name: "head: anchors together",
    reads: { ...source.reads, ...compared.reads, ...(memory ? { memories: memory } : {}) },
    writes: output,
    uniforms: source.uniforms,
    constants: { ...constants, ...compared.constants, LANES: lanes },
    grid: { workgroups: count, lanes },
    wgsl: [
      wgsl,
      source.wgsl,
      ANCHOR_WGSL,
      LANE_SUMS_WGSL,
      library,
      roundingWgsl(arms.map(({ precision }) => precision)),
      armsWgsl(arms, candidates.queue !== null),
      compared.wgsl,
      exponentsWgsl(arms),
      `fn learner_of(index: u32) -> u32 { return ${nth}; }`,
      `fn read_memory(learner: u32, i: u32) { memory = ${memory ? "memories[learner * ALL_VIEWS + row_of(i)]" : f32(NEVER)}; }`,
      RUN_WGSL,
    ].join("\n"),
  };
}

function exponentsWgsl(arms: readonly FusedArm[]): string {
  const x = bodies(arms, (arm) => togetherOf(arm)?.x);
  return /* wgsl */ `
${x.texts.map((text, k) => `fn x_${k}(v: f32, positive: f32, tau: f32) -> f32 { return ${text}; }`).join("\n")}
fn x_of(learner: u32, v: f32, positive: f32, tau: f32) -> f32 { ${x.select((k) => `x_${k}(v, positive, tau)`, "v")} }
fn among_all(learner: u32) -> bool { return ${perLearner(arms, (arm) => Number(togetherOf(arm)?.among === "all"))} == 1u; }`;
}

const RUN_WGSL = /* wgsl */ `
fn own_positive(learner: u32, i: u32, scale: f32) -> f32 {
  return rounded(similarity(learner, i, positive_of(i), scale));
}
fn x_at(learner: u32, i: u32, scale: f32) -> f32 {
  return x_of(learner, anchors[${anchorAt("own")}], own_positive(learner, i, scale), scale);
}

/** log of the mean of e^x over half of the views, from the first of them on. */
fn mean_of_side(learner: u32, lane: u32, first: u32, scale: f32) -> f32 {
  var share = -3.4e38;
  for (var i = first + lane; i < first + SAMPLES; i += LANES) { share = max(share, x_at(learner, i, scale)); }
  let largest = lane_max(lane, share);
  share = 0.0;
  for (var i = first + lane; i < first + SAMPLES; i += LANES) { share += exp(x_at(learner, i, scale) - largest); }
  return largest + log(lane_sum(lane, share) / f32(SAMPLES));
}

fn run(index: u32, lane: u32) {
  let learner = learner_of(index);
  see_learner(learner);
  number_format = precision_of(learner);
  rounds_within = !rounds_ends(learner);
  let tau = temperature(learner);
  let scale = select(tau, 1.0, of_cosines(learner));
  var means = vec2f(mean_of_side(learner, lane, 0u, scale), mean_of_side(learner, lane, SAMPLES, scale));
  if (among_all(learner)) {
    let largest = max(means.x, means.y);
    means = vec2f(largest + log(0.5 * (exp(means.x - largest) + exp(means.y - largest))));
  }
  for (var i = lane; i < VIEWS; i += LANES) {
    let positive = own_positive(learner, i, scale);
    let x = x_at(learner, i, scale);
    read_memory(learner, i);
    let v = anchors[${anchorAt("own")}];
    let mean = select(means.y, means.x, i < SAMPLES);
    let gradient = logit_gradient(learner, v, 0.0, 0.0, positive, scale, count_of(learner), x, mean);
    let share = share_of(learner, i);
    let factor = share * select(1.0, tau, of_cosines(learner));
    for (var n = 0u; n < negatives(); n++) {
      if (is_negative(learner, i, n)) {
        let at = candidate(learner, i, n);
        coefficients[at] = rounded(gradient.negatives * coefficients[at]) * factor;
      }
    }
    coefficients[candidate(learner, i, positive_of(i))] = rounded(gradient.positive) * factor;
    anchors[${anchorAt("value")}] = share * gradient.value;
    anchors[${anchorAt("kept")}] = kept;
  }
}`;
