import * as tf from "@tensorflow/tfjs";
import { RandomStream } from "../../../data/sources/stream";
import { contrastsOfLogits, roundContrasts } from "../../../kernels/contrasts";
import type { Precision } from "../../../kernels/formats";
import { rounding } from "../../../kernels/precision";
import { FORMS, type Form } from "./forms";

/** Anchors of which the median is taken; a batch of as many views. */
const VIEWS = 32;
/** Dimensions of the embeddings through which the gradient reaches the anchor. */
const SIZE = 32;
/** Logit of every positive, as at temperature 0.05. */
const POSITIVE_LOGIT = 20;
/** Spread of the negatives' logits. */
const SPREAD = 2;

/** Medians over the anchors of relative errors; 1 where nothing is right any more. NaN for a value that says nothing. */
export interface RoundingErrors {
  /** Of dL/ds_ip. */
  positive: number;
  /** Of the gradient with respect to the anchor's embedding, dL/ds_ip u_p + sum_n dL/ds_in u_n. */
  anchor: number;
  /** Of the loss itself; FlatNCE's is 1 by construction. */
  value: number;
}

/**
 * What is left of a loss and its gradient in a number format, on the current backend, beside float64 in JavaScript at the
 * same rounded logits. Every anchor has `xi` before rounding.
 *
 * @param seed of the negatives' logits
 */
export async function roundingErrors(form: Form, precision: Precision, xi: number, seed = 1): Promise<RoundingErrors> {
  const batch = logitsOf(xi, seed);
  const tensors = tf.tidy(() => {
    const round = rounding(precision);
    const logits = tf.tensor2d(batch, [VIEWS, VIEWS]);
    const seen = roundContrasts(contrastsOfLogits(logits), round);
    const { value, positive, negatives } = FORMS[form].rows(seen, { options: {}, phi: "", learned: [], memory: null });
    return [round(logits), round(value), round(positive), round(negatives)].map((x) => x.flatten());
  });
  const [logits, value, positive, negatives] = await Promise.all(tensors.map((x) => x.data()));
  tf.dispose(tensors);
  const units = unitVectors(seed);
  const rows = Array.from({ length: VIEWS }, (_, anchor) => {
    const own = rowOf(negatives as Float32Array, anchor);
    const exact = exactRow(form, rowOf(logits as Float32Array, anchor), anchor);
    const got = { value: value?.[anchor] as number, positive: positive?.[anchor] as number, negatives: own };
    return errorsOf(got, exact, units, anchor);
  });
  const medianOf = (key: keyof RoundingErrors) => median(rows.map((row) => row[key]));
  return { positive: medianOf("positive"), anchor: medianOf("anchor"), value: medianOf("value") };
}

interface Row {
  value: number;
  positive: number;
  /** One per candidate; 0 for the anchor and its positive. */
  negatives: ArrayLike<number>;
}

/** In float64, from logits that are already rounded. */
function exactRow(form: Form, logits: Float32Array, anchor: number): Row {
  const positive = logits[partnerOf(anchor)] as number;
  const terms = Array.from(logits, (logit, n) => (isNegative(anchor, n) ? Math.exp(logit - positive) : 0));
  const xi = terms.reduce((sum, term) => sum + term, 0);
  const divisor = form === "flatNce" ? xi : 1 + xi;
  return {
    value: form === "flatNce" ? Number.NaN : Math.log1p(xi),
    positive: -xi / divisor,
    negatives: terms.map((term) => term / divisor),
  };
}

function errorsOf(got: Row, exact: Row, units: Float64Array[], anchor: number): RoundingErrors {
  const [own, right] = [got, exact].map((row) => anchorGradient(row, units, anchor)) as [Float64Array, Float64Array];
  const difference = own.map((x, k) => x - (right[k] as number));
  return {
    positive: Math.abs(got.positive / exact.positive - 1),
    anchor: Math.hypot(...difference) / Math.hypot(...right),
    value: Math.abs(got.value / exact.value - 1),
  };
}

function anchorGradient({ positive, negatives }: Row, units: Float64Array[], anchor: number): Float64Array {
  const gradient = new Float64Array(SIZE);
  units.forEach((unit, n) => {
    const coefficient = n === partnerOf(anchor) ? positive : (negatives[n] as number);
    unit.forEach((x, k) => {
      gradient[k] = (gradient[k] as number) + coefficient * x;
    });
  });
  return gradient;
}

/** Logits [VIEWS, VIEWS] of which every row has the same xi. */
function logitsOf(xi: number, seed: number): Float32Array {
  const random = new RandomStream(seed, 0);
  const logits = new Float32Array(VIEWS * VIEWS);
  for (let anchor = 0; anchor < VIEWS; anchor++) {
    const draws = Array.from({ length: VIEWS }, () => SPREAD * random.normal());
    const total = draws.reduce((sum, x, n) => sum + (isNegative(anchor, n) ? Math.exp(x) : 0), 0);
    const shift = POSITIVE_LOGIT + Math.log(xi) - Math.log(total);
    draws.forEach((x, n) => {
      logits[anchor * VIEWS + n] = isNegative(anchor, n) ? x + shift : POSITIVE_LOGIT;
    });
  }
  return logits;
}

function unitVectors(seed: number): Float64Array[] {
  const random = new RandomStream(seed, 1);
  return Array.from({ length: VIEWS }, () => {
    const z = Float64Array.from({ length: SIZE }, () => random.normal());
    const length = Math.hypot(...z);
    return z.map((x) => x / length);
  });
}

function partnerOf(anchor: number): number {
  return (anchor + VIEWS / 2) % VIEWS;
}

function isNegative(anchor: number, n: number): boolean {
  return n !== anchor && n !== partnerOf(anchor);
}

function rowOf(values: Float32Array, row: number): Float32Array {
  return values.subarray(row * VIEWS, (row + 1) * VIEWS);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[VIEWS / 2 - 1] as number) + (sorted[VIEWS / 2] as number)) / 2;
}
