import type * as tf from "@tensorflow/tfjs";
import {
  type BatchGroup,
  gatherLearners,
  gatherRows,
  gatherSlices,
  type LearnerBlock,
  spreadRows,
} from "../learnerRows";
import { type ArmLoss, type ArmViews, armLoss } from "./armLoss";
import { contrasts, normalize } from "./contrasts";
import type { ComposedArm } from "./plan";
import { type AnchorField, anchorPlace } from "./programs/anchors";
import { keptRow, learnedNumbers, learnedRow, memoryOf } from "./reference";
import { type HeadState, type Labeled, labeledBatch } from "./state";

/**
 * Arms that the fused head does not know, out of TensorFlow.js operations on their own learners; what they give is written
 * where the programs leave that of the others.
 */

export interface ComposedLoss extends ComposedArm {
  loss: ArmLoss;
}

/** Copies rows [rows, ...] into a larger tensor: where the first one goes, and how far it is from one to the next. */
export type PutRows = (target: tf.TensorInfo, rows: tf.Tensor, place: { from: number; stride: number }) => void;

/**
 * @param z [L, 2B, D]
 * @param temperature [L, 1, 1]; asked for where there is such an arm
 */
export function composedLosses(
  z: tf.Tensor3D,
  temperature: () => tf.Tensor3D,
  composed: readonly ComposedArm[],
  state: HeadState,
): ComposedLoss[] {
  if (composed.length === 0) return [];
  const tau = temperature();
  return composed.map((one) => ({ ...one, loss: lossOf(z, tau, one, state) }));
}

function lossOf(z: tf.Tensor3D, temperature: tf.Tensor3D, one: ComposedArm, state: HeadState): ArmLoss {
  const { arm } = one;
  const { options, phi, objective, learners } = arm;
  const group = groupOf(one, z.shape[1] / 2);
  const learned = learnedNumbers(state.learned && gatherLearners(state.learned, group), objective.learned, learners);
  const memory = memoryOf(arm, state.memory && gatherRows(state.memory, group));
  const views = viewsOf(gatherRows(z, group), gatherLearners(temperature, group), batchOf(state, group));
  return spreadLoss(armLoss(views, arm, { options, phi, learned, memory }), group.size, z.shape[1]);
}

/** An arm's learners with their own rows. */
interface ArmRows extends BatchGroup {
  block: LearnerBlock;
}

function groupOf({ arm, from }: ComposedArm, half: number): ArmRows {
  const block = { from, count: arm.learners };
  return { size: arm.batchSize ?? half, block, blocks: [block] };
}

/** What an arm sees of the queue and of the labels. */
function batchOf({ queue, labeled }: HeadState, rows: ArmRows): Pick<HeadState, "queue" | "labeled"> {
  const ownSamples = ({ samples }: Labeled) =>
    gatherSlices(samples, rows.block).slice([0, 0], [rows.block.count, rows.size]) as tf.Tensor2D;
  return {
    queue: queue && { keys: gatherLearners(queue.keys, rows), entries: gatherLearners(queue.entries, rows) },
    labeled: labeled && labeledBatch(gatherRows(labeled.scores, rows), { ...labeled, samples: ownSamples(labeled) }),
  };
}

/** With rows of 0 after those of the arm's own batch in each half, `all` in both. */
function spreadLoss(loss: ArmLoss, size: number, all: number): ArmLoss {
  if (2 * size === all) return loss;
  const { value, gradient, ofScores, memory } = loss;
  const spread = (x: tf.Tensor) => {
    const [learners = 0, , ...rest] = x.shape;
    return spreadRows([{ size, blocks: [{ from: 0, count: learners }] }], [x], [learners, all, ...rest]);
  };
  return {
    ...loss,
    value: spread(value),
    gradient: spread(gradient),
    ...(ofScores && { ofScores: spread(ofScores) }),
    memory: memory && spread(keptRow(memory, value)),
  };
}

function viewsOf(
  z: tf.Tensor3D,
  temperature: tf.Tensor3D,
  { queue, labeled }: Pick<HeadState, "queue" | "labeled">,
): ArmViews {
  const normalized = normalize(z);
  return {
    z,
    normalized,
    temperature,
    get contrasts() {
      return contrasts(normalized.unit, temperature);
    },
    queue,
    labeled,
  };
}

/** Values of the losses among the statistics of the anchors, [L, ANCHOR_FIELDS, N]. */
export function putValues(put: PutRows, anchors: tf.Tensor3D, losses: readonly ComposedLoss[]): void {
  for (const { from, loss } of losses) putAnchors(put, anchors, "value", { from, values: loss.value });
}

/** dL/dz among those of the others, [L, N, D]. */
export function putGradients(put: PutRows, gradient: tf.Tensor3D, losses: readonly ComposedLoss[]): void {
  const stride = gradient.shape[1] * gradient.shape[2];
  for (const { from, loss } of losses) put(gradient, loss.gradient, { from: from * stride, stride });
}

/** Gradients of the learned numbers among those of the others, [L, 1, LEARNED]. */
export function putLearned(put: PutRows, learned: tf.Tensor3D, losses: readonly ComposedLoss[]): void {
  const stride = learned.shape[2];
  for (const { from, loss } of losses) put(learned, learnedRow(loss, stride), { from: from * stride, stride });
}

/** dL / d scores among those of the others, [L, N, C]. */
export function putScores(put: PutRows, ofScores: tf.Tensor3D, losses: readonly ComposedLoss[]): void {
  const stride = ofScores.shape[1] * ofScores.shape[2];
  for (const { from, loss } of losses) if (loss.ofScores) put(ofScores, loss.ofScores, { from: from * stride, stride });
}

/** What the objectives keep, among the statistics of the anchors. */
export function putKept(put: PutRows, anchors: tf.Tensor3D, losses: readonly ComposedLoss[]): void {
  for (const { from, loss } of losses)
    if (loss.memory) putAnchors(put, anchors, "kept", { from, values: keptRow(loss.memory, loss.value) });
}

function putAnchors(
  put: PutRows,
  anchors: tf.Tensor3D,
  field: AnchorField,
  { from, values }: { from: number; values: tf.Tensor },
): void {
  const stride = anchors.shape[1] * anchors.shape[2];
  put(anchors, values, { from: from * stride + anchorPlace(field, anchors.shape[2]), stride });
}
