import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { ANCHOR_WGSL, anchorAt } from "./anchors";
import { armFlag, bodies } from "./arms";
import { type HeadShape, shapeSource } from "./shape";
import type { FusedArm } from "./types";

interface ClassesInput {
  /** [L, N, C] */
  scores: TensorInfo;
  /** Class of each training sample, int32 [n]. */
  labels: TensorInfo;
  /** Samples of each slice's batch, int32 [S, B]. */
  samples: TensorInfo;
}

/**
 * Losses of class scores, one invocation per view of every learner: values among the statistics of the anchors, and the gradient,
 * which is 0 for learners whose loss sees no scores.
 *
 * @param output anchors [L, ANCHOR_FIELDS, N], in place; ofScores [L, N, C]
 */
export function classesProgram(
  shape: HeadShape,
  arms: readonly FusedArm[],
  { scores, labels, samples }: ClassesInput,
  output: { anchors: TensorInfo; ofScores: TensorInfo },
): Program {
  const { constants, wgsl } = shapeSource(shape);
  const views = bodies(arms, ({ objective }) => (objective?.form === "classes" ? objective.view : undefined));
  return {
    name: "head: class scores",
    reads: { scores, labels, samples },
    writes: { anchors: output.anchors, of_scores: output.ofScores },
    constants: { ...constants, CLASSES: scores.shape[2] ?? 1, SLICES: samples.shape[0] ?? 1 },
    grid: { invocations: shape.learners * shape.views },
    wgsl: /* wgsl */ `${wgsl}${ANCHOR_WGSL}
fn score(view: u32, c: u32) -> f32 { return scores[view * CLASSES + c]; }
var<private> own_class: u32;
fn target_of(view: u32, c: u32) -> f32 { return select(0.0, 1.0, c == own_class); }
fn put(view: u32, c: u32, gradient: f32) { of_scores[view * CLASSES + c] = gradient / f32(VIEWS); }
${views.texts.map((body, k) => `fn view_${k}(view: u32) -> f32 { ${body} }`).join("\n")}
fn value_of(learner: u32, view: u32) -> f32 { ${views.select((k) => `view_${k}(view)`, "0.0")} }
fn run(index: u32) {
  let learner = index / ALL_VIEWS;
  let i = index % ALL_VIEWS;
  see_learner(learner);
  let view = learner * ALL_VIEWS + row_of(i);
  if (i < VIEWS && ${armFlag(arms, ({ objective }) => objective?.form === "classes")}) {
    own_class = u32(labels[samples[learner % SLICES * ALL_SAMPLES + i % SAMPLES]]);
    anchors[${anchorAt("value")}] = value_of(learner, view);
  } else {
    for (var c = 0u; c < CLASSES; c++) { put(view, c, 0.0); }
  }
}`,
  };
}
