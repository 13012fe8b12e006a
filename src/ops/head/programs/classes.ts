import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { ANCHOR_WGSL, anchorAt } from "./anchors";
import { armFlag, bodies } from "./arms";
import { type HeadShape, shapeConstants } from "./shape";
import type { FusedArm } from "./types";

interface ClassesInput {
  /** [L, N, C] */
  scores: TensorInfo;
  /** [S, N, C] */
  targets: TensorInfo;
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
  { scores, targets }: ClassesInput,
  output: { anchors: TensorInfo; ofScores: TensorInfo },
): Program {
  const [seeds = 1, , classes = 1] = targets.shape;
  const views = bodies(arms, ({ objective }) => (objective?.form === "classes" ? objective.view : undefined));
  return {
    name: "head: class scores",
    reads: { scores, targets },
    writes: { anchors: output.anchors, of_scores: output.ofScores },
    constants: { ...shapeConstants(shape), CLASSES: classes, SEEDS: seeds },
    grid: { invocations: shape.learners * shape.views },
    wgsl: /* wgsl */ `${ANCHOR_WGSL}
fn score(view: u32, c: u32) -> f32 { return scores[view * CLASSES + c]; }
fn target_of(view: u32, c: u32) -> f32 { return targets[view % (SEEDS * VIEWS) * CLASSES + c]; }
fn put(view: u32, c: u32, gradient: f32) { of_scores[view * CLASSES + c] = gradient / f32(VIEWS); }
${views.texts.map((body, k) => `fn view_${k}(view: u32) -> f32 { ${body} }`).join("\n")}
fn value_of(learner: u32, view: u32) -> f32 { ${views.select((k) => `view_${k}(view)`, "0.0")} }
fn run(view: u32) {
  let learner = view / VIEWS;
  let i = view % VIEWS;
  if (${armFlag(arms, ({ objective }) => objective?.form === "classes")}) {
    anchors[${anchorAt("value")}] = value_of(learner, view);
  } else {
    for (var c = 0u; c < CLASSES; c++) { put(view, c, 0.0); }
  }
}`,
  };
}
