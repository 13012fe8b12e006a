import * as tf from "@tensorflow/tfjs";
import type { Precision } from "../../engine/numberFormats";
import { readAndDispose } from "../../engine/readAndDispose";
import { contrastsOfLogits, roundContrasts } from "../../ops/head/contrasts";
import { rounding } from "../../ops/precision";
import { isNegative, logitsOf, partnerOf, type Row, rowOf, SIZE, unitVectors, VIEWS } from "./batch";
import type { Exact, Form, Logits } from "./forms/types";

/** Medians over the anchors of relative errors; 1 where nothing is right any more. NaN for a value that says nothing. */
export interface RoundingErrors {
  /** Of dL/ds_ip. */
  positive: number;
  /** Of the gradient with respect to the anchor's embedding, dL/ds_ip u_p + sum_n dL/ds_in u_n. */
  anchor: number;
  /** Of the loss itself. */
  value: number;
}

/**
 * What is left of a loss and its gradient in a number format, on the current backend, beside float64 in JavaScript at the
 * same rounded logits.
 *
 * @param xis each that of all anchors of one batch, before rounding; the batches are worked out together
 * @param seed of the negatives' logits
 * @returns one per xi
 */
export async function roundingErrors(
  form: Form,
  precision: Precision,
  xis: readonly number[],
  seed = 1,
): Promise<RoundingErrors[]> {
  const tensor = tf.tidy(() => {
    const round = rounding(precision);
    const batches = xis.map((xi) => tf.tensor2d(logitsOf(xi, seed), [VIEWS, VIEWS]));
    const logits = tf.stack(batches);
    const seen = roundContrasts(contrastsOfLogits(logits), round);
    const { value, positive, negatives } = form.objective.rows(seen, {
      options: {},
      phi: "",
      learned: [],
      memory: null,
    });
    // Side by side, so that a device is waited for once.
    return tf.concat([round(logits), round(negatives), round(value), round(positive)], -1);
  });
  const numbers = (await readAndDispose(tensor)) as Float32Array;
  const wide = 2 * VIEWS + 2;
  return xis.map((_, batch) => {
    const rows = Array.from({ length: VIEWS }, (_, anchor) =>
      numbers.subarray((batch * VIEWS + anchor) * wide).subarray(0, wide),
    );
    return medianErrors(
      form.exact,
      rows.map((row) => row.subarray(0, VIEWS)),
      rows.map(gotOf),
      seed,
    );
  });
}

/** The loss and gradient in a row of logits, negatives, value and positive. */
function gotOf(row: Float32Array): Row {
  return {
    negatives: row.subarray(VIEWS, 2 * VIEWS),
    value: row[2 * VIEWS] as number,
    positive: row[2 * VIEWS + 1] as number,
  };
}

/** The same in float32 on the CPU, with every step rounded correctly: what a device's own exp and log are measured by. */
export function hostRoundingErrors(form: Form, xi: number, seed = 1): RoundingErrors {
  const batch = logitsOf(xi, seed);
  const logits = Array.from({ length: VIEWS }, (_, anchor) => rowOf(batch, anchor));
  const got = logits.map((row, anchor) => form.float32(logitsAt(row, anchor)));
  return medianErrors(form.exact, logits, got, seed);
}

/** Logits of one anchor of a batch. @param row the anchor's row */
function logitsAt(row: Float32Array, anchor: number): Logits {
  const negatives = Array.from(row, (s, n) => (isNegative(anchor, n) ? s : Number.NEGATIVE_INFINITY));
  return { positive: row[partnerOf(anchor)] as number, negatives };
}

function medianErrors(exact: Exact, logits: Float32Array[], got: Row[], seed: number): RoundingErrors {
  const units = unitVectors(seed);
  const errors = got.map((row, anchor) =>
    errorsOf(row, exactRow(exact, logits[anchor] as Float32Array, anchor), units, anchor),
  );
  const medianOf = (key: keyof RoundingErrors) => median(errors.map((row) => row[key]));
  return { positive: medianOf("positive"), anchor: medianOf("anchor"), value: medianOf("value") };
}

/** In float64, from logits that are already rounded. */
function exactRow({ value, divisor }: Exact, logits: Float32Array, anchor: number): Row {
  const positive = logits[partnerOf(anchor)] as number;
  const terms = Array.from(logits, (logit, n) => (isNegative(anchor, n) ? Math.exp(logit - positive) : 0));
  const xi = terms.reduce((sum, term) => sum + term, 0);
  const scale = divisor(xi);
  return { value: value(xi), positive: -xi / scale, negatives: terms.map((term) => term / scale) };
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

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[VIEWS / 2 - 1] as number) + (sorted[VIEWS / 2] as number)) / 2;
}
