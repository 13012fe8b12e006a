import { CHUNK, evaluate, fill, prepare, register, result } from "../../../engine/wasm/formulas.as";
import { sum4 } from "../../../engine/wasm/math.as";
import { round1, round4 } from "../../../engine/wasm/rounding.as";
import { padded, place, planeOf, VALUE } from "../../../metrics/wasm/atHand.as";
import { readLearned, writeLearned } from "./carried.as";
import { candidatesOf, countOf, maskNegatives, positiveColumn, shareOf } from "./pairing.as";
import { clearPadding } from "./rowGradient.as";
import { positiveOf, scaleOf, similarities, temperatureOf } from "./similarities.as";

/** Registers of the positive's formula: s_ip, the number of negatives, what is learned; of a pair's: s_in before them. */
const OWN_LEARNED: i32 = 2;
const PAIR_LEARNED: i32 = 3;
/** Results that follow what is returned: the gradient of what is learned. */
const OWN_OF_LEARNED: i32 = 2;
const PAIR_OF_LEARNED: i32 = 3;

/**
 * What an arm's objective makes of anchors whose negatives count one by one, in AssemblyScript: values and dL/ds.
 * @param cosines [L, ROWS, CANDIDATES] (pairing.as.ts), as are the coefficients
 * @param ofPositive formula of s_ip, `ofPair` of s_in and s_ip
 * @param numbers [L, columns], what is learned, and `ofNumbers` its gradient; 0 for none
 * @param ownRegisters scratch of the first formula, `registers` of the second; `mask` of CANDIDATES
 */
export function headPairArm(
  cosines: usize,
  inverse: usize,
  temperatures: usize,
  ofPositive: usize,
  ofPair: usize,
  numbers: usize,
  coefficients: usize,
  anchors: usize,
  ofNumbers: usize,
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
  columns: i32,
): void {
  const rows = padded(views),
    candidates = padded(candidatesOf(views, keys));
  const count = <f32>countOf(pairing, views, keys);
  prepare(ofPositive, ownRegisters);
  prepare(ofPair, registers);
  fill(register(ownRegisters, 1), count);
  fill(register(registers, 2), count);
  for (let l = from; l < from + learners; l++) {
    const scale = scaleOf(temperatureOf(temperatures, l, firstTau, tauStride), flags);
    const inverses = place(inverse, l * rows);
    readLearned(numbers, ownRegisters, OWN_LEARNED, l, columns);
    readLearned(numbers, registers, PAIR_LEARNED, l, columns);
    let ofFirst: f32 = 0,
      ofSecond: f32 = 0;
    for (let view = 0; view < views; view++) {
      const share = shareOf(view, views, pairing);
      const factor = share / (scale * <f32>views);
      const row = place(cosines, (l * rows + view) * candidates);
      const out = place(coefficients, (l * rows + view) * candidates);
      const partner = positiveColumn(view, views, keys);
      const positive = positiveOf(row, inverses, view, partner, scale, flags, format);
      maskNegatives(mask, view, views, pairing, keys);
      fill(register(ownRegisters, 0), positive);
      evaluate(ofPositive, ownRegisters, 4);
      fill(register(registers, 1), positive);
      pairRow(row, inverses, mask, out, registers, ofPair, candidates, load<f32>(place(inverses, view)), scale, count, factor, format, flags);
      const value = load<f32>(result(ofPositive, ownRegisters, 0)) + valueOfRow;
      const slope = load<f32>(result(ofPositive, ownRegisters, 1)) + slopeOfRow;
      store<f32>(place(planeOf(anchors, l, VALUE, views), view), share * value);
      store<f32>(place(out, partner), round1(slope, format) * factor);
      ofFirst += share * (load<f32>(result(ofPositive, ownRegisters, OWN_OF_LEARNED)) + firstOfRow);
      ofSecond += share * (load<f32>(result(ofPositive, ownRegisters, OWN_OF_LEARNED + 1)) + secondOfRow);
    }
    clearPadding(place(coefficients, l * rows * candidates), views, keys);
    writeLearned(ofNumbers, l, columns, ofFirst / <f32>views, ofSecond / <f32>views);
  }
}

/** Sums of the row that was worked out last, over its negatives, divided by their number: the value, and by s_ip. */
let valueOfRow: f32 = 0;
let slopeOfRow: f32 = 0;
/** The same sums of the gradient of what is learned, undivided. */
let firstOfRow: f32 = 0;
let secondOfRow: f32 = 0;

function pairRow(
  row: usize,
  inverses: usize,
  mask: usize,
  coefficients: usize,
  registers: usize,
  formula: usize,
  candidates: i32,
  own: f32,
  scale: f32,
  negatives: f32,
  factor: f32,
  format: i32,
  flags: i32,
): void {
  const count = f32x4.splat(negatives);
  const logits = register(registers, 0);
  const values = result(formula, registers, 0),
    slopes = result(formula, registers, 1),
    ofPositive = result(formula, registers, 2),
    ofFirst = result(formula, registers, PAIR_OF_LEARNED),
    ofSecond = result(formula, registers, PAIR_OF_LEARNED + 1);
  let valueSum = f32x4.splat(0),
    slopeSum = valueSum,
    firstSum = valueSum,
    secondSum = valueSum;
  for (let first = 0; first < candidates; first += CHUNK) {
    const width = min(CHUNK, candidates - first);
    similarities(place(row, first), place(inverses, first), logits, width, own, scale, flags, format);
    evaluate(formula, registers, width);
    for (let k = 0; k < width; k += 4) {
      const isNegative = v128.load(place(mask, first + k));
      const value = f32x4.div(v128.load(place(values, k)), count),
        slope = f32x4.div(v128.load(place(ofPositive, k)), count);
      valueSum = f32x4.add(valueSum, v128.and(value, isNegative));
      slopeSum = f32x4.add(slopeSum, v128.and(slope, isNegative));
      firstSum = f32x4.add(firstSum, v128.and(v128.load(place(ofFirst, k)), isNegative));
      secondSum = f32x4.add(secondSum, v128.and(v128.load(place(ofSecond, k)), isNegative));
      const coefficient = round4(f32x4.div(v128.load(place(slopes, k)), count), format);
      const scaled = f32x4.mul(coefficient, f32x4.splat(factor));
      v128.store(place(coefficients, first + k), v128.and(scaled, isNegative));
    }
  }
  valueOfRow = sum4(valueSum);
  slopeOfRow = sum4(slopeSum);
  firstOfRow = sum4(firstSum);
  secondOfRow = sum4(secondSum);
}
