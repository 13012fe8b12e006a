import * as tf from "@tensorflow/tfjs";
import { tileLearners } from "../parts/shape";
import { type ArmLoss, type ArmViews, armLoss } from "./armLoss";
import { contrasts, normalize } from "./contrasts";
import { ownRows, padded } from "./mixed";
import type { ComposedArm } from "./plan";
import { type AnchorField, anchorPlace } from "./programs/anchors";
import { keptRow, learnedNumbers, learnedRow, memoryOf } from "./reference";
import type { HeadState, Labeled } from "./state";

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
  const { arm, from } = one;
  const { options, phi, objective, learners } = arm;
  const half = z.shape[1] / 2;
  const { batchSize = half } = arm;
  const ofArm = (x: tf.Tensor3D) => tf.slice(x, from, learners) as tf.Tensor3D;
  const rows = (x: tf.Tensor3D) => ownRows(ofArm(x), batchSize, half) as tf.Tensor3D;
  const learned = learnedNumbers(state.learned && ofArm(state.learned), objective.learned, learners);
  const memory = memoryOf(arm, state.memory && rows(state.memory));
  const views = viewsOf(rows(z), ofArm(temperature), batchOf(one, state, { batchSize, rows, ofArm }));
  return paddedLoss(armLoss(views, arm, { options, phi, learned, memory }), half);
}

/** What an arm sees of the queue and of the labels. */
function batchOf(
  { from, arm: { learners } }: ComposedArm,
  { queue, labeled }: HeadState,
  cut: { batchSize: number; rows: (x: tf.Tensor3D) => tf.Tensor3D; ofArm: (x: tf.Tensor3D) => tf.Tensor3D },
): Pick<HeadState, "queue" | "labeled"> {
  const samplesOf = ({ scores, samples }: Labeled) =>
    tileLearners(samples, scores.shape[0]).slice([from, 0], [learners, cut.batchSize]) as tf.Tensor2D;
  return {
    queue: queue && { keys: cut.ofArm(queue.keys), entries: cut.ofArm(queue.entries) },
    labeled: labeled && { ...labeled, scores: cut.rows(labeled.scores), samples: samplesOf(labeled) },
  };
}

/** With rows of 0 after those of the arm's own batch in each half. */
function paddedLoss(loss: ArmLoss, half: number): ArmLoss {
  const { value, gradient, ofScores, memory } = loss;
  if (gradient.shape[1] === 2 * half) return loss;
  return {
    ...loss,
    value: padded(value, half),
    gradient: padded(gradient, half),
    ...(ofScores && { ofScores: padded(ofScores, half) }),
    memory: memory && padded(keptRow(memory, value), half),
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

/** The composed arms' part of a tensor [L, ...rest] of all learners; null where none of them has one. */
export function partsOf(
  losses: readonly ComposedLoss[],
  [learners, ...rest]: readonly [number, number, number],
  part: (loss: ArmLoss) => tf.Tensor | null | undefined,
  otherwise: number,
): tf.Tensor3D | null {
  const pieces: tf.Tensor3D[] = [];
  let done = 0;
  const fillTo = (end: number) => {
    if (end > done) pieces.push(tf.fill([end - done, ...rest] as [number, number, number], otherwise));
  };
  for (const { from, arm, loss } of losses) {
    const own = part(loss);
    if (!own) continue;
    fillTo(from);
    pieces.push(own as tf.Tensor3D);
    done = from + arm.learners;
  }
  if (pieces.length === 0) return null;
  fillTo(learners);
  return pieces.length === 1 ? (pieces[0] as tf.Tensor3D) : tf.concat(pieces, 0);
}
