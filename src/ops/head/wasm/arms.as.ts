import { CHUNK, evaluate, fill, prepare, register, result } from "../../../engine/wasm/formulas.as";
import { log1, sum4 } from "../../../engine/wasm/math.as";
import { FLOAT32, round1, round4 } from "../../../engine/wasm/rounding.as";
import { LOG_XI, padded, place, planeOf, POSITIVE, VALUE } from "../../../metrics/wasm/atHand.as";
import { candidatesOf, countOf, maskNegatives, positiveOf, shareOf } from "./pairing.as";
import { logTotal, own, shift, softmaxRow, total } from "./softmax.as";

/**
 * What an arm's objective makes of its learners' anchors: values, and the coefficients dL/ds of the mean over the anchors, divided by
 * what the cosines were divided by. The objective is a program (engine/wasm/formulas.ts).
 */

/** Registers of a softmax's formula: as in wasm.ts. */
const V: i32 = 0;
const P: i32 = 1;
const LOG_P: i32 = 2;
const OWN: i32 = 3;
const TAU: i32 = 4;
const COUNT: i32 = 5;

/** What the softmax is over, and whether it is another one than that of the statistics. */
const OVER_CANDIDATES: i32 = 1;
const HAS_OWN: i32 = 2;
/** Whether the objective sees the cosines themselves, not cosine / temperature. */
const OF_COSINES: i32 = 4;

/**
 * Anchors whose negatives count by a softmax.
 * @param cosines [L, ROWS, COLUMNS], with the candidates (pairing.as.ts)
 * @param coefficients of their shape: terms as headStatistics leaves them, then dL/ds
 * @param totals [L, N] their sums
 * @param registers scratch of the formula; `mask` of COLUMNS
 */
export function headSoftmaxArm(
  cosines: usize,
  temperatures: usize,
  formula: usize,
  coefficients: usize,
  totals: usize,
  anchors: usize,
  registers: usize,
  mask: usize,
  from: i32,
  learners: i32,
  views: i32,
  firstTau: i32,
  tauStride: i32,
  pairing: i32,
  format: i32,
  flags: i32,
  keys: i32,
): void {
  const rows = padded(views),
    columns = padded(candidatesOf(views, keys));
  prepare(formula, registers);
  fill(register(registers, COUNT), <f32>countOf(pairing, views, keys));
  for (let l = from; l < from + learners; l++) {
    const tau = load<f32>(place(temperatures, firstTau + l * tauStride));
    const scale: f32 = flags & OF_COSINES ? 1 : tau;
    fill(register(registers, TAU), scale);
    for (let first = 0; first < views; first += CHUNK) {
      const count = min(CHUNK, views - first);
      for (let i = 0; i < count; i++) {
        const view = first + i;
        if (flags & HAS_OWN) ownSoftmax(cosines, coefficients, totals, registers, mask, l, view, i, views, scale, pairing, format, flags, keys);
        else knownSoftmax(anchors, registers, l, view, i, views);
      }
      evaluate(formula, registers, count);
      for (let i = 0; i < count; i++) {
        const view = first + i;
        const share = shareOf(view, views, pairing);
        const factor = share / (scale * <f32>views);
        const row = place(coefficients, (l * rows + view) * columns);
        const ofPositive = load<f32>(place(result(formula, registers, 1), i));
        const ofNegatives = load<f32>(place(result(formula, registers, 2), i));
        const sum = load<f32>(place(totals, l * views + view));
        const value = share * load<f32>(place(result(formula, registers, 0), i));
        store<f32>(place(planeOf(anchors, l, VALUE, views), view), value);
        if (format == FLOAT32) scaleRow(row, columns, (ofNegatives / sum) * factor);
        else roundRow(row, columns, sum, ofNegatives, factor, format);
        store<f32>(place(row, positiveOf(view, views, keys)), round1(ofPositive, format) * factor);
      }
    }
    clearPadding(place(coefficients, l * rows * columns), views, keys);
  }
}

/** The softmax that an objective itself works with, in its own precision. */
function ownSoftmax(
  cosines: usize,
  coefficients: usize,
  totals: usize,
  registers: usize,
  mask: usize,
  learner: i32,
  view: i32,
  i: i32,
  views: i32,
  scale: f32,
  pairing: i32,
  format: i32,
  flags: i32,
  keys: i32,
): void {
  const columns = padded(candidatesOf(views, keys));
  const row = (learner * padded(views) + view) * columns;
  const at = place(cosines, row);
  const positive = round1(load<f32>(place(at, positiveOf(view, views, keys))) / scale, format);
  maskNegatives(mask, view, views, pairing, keys);
  const isOver = (flags & OVER_CANDIDATES) != 0;
  softmaxRow(at, mask, place(coefficients, row), (<usize>columns) << 2, scale, positive, isOver, format);
  store<f32>(place(totals, learner * views + view), total);
  store<f32>(place(register(registers, V), i), logTotal());
  store<f32>(place(register(registers, P), i), round1(own / total, format));
  store<f32>(place(register(registers, LOG_P), i), round1(positive - shift, format) - log1(total));
  store<f32>(place(register(registers, OWN), i), positive);
}

/** That of the statistics, in float32 over all negatives. */
function knownSoftmax(anchors: usize, registers: usize, learner: i32, view: i32, i: i32, views: i32): void {
  store<f32>(place(register(registers, V), i), load<f32>(place(planeOf(anchors, learner, LOG_XI, views), view)));
  store<f32>(place(register(registers, OWN), i), load<f32>(place(planeOf(anchors, learner, POSITIVE, views), view)));
  store<f32>(place(register(registers, P), i), 0);
  store<f32>(place(register(registers, LOG_P), i), 0);
}

function scaleRow(row: usize, columns: i32, factor: f32): void {
  const by = f32x4.splat(factor);
  for (let k = 0; k < columns; k += 4) v128.store(place(row, k), f32x4.mul(v128.load(place(row, k)), by));
}

function roundRow(row: usize, columns: i32, sum: f32, ofNegatives: f32, factor: f32, format: i32): void {
  for (let k = 0; k < columns; k += 4) {
    const weight = round4(f32x4.div(v128.load(place(row, k)), f32x4.splat(sum)), format);
    const coefficient = round4(f32x4.mul(f32x4.splat(ofNegatives), weight), format);
    v128.store(place(row, k), f32x4.mul(coefficient, f32x4.splat(factor)));
  }
}

/** Rows beyond the views and columns beyond the candidates, where a factor may have made NaN of 0. */
function clearPadding(coefficients: usize, views: i32, keys: i32): void {
  const used = candidatesOf(views, keys);
  const columns = padded(used);
  const beyond = (<usize>(columns - used)) << 2;
  for (let i = 0; beyond && i < views; i++) memory.fill(place(coefficients, i * columns + used), 0, beyond);
  const rest = (<usize>((padded(views) - views) * columns)) << 2;
  if (rest) memory.fill(place(coefficients, views * columns), 0, rest);
}

/** The same of anchors whose negatives count one by one. @param ofPositive formula of s_ip, `ofPair` of s_in and s_ip */
export function headPairArm(
  cosines: usize,
  temperatures: usize,
  ofPositive: usize,
  ofPair: usize,
  coefficients: usize,
  anchors: usize,
  ownRegisters: usize,
  registers: usize,
  mask: usize,
  from: i32,
  learners: i32,
  views: i32,
  firstTau: i32,
  tauStride: i32,
  pairing: i32,
  format: i32,
  flags: i32,
  keys: i32,
): void {
  const rows = padded(views),
    columns = padded(candidatesOf(views, keys));
  const negatives = <f32>countOf(pairing, views, keys);
  prepare(ofPositive, ownRegisters);
  prepare(ofPair, registers);
  for (let l = from; l < from + learners; l++) {
    const tau = load<f32>(place(temperatures, firstTau + l * tauStride));
    const scale: f32 = flags & OF_COSINES ? 1 : tau;
    for (let view = 0; view < views; view++) {
      const share = shareOf(view, views, pairing);
      const factor = share / (scale * <f32>views);
      const row = place(cosines, (l * rows + view) * columns);
      const out = place(coefficients, (l * rows + view) * columns);
      const partner = positiveOf(view, views, keys);
      const positive = round1(load<f32>(place(row, partner)) / scale, format);
      maskNegatives(mask, view, views, pairing, keys);
      fill(register(ownRegisters, 0), positive);
      evaluate(ofPositive, ownRegisters, 4);
      fill(register(registers, 1), positive);
      pairRow(row, mask, out, registers, ofPair, columns, scale, negatives, factor, format);
      const value = load<f32>(result(ofPositive, ownRegisters, 0)) + valueOfRow;
      const slope = load<f32>(result(ofPositive, ownRegisters, 1)) + slopeOfRow;
      store<f32>(place(planeOf(anchors, l, VALUE, views), view), share * value);
      store<f32>(place(out, partner), round1(slope, format) * factor);
    }
    clearPadding(place(coefficients, l * rows * columns), views, keys);
  }
}

/** Sums of the row that was worked out last, over its negatives, divided by their number: the value, and by s_ip. */
let valueOfRow: f32 = 0;
let slopeOfRow: f32 = 0;

function pairRow(
  row: usize,
  mask: usize,
  coefficients: usize,
  registers: usize,
  formula: usize,
  columns: i32,
  scale: f32,
  negatives: f32,
  factor: f32,
  format: i32,
): void {
  const count = f32x4.splat(negatives);
  const logits = register(registers, 0);
  const values = result(formula, registers, 0),
    slopes = result(formula, registers, 1),
    ofPositive = result(formula, registers, 2);
  let valueSum = f32x4.splat(0),
    slopeSum = valueSum;
  for (let first = 0; first < columns; first += CHUNK) {
    const width = min(CHUNK, columns - first);
    for (let k = 0; k < width; k += 4) {
      const logit = f32x4.div(v128.load(place(row, first + k)), f32x4.splat(scale));
      v128.store(place(logits, k), round4(logit, format));
    }
    evaluate(formula, registers, width);
    for (let k = 0; k < width; k += 4) {
      const isNegative = v128.load(place(mask, first + k));
      const value = f32x4.div(v128.load(place(values, k)), count),
        slope = f32x4.div(v128.load(place(ofPositive, k)), count);
      valueSum = f32x4.add(valueSum, v128.and(value, isNegative));
      slopeSum = f32x4.add(slopeSum, v128.and(slope, isNegative));
      const coefficient = round4(f32x4.div(v128.load(place(slopes, k)), count), format);
      const scaled = f32x4.mul(coefficient, f32x4.splat(factor));
      v128.store(place(coefficients, first + k), v128.and(scaled, isNegative));
    }
  }
  valueOfRow = sum4(valueSum);
  slopeOfRow = sum4(slopeSum);
}
