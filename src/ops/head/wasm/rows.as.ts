import { CHUNK, evaluate, prepare, register, result } from "../../../engine/wasm/formulas.as";
import { log1 } from "../../../engine/wasm/math.as";
import { round1, round4 } from "../../../engine/wasm/rounding.as";
import { LOG_XI, padded, place, planeOf, POSITIVE } from "../../../metrics/wasm/atHand.as";
import { GIVEN, givenOf, LOG_P, OWN, P, V } from "./given.as";
import { candidatesOf, maskNegatives, positiveColumn } from "./pairing.as";
import { OF_DOTS, positiveOf, scaleOf, similarities, temperatureOf } from "./similarities.as";
import { logTotal, own, shift, softmaxRow, total } from "./softmax.as";

/** The softmax of an arm's anchors, in AssemblyScript: what rowGradient.as.ts goes on from. programs/rowForms.ts has it in WGSL. */

/** Whether the positive is among what the softmax is over: a flag of arms.ts. */
const OVER_CANDIDATES: i32 = 1;

/** That of the statistics, in float32 over all negatives: its terms and their sums are there. @param given written, [L, GIVEN, N] */
export function headKnownSoftmax(anchors: usize, given: usize, from: i32, learners: i32, views: i32): void {
  const bytes = (<usize>views) << 2;
  for (let l = from; l < from + learners; l++) {
    memory.fill(givenOf(given, l, 0, views), 0, bytes * <usize>GIVEN);
    memory.copy(givenOf(given, l, V, views), planeOf(anchors, l, LOG_XI, views), bytes);
    memory.copy(givenOf(given, l, OWN, views), planeOf(anchors, l, POSITIVE, views), bytes);
  }
}

/**
 * The softmax that an objective itself works with, in its own precision.
 * @param cosines [L, ROWS, CANDIDATES] (pairing.as.ts)
 * @param exponent formula of s: what stands in the exponent, and its derivative; 0 where that is s itself
 * @param coefficients written, [L, ROWS, CANDIDATES]: exp of the negatives relative to the largest, and their sums in `totals`, [L, N]; with an
 * exponent the weights times its derivative, and 1
 * @param given written, [L, GIVEN, N]
 * @param registers scratch of the exponent; `mask` of CANDIDATES, `logits` of 2 CANDIDATES
 * @param format of the similarities; `inner` of what is made of them
 */
export function headOwnSoftmax(
  cosines: usize,
  inverse: usize,
  temperatures: usize,
  exponent: usize,
  coefficients: usize,
  totals: usize,
  given: usize,
  registers: usize,
  mask: usize,
  logits: usize,
  from: i32,
  learners: i32,
  views: i32,
  firstTau: i32,
  tauStride: i32,
  pairing: i32,
  format: i32,
  inner: i32,
  flags: i32,
  keys: i32,
): void {
  const rows = padded(views),
    candidates = padded(candidatesOf(views, keys));
  const bytes = (<usize>candidates) << 2;
  const slopes = logits + bytes;
  const isOver = (flags & OVER_CANDIDATES) != 0;
  const isPlain = !exponent && !(flags & OF_DOTS) && format == inner;
  if (exponent) prepare(exponent, registers);
  for (let l = from; l < from + learners; l++) {
    const scale = scaleOf(temperatureOf(temperatures, l, firstTau, tauStride), flags);
    const inverses = place(inverse, l * rows);
    memory.fill(givenOf(given, l, 0, views), 0, ((<usize>views) << 2) * <usize>GIVEN);
    for (let view = 0; view < views; view++) {
      const row = (l * rows + view) * candidates;
      const at = place(cosines, row),
        terms = place(coefficients, row);
      const positive = positiveOf(at, inverses, view, positiveColumn(view, views, keys), scale, flags, format);
      maskNegatives(mask, view, views, pairing, keys);
      if (isPlain) softmaxRow(at, mask, terms, bytes, scale, positive, isOver, inner);
      else {
        similarities(at, inverses, logits, candidates, load<f32>(place(inverses, view)), scale, flags, format);
        if (exponent) seen(exponent, registers, logits, slopes, candidates);
        softmaxRow(logits, mask, terms, bytes, 1, positive, isOver, inner);
      }
      giveSoftmax(given, l, view, views, positive, inner);
      if (exponent) weigh(terms, slopes, mask, candidates, inner);
      store<f32>(place(totals, l * views + view), exponent ? 1 : total);
    }
  }
}

/** Of the row that was worked out last. */
function giveSoftmax(given: usize, learner: i32, view: i32, views: i32, positive: f32, inner: i32): void {
  store<f32>(place(givenOf(given, learner, V, views), view), logTotal());
  store<f32>(place(givenOf(given, learner, P, views), view), round1(own / total, inner));
  store<f32>(place(givenOf(given, learner, LOG_P, views), view), round1(positive - shift, inner) - log1(total));
  store<f32>(place(givenOf(given, learner, OWN, views), view), positive);
}

/** The logits as they stand in the exponent, in place, and the derivatives of what they were made by. */
function seen(exponent: usize, registers: usize, logits: usize, slopes: usize, candidates: i32): void {
  for (let first = 0; first < candidates; first += CHUNK) {
    const bytes = (<usize>min(CHUNK, candidates - first)) << 2;
    memory.copy(register(registers, 0), place(logits, first), bytes);
    evaluate(exponent, registers, min(CHUNK, candidates - first));
    memory.copy(place(logits, first), result(exponent, registers, 0), bytes);
    memory.copy(place(slopes, first), result(exponent, registers, 1), bytes);
  }
}

/** Weights of the row that was worked out last, times the slopes, in the place of its terms. */
function weigh(terms: usize, slopes: usize, mask: usize, candidates: i32, inner: i32): void {
  const sum = f32x4.splat(total);
  for (let k = 0; k < candidates; k += 4) {
    const weight = round4(f32x4.div(v128.load(place(terms, k)), sum), inner);
    const sloped = f32x4.mul(weight, v128.load(place(slopes, k)));
    v128.store(place(terms, k), v128.and(sloped, v128.load(place(mask, k))));
  }
}
