import * as tf from "@tensorflow/tfjs";
import type {
  AnchorObjective,
  Contrasts,
  EmbeddingObjective,
  LabelObjective,
  LogitGradient,
  LossExtras,
  LossInput,
  PairObjective,
  Similarity,
} from "../../objectives/types";
import { rounding } from "../precision";
import {
  contrastsOfLogits,
  contrastsWithQueue,
  cosineGradient,
  dotGradient,
  innerProducts,
  logitsGradient,
  meanOverAnchors,
  type Normalized,
  queueGradient,
  roundContrasts,
  tangential,
} from "./contrasts";
import type { Labeled, Queue } from "./state";
import type { HeadArm } from "./types";

/** The views of one arm's learners; N = 2B, first views in front. */
export interface ArmViews {
  /** [L, N, D] */
  z: tf.Tensor;
  normalized: Normalized;
  /** [L, 1, 1] */
  temperature: tf.Tensor;
  /** Of cosine / temperature against all other views, which the diagnostics need in any case. */
  contrasts: Contrasts;
  queue: Queue | null;
  labeled: Labeled | null;
}

export interface ArmLoss {
  /** [L, N, 1]; its mean over the anchors is the loss. */
  value: tf.Tensor;
  /** dL/dz, [L, N, D] */
  gradient: tf.Tensor;
  /** dL / d scores, [L, N, C]; absent where the loss sees none. */
  ofScores?: tf.Tensor;
  /** dL / d log(1 / temperature), [L, 1, 1], 0 where the loss has no temperature; worked out when asked for. */
  ofScale(): tf.Tensor;
  /** Gradients of the learned numbers, [L, 1, 1] each. */
  learned: readonly tf.Tensor[];
  /** What the objective keeps, as in LossExtras. */
  memory: tf.Tensor | null;
}

/** Loss and gradient of one arm out of TensorFlow.js operations, by the kind of its objective. */
export function armLoss(views: ArmViews, arm: HeadArm, input: LossInput): ArmLoss {
  const { objective } = arm;
  switch (objective.kind) {
    case "anchor":
      return anchorLoss(views, arm, objective, input);
    case "pairs":
      return pairLoss(views, arm, objective, input);
    case "embeddings":
      return embeddingLoss(views, objective, input);
    case "labels":
      return labelLoss(views, objective);
  }
}

function anchorLoss(views: ArmViews, arm: HeadArm, objective: AnchorObjective, input: LossInput): ArmLoss {
  const { pairing } = objective;
  const contrasts = contrastsFor(views, objective);
  const rows = roundedRows(contrasts, arm, objective, input);
  const perAnchor = (x: tf.Tensor) => meanOverAnchors(x, pairing);
  const ofScale = () => {
    const attracted = rows.positive.mul(contrasts.positive);
    const repelled = rows.negatives.mul(contrasts.negatives).sum(-1, true);
    return perAnchor(attracted.add(repelled)).sum(1, true);
  };
  return {
    ...extras(rows, (x) => perAnchor(x).sum(1, true)),
    // The mean over all N has to be that over the anchors.
    value: perAnchor(rows.value).mul(rows.value.shape[1] ?? 1),
    gradient: anchorGradient(views, objective, rows),
    ofScale: objective.similarity === "logit" ? ofScale : () => tf.zerosLike(views.temperature),
  };
}

function contrastsFor(views: ArmViews, { pairing, similarity }: AnchorObjective): Contrasts {
  const { normalized, temperature, queue } = views;
  if (queue) return contrastsWithQueue(normalized.unit, queue, temperature);
  if (pairing === "allViews" && similarity === "logit") return views.contrasts;
  return contrastsOfLogits(similarities(views, similarity), pairing, temperature);
}

/** The objective in its arm's precision; the mean over the anchors comes later, outside it. */
function roundedRows(
  exact: Contrasts,
  { precision = "float32" }: HeadArm,
  objective: AnchorObjective,
  input: LossInput,
): LogitGradient & LossExtras {
  if (precision === "float32") return objective.rows(exact, input);
  const round = rounding(precision);
  const rows = objective.rows(roundContrasts(exact, round), input);
  return { ...rows, positive: round(rows.positive), negatives: round(rows.negatives) };
}

function anchorGradient(views: ArmViews, { pairing, similarity }: AnchorObjective, rows: LogitGradient): tf.Tensor {
  const { normalized, temperature, queue } = views;
  if (queue) return queueGradient(normalized, queue, temperature, rows, pairing);
  return similarityGradient(views, similarity, logitsGradient(rows, pairing));
}

function pairLoss(
  views: ArmViews,
  { precision = "float32" }: HeadArm,
  objective: PairObjective,
  input: LossInput,
): ArmLoss {
  const [learners = 0, count = 0] = views.z.shape;
  const half = count / 2;
  const round = rounding(precision);
  const f = round(similarities(views, objective.similarity).slice([0, 0, half], [learners, half, half]));
  const loss = objective.pairs(f, tf.eye(half), input);
  // Rounded as in the loss of one anchor; the mean over the anchors comes later, outside it.
  const gradient = round(loss.gradient.mul(half)).div(half);
  const amongAll = tf.pad(gradient as tf.Tensor3D, [
    [0, 0],
    [0, half],
    [half, 0],
  ]);
  return {
    ...extras(loss),
    value: loss.value.tile([1, count, 1]),
    gradient: similarityGradient(views, objective.similarity, amongAll),
    ofScale: () =>
      objective.similarity === "logit" ? gradient.mul(f).sum([1, 2], true) : tf.zerosLike(views.temperature),
  };
}

function embeddingLoss(views: ArmViews, objective: EmbeddingObjective, input: LossInput): ArmLoss {
  const isRaw = objective.space === "raw";
  const [first, second] = (isRaw ? views.z : views.normalized.unit).split(2, 1) as [tf.Tensor, tf.Tensor];
  const loss = objective.embeddings(first, second, tf.eye(first.shape[1] ?? 0), input);
  const gradient = tf.concat([loss.first, loss.second], 1);
  return {
    ...extras(loss),
    value: loss.value.tile([1, views.z.shape[1] ?? 1, 1]),
    gradient: isRaw ? gradient : tangential(views.normalized, gradient),
    ofScale: () => tf.zerosLike(views.temperature),
  };
}

function labelLoss({ z, temperature, labeled }: ArmViews, objective: LabelObjective): ArmLoss {
  if (!labeled) throw new Error(`${objective.label} needs class scores and labels beside the embeddings.`);
  const { value, gradient } = objective.classify(labeled.scores, labeled.targets());
  return {
    ...extras({}),
    value,
    gradient: tf.zerosLike(z),
    ofScores: gradient,
    ofScale: () => tf.zerosLike(temperature),
  };
}

function extras({ learned = [], memory = undefined }: LossExtras, average = (x: tf.Tensor) => x) {
  return { learned: learned.map(average), memory: memory ?? null };
}

function similarities({ z, normalized, temperature }: ArmViews, similarity: Similarity): tf.Tensor {
  if (similarity === "dot") return innerProducts(z);
  const cosines = innerProducts(normalized.unit);
  return similarity === "cosine" ? cosines : cosines.div(temperature);
}

/** @param gradient with respect to the matrix of similarities, [L, N, N] */
function similarityGradient(
  { z, normalized, temperature }: ArmViews,
  similarity: Similarity,
  gradient: tf.Tensor,
): tf.Tensor {
  if (similarity === "dot") return dotGradient(z, gradient);
  return cosineGradient(normalized, similarity === "cosine" ? gradient : gradient.div(temperature));
}
