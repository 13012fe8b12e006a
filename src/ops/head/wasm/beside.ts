import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmOutput } from "../../../engine/wasm/lane";
import type { FusedHeadOutput } from "../fused";
import type { FusedArm } from "../programs/types";
import type { Labeled } from "../state";
import type { HeadMemory } from "./memory";

/** Arms whose loss is not one of cosines. */

/** What the losses of all arms give, each in its learners' part. */
export type Gradients = Pick<FusedHeadOutput, "gradient" | "learned" | "ofScores">;

/** Gradient of the class scores, [L, N, C]: 0 until an arm that sees them has written its learners' part. */
export function scoresGradient(lane: WasmLane, { scores }: Labeled): tf.Tensor3D {
  const ofScores = wasmOutput<tf.Rank.R3>(lane, scores.shape);
  lane.run("clear", { reads: [], writes: [ofScores], numbers: [0, ofScores.size] });
  return ofScores;
}

/**
 * Values of the arm's learners, from the `from`-th, and the gradient of their class scores; that of the embeddings is 0.
 * @throws where there are no scores
 */
export function runClasses(
  lane: WasmLane,
  { learners }: FusedArm,
  from: number,
  { labeled, gradient, ofScores }: Gradients & { labeled: Labeled | null },
  { anchors, shape }: HeadMemory,
): void {
  if (!labeled) throw new Error("A loss of class scores needs them, and labels, beside the embeddings.");
  const { scores, targets } = labeled;
  lane.run("headCrossEntropy", {
    reads: [scores, targets],
    writes: [anchors, ofScores],
    numbers: [from, learners, shape.views, scores.shape[2], targets.shape[0]],
  });
  clearLearners(lane, gradient, from, learners);
}

/** Some learners' part of x [L, ...] is 0. */
export function clearLearners(lane: WasmLane, x: tf.Tensor3D, from: number, learners: number): void {
  const size = x.size / x.shape[0];
  lane.run("clear", { reads: [], writes: [x], numbers: [from * size, learners * size] });
}
