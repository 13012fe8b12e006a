import * as tf from "@tensorflow/tfjs";
import type { Contrasts, LogitGradient } from "./contrastTypes";
import { stackedMatMul } from "./matMul";
import { type Rounding, rounding } from "./precision";

/**
 * From embeddings to contrasts and back, written out by hand: the gradient with respect to z needs only the logits'
 * gradient, so the head needs no tape. Any number of leading axes is allowed (none, one per learner, ...).
 *
 * Reference for a fused kernel: plain TensorFlow.js ops, any backend.
 */

/** Stands for -infinity: exp is exactly 0 there, and unlike -infinity it leaves no NaN behind. */
const EXCLUDED = -1e9;
/** Squared length up to which a vector counts as zero: it has no direction, and passes no gradient. */
export const ZERO_SQUARED = 1e-24;

const EXACT = rounding("float32");

/** Unit vectors and the factor that made them so. */
export interface Normalised {
  /** u = z/|z|: [..., N, D]; 0 where z is 0. */
  unit: tf.Tensor;
  /** 1/|z|: [..., N, 1]; 0 where z is 0. */
  inverseNorm: tf.Tensor;
}

/** A number, or a tensor that broadcasts against [..., N, N], such as [L, 1, 1]. */
export type Temperature = number | tf.Tensor;

/** L2-normalises z [..., N, D] over its last axis. */
export function normalise(z: tf.Tensor): Normalised {
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
  return contrastsOfLogits(product(unit, unit, true).div(temperature));
}

/**
 * What every objective needs of the logits (FlatNCE, arXiv 2107.01152, section 3): log xi_i is a logsumexp of
 * s_in - s_ip over the negatives alone, shifted by its maximum. Were the 0 of the positive or of the diagonal
 * included, v would be log(1 + xi) and FlatNCE would turn into InfoNCE.
 *
 * @param logits [..., N, N]
 */
export function contrastsOfLogits(logits: tf.Tensor): Contrasts {
  const { positives, excluded } = pairMasks(viewCount(logits));
  const positive = logits.mul(positives).sum(-1, true);
  const negatives = logits.add(excluded.mul(EXCLUDED));
  return { positive, negatives, round: EXACT, ...logSumExp(negatives.sub(positive), EXACT) };
}

/** The same contrasts as seen by a loss in low precision: logits, arguments of exp, exp, its sum and the softmax rounded. */
export function roundContrasts(exact: Contrasts, round: Rounding): Contrasts {
  const positive = round(exact.positive);
  const negatives = round(exact.negatives);
  return { positive, negatives, round, ...logSumExp(round(negatives.sub(positive)), round) };
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

/**
 * Gradient with respect to z [..., N, D] of the mean over the anchors. A logit belongs to two views, so its gradient
 * goes to its row and to its column: dL/du = (G + G^T) u / temperature; the normalisation then keeps what is
 * tangential: dL/dz = (dL/du - u (u . dL/du)) / |z|.
 */
export function embeddingGradient(
  { unit, inverseNorm }: Normalised,
  temperature: Temperature,
  gradient: LogitGradient,
): tf.Tensor {
  const views = viewCount(unit);
  const ofLogits = gradient.negatives.add(gradient.positive.mul(pairMasks(views).positives));
  const bothSides = ofLogits.add(swapLastAxes(ofLogits)).div(tf.mul(temperature, views));
  const ofUnit = product(bothSides, unit, false);
  const radial = ofUnit.mul(unit).sum(-1, true);
  return ofUnit.sub(unit.mul(radial)).mul(inverseNorm);
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

/** 1 where the candidate is the positive; 1 where it is the positive or the anchor itself. Both [N, N]. */
function pairMasks(views: number): { positives: tf.Tensor2D; excluded: tf.Tensor2D } {
  const positives = new Float32Array(views * views);
  for (let anchor = 0; anchor < views; anchor++) positives[anchor * views + ((anchor + views / 2) % views)] = 1;
  const excluded = positives.slice();
  for (let anchor = 0; anchor < views; anchor++) excluded[anchor * (views + 1)] = 1;
  return { positives: tf.tensor2d(positives, [views, views]), excluded: tf.tensor2d(excluded, [views, views]) };
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
