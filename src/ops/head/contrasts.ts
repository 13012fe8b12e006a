import * as tf from "@tensorflow/tfjs";
import type { Contrasts, LogitGradient, Pairing, Rounding, Temperature } from "../../objectives/contrasts";
import { EXCLUDED, LOWEST } from "../../objectives/parts/sentinels";
import { stackedMatMul } from "../matMul";
import { rounding } from "../precision";
import { positiveKeys, type Queue } from "./state";

/**
 * From embeddings to contrasts and back, written out by hand: the gradient with respect to z needs only the logits'
 * gradient, so the head needs no tape. Any number of leading axes is allowed (none, one per learner, ...).
 *
 * Reference for a fused kernel: plain TensorFlow.js ops, any backend.
 */

/** Squared length up to which a vector counts as zero: it has no direction, and passes no gradient. */
export const ZERO_SQUARED = 1e-24;

const EXACT = rounding("float32");

/** Unit vectors and the factor that made them so. */
export interface Normalized {
  /** u = z/|z|: [..., N, D]; 0 where z is 0. */
  unit: tf.Tensor;
  /** 1/|z|: [..., N, 1]; 0 where z is 0. */
  inverseNorm: tf.Tensor;
}

/** L2-normalizes z [..., N, D] over its last axis. */
export function normalize(z: tf.Tensor): Normalized {
  const squared = z.square().sum(-1, true);
  // A product rather than tf.where, so that NaN stays NaN and a learner that diverged is noticed.
  const inverseNorm = squared.maximum(ZERO_SQUARED).rsqrt().mul(squared.greater(ZERO_SQUARED).toFloat());
  return { unit: z.mul(inverseNorm), inverseNorm };
}

/**
 * Contrasts of 2B views against each other, with s_ij = u_i . u_j / temperature.
 *
 * @param unit u, [..., N, D], N = 2B: first views 0..B-1, second views B..2B-1
 * @throws when there are fewer than two samples, since the first would have no negatives
 */
export function contrasts(unit: tf.Tensor, temperature: Temperature): Contrasts {
  return contrastsOfLogits(product(unit, unit, true).div(temperature), "allViews", temperature);
}

/**
 * What every objective needs of the logits (FlatNCE, arXiv 2107.01152, section 3): log xi_i is a logsumexp of
 * s_in - s_ip over the negatives alone, shifted by its maximum. Were the 0 of the positive or of the diagonal
 * included, v would be log(1 + xi) and FlatNCE would turn into InfoNCE.
 *
 * @param logits [..., N, N]
 */
export function contrastsOfLogits(
  logits: tf.Tensor,
  pairing: Pairing = "allViews",
  temperature: Temperature = 1,
): Contrasts {
  const views = viewCount(logits);
  const positive = logits.mul(positiveMask(views)).sum(-1, true);
  const negatives = logits.add(excludedMask(views, pairing).mul(EXCLUDED));
  return contrastsOf(positive, negatives, pairing === "allViews" ? views - 2 : views / 2 - 1, temperature);
}

/**
 * Contrasts of anchors against a queue of keys (MoCo, arXiv 1911.05722, section 3.2): the positive is the anchor's own
 * key, the negatives are the queue alone.
 *
 * @param unit [L, N, D]
 */
export function contrastsWithQueue(unit: tf.Tensor, queue: Queue, temperature: Temperature): Contrasts {
  const { entries } = queue;
  const positive = unit.mul(positiveKeys(queue)).sum(-1, true).div(temperature);
  const negatives = product(unit, entries, true).div(temperature);
  return contrastsOf(positive, negatives, entries.shape[1], temperature);
}

function contrastsOf(positive: tf.Tensor, negatives: tf.Tensor, count: number, temperature: Temperature): Contrasts {
  return {
    positive,
    negatives,
    count,
    temperature,
    round: EXACT,
    ...logSumExp(negatives.sub(positive), EXACT),
  };
}

/** The same contrasts as seen by a loss in low precision: logits, arguments of exp, exp, its sum and the softmax rounded. */
export function roundContrasts(exact: Contrasts, round: Rounding): Contrasts {
  const isNegative = exact.negatives.greater(LOWEST);
  // A format without infinity would bring what is excluded back among its numbers.
  const masked = (x: tf.Tensor) => x.where(isNegative, tf.fill(x.shape, EXCLUDED));
  const positive = round(exact.positive);
  const negatives = masked(round(exact.negatives));
  return { ...exact, positive, negatives, round, ...logSumExp(masked(round(negatives.sub(positive))), round) };
}

/**
 * Sums are taken in float32 and rounded once.
 * @param differences d_in = s_in - s_ip, [..., N, N], hugely negative outside N(i)
 */
function logSumExp(differences: tf.Tensor, round: Rounding): Pick<Contrasts, "logXi" | "weights"> {
  const largest = differences.max(-1, true);
  const terms = round(round(differences.sub(largest)).exp());
  const total = round(terms.sum(-1, true));
  return { logXi: largest.add(total.log()), weights: round(terms.div(total)) };
}

/** Gradient with respect to the matrix of logits [..., N, N] of the mean over the anchors. */
export function logitsGradient(gradient: LogitGradient, pairing: Pairing): tf.Tensor {
  const views = viewCount(gradient.negatives);
  const ofAnchors = gradient.negatives.add(gradient.positive.mul(positiveMask(views)));
  return meanOverAnchors(ofAnchors, pairing);
}

/** The mean over the anchors, left as a sum of its parts: rows [..., N, K] times their share in it. */
export function meanOverAnchors(rows: tf.Tensor, pairing: Pairing): tf.Tensor {
  const views = rows.shape[rows.rank - 2] ?? 0;
  if (pairing !== "oneWay") return rows.div(views);
  const shares = Array.from({ length: views }, (_, anchor) => (anchor < views / 2 ? 2 / views : 0));
  return rows.mul(tf.tensor2d(shares, [views, 1]));
}

/**
 * From the gradient with respect to the matrix of cosines to that with respect to z. A cosine belongs to two views, so its
 * gradient goes to its row and to its column: dL/du = (G + G^T) u.
 *
 * @param gradient G, [..., N, N]
 */
export function cosineGradient(normalized: Normalized, gradient: tf.Tensor): tf.Tensor {
  return tangential(normalized, dotGradient(normalized.unit, gradient));
}

/** The same for a matrix of inner products x_i . x_j, with respect to x [..., N, D]. */
export function dotGradient(x: tf.Tensor, gradient: tf.Tensor): tf.Tensor {
  return product(gradient.add(swapLastAxes(gradient)), x, false);
}

/** Through the normalization, which keeps what is tangential: dL/dz = (dL/du - u (u . dL/du)) / |z|. */
export function tangential({ unit, inverseNorm }: Normalized, ofUnit: tf.Tensor): tf.Tensor {
  const radial = ofUnit.mul(unit).sum(-1, true);
  return ofUnit.sub(unit.mul(radial)).mul(inverseNorm);
}

/** Gradient with respect to z [L, N, D] of the mean over the anchors of `contrastsWithQueue`; the keys are constants. */
export function queueGradient(
  normalized: Normalized,
  queue: Queue,
  temperature: Temperature,
  { positive, negatives }: LogitGradient,
  pairing: Pairing,
): tf.Tensor {
  const ofKeys = positiveKeys(queue)
    .mul(positive)
    .add(product(negatives, queue.entries, false));
  return tangential(normalized, meanOverAnchors(ofKeys, pairing).div(temperature));
}

/** N, the number of views. */
function viewCount(rows: tf.Tensor): number {
  const views = rows.shape[rows.rank - 2] ?? 0;
  assertPairs(views);
  return views;
}

/** @throws unless these are two views each of at least two samples */
export function assertPairs(views: number): void {
  if (views >= 4 && views % 2 === 0) return;
  throw new Error(`A batch holds two views of at least two samples, so 4, 6, 8, ... rows; this one has ${views}.`);
}

/** Inner products x_i . x_j of x [..., N, D]: [..., N, N]. */
export function innerProducts(x: tf.Tensor): tf.Tensor {
  return product(x, x, true);
}

/** 1 where the candidate is the anchor's other view: [N, N]. */
function positiveMask(views: number): tf.Tensor {
  const { anchors, candidates } = viewNumbers(views);
  return tf.equal(tf.abs(tf.sub(anchors, candidates)), views / 2).toFloat();
}

/** 1 where the candidate is no negative of the anchor: [N, N]. */
function excludedMask(views: number, pairing: Pairing): tf.Tensor {
  const { anchors, candidates } = viewNumbers(views);
  const half = (x: tf.Tensor) => tf.greaterEqual(x, views / 2);
  const isSameView = tf.equal(half(anchors), half(candidates));
  const isPositive = tf.equal(tf.abs(tf.sub(anchors, candidates)), views / 2);
  const isAnchor = tf.equal(anchors, candidates);
  if (pairing === "allViews") return tf.logicalOr(isAnchor, isPositive).toFloat();
  const isOutside = pairing === "sameView" ? tf.logicalNot(isSameView) : isSameView;
  return tf.logicalOr(isOutside, tf.logicalOr(isAnchor, isPositive)).toFloat();
}

/** 0 .. N - 1 down and across. */
function viewNumbers(views: number): { anchors: tf.Tensor; candidates: tf.Tensor } {
  const numbers = tf.range(0, views);
  return { anchors: numbers.reshape([views, 1]), candidates: numbers.reshape([1, views]) };
}

/** a b, or a b^T: matrices on the last two axes. */
function product(a: tf.Tensor, b: tf.Tensor, transposeB: boolean): tf.Tensor {
  const result = stackedMatMul(stack(a), stack(b), false, transposeB);
  return result.reshape([...a.shape.slice(0, -1), result.shape[2]]);
}

/** All leading axes as one. */
function stack(x: tf.Tensor): tf.Tensor3D {
  const [rows = 1, columns = 1] = x.shape.slice(-2);
  return x.reshape([x.size / (rows * columns), rows, columns]);
}

function swapLastAxes(x: tf.Tensor): tf.Tensor {
  const axes = x.shape.map((_, axis) => axis);
  return x.transpose([...axes.slice(0, -2), x.rank - 1, x.rank - 2]);
}
