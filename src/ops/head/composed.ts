import * as tf from "@tensorflow/tfjs";
import { type ArmLoss, type ArmViews, armLoss } from "./armLoss";
import { contrasts, normalize } from "./contrasts";
import type { ComposedArm } from "./plan";
import { type AnchorField, anchorPlace } from "./programs/anchors";
import { keptRow, learnedNumbers, learnedRow, memoryOf } from "./reference";
import type { HeadState } from "./state";

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
  const cut = (x: tf.Tensor3D) => tf.slice(x, from, learners) as tf.Tensor3D;
  const learned = learnedNumbers(state.learned && cut(state.learned), objective.learned, learners);
  const views = viewsOf(z, temperature, state, cut);
  return armLoss(views, arm, { options, phi, learned, memory: memoryOf(arm, state.memory && cut(state.memory)) });
}

function viewsOf(
  all: tf.Tensor3D,
  temperatures: tf.Tensor3D,
  { queue, labeled }: HeadState,
  cut: (x: tf.Tensor3D) => tf.Tensor3D,
): ArmViews {
  const [z, temperature] = [cut(all), cut(temperatures)];
  const normalized = normalize(z);
  return {
    z,
    normalized,
    temperature,
    get contrasts() {
      return contrasts(normalized.unit, temperature);
    },
    queue: queue && { keys: cut(queue.keys), entries: cut(queue.entries) },
    labeled: labeled && { ...labeled, scores: cut(labeled.scores) },
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
