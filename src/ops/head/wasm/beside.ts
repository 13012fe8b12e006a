import type { WasmLane } from "../../../engine/wasm/lane";
import type { FusedHeadOutput } from "../fused";
import type { FusedArm } from "../programs/types";
import type { Labeled } from "../state";
import type { HeadMemory } from "./memory";

/** Arms whose loss is not one of cosines. */

/** What the losses of all arms give, each in its learners' part; those of what is learned and of the scores are 0 before. */
export type Gradients = Pick<FusedHeadOutput, "gradient" | "learned" | "ofScores">;

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
  const { scores } = labeled;
  const targets = labeled.targets();
  lane.run("headCrossEntropy", {
    reads: [scores, targets],
    writes: [anchors, ofScores],
    numbers: [from, learners, shape.views, scores.shape[2], targets.shape[0]],
  });
  const size = shape.views * shape.size;
  lane.run("clear", { reads: [], writes: [gradient], numbers: [from * size, learners * size] });
}
