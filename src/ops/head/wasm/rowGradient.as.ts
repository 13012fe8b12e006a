import { CHUNK, evaluate, fill, prepare, register, result } from "../../../engine/wasm/formulas.as";
import { copyFloats } from "../../../engine/wasm/math.as";
import { FLOAT32, round1, round4 } from "../../../engine/wasm/rounding.as";
import { padded, place, planeOf, VALUE } from "../../../metrics/wasm/atHand.as";
import { readLearned, readMemory, writeLearned } from "./carried.as";
import { COUNT, GIVEN, givenOf, LEARNED, MEMORY, TAU } from "./given.as";
import { candidatesOf, countOf, positiveColumn, shareOf } from "./pairing.as";
import { OF_COSINES, scaleOf, temperatureOf } from "./similarities.as";

/**
 * What an arm's objective makes of its learners' anchors, in AssemblyScript: values, and the coefficients dL/ds of the mean over the
 * anchors, divided by what the cosines were divided by. The objective is a program (engine/wasm/formulas.ts).
 */

/** Results of a row's formula: value, by s_ip, factor of the weights, what is kept, the gradient of what is learned. */
const KEPT: i32 = 3;
const OF_FIRST: i32 = 4;
const OF_SECOND: i32 = 5;

/**
 * Anchors whose negatives count by a softmax.
 * @param memories [L, N], what was kept of each; `numbers` [L, columns], what is learned; 0 for none
 * @param coefficients [L, ROWS, CANDIDATES] (pairing.as.ts): terms of the softmax, and their sums in `totals`, [L, N]; then dL/ds
 * @param kept [L, N]; `ofNumbers` [L, columns], gradient of what is learned; 0 for none
 * @param registers scratch of the formula
 * @param format of the gradient; `inner` of the weights
 */
export function headRowGradient(
  temperatures: usize,
  formula: usize,
  memories: usize,
  numbers: usize,
  coefficients: usize,
  totals: usize,
  given: usize,
  anchors: usize,
  kept: usize,
  ofNumbers: usize,
  registers: usize,
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
  columns: i32,
): void {
  const rows = padded(views),
    candidates = padded(candidatesOf(views, keys));
  const count = <f32>views;
  prepare(formula, registers);
  fill(register(registers, COUNT), <f32>countOf(pairing, views, keys));
  for (let l = from; l < from + learners; l++) {
    const tau = temperatureOf(temperatures, l, firstTau, tauStride);
    const scale = scaleOf(tau, flags);
    fill(register(registers, TAU), flags & OF_COSINES ? 1 : tau);
    readLearned(numbers, registers, LEARNED, l, columns);
    let ofFirst: f32 = 0,
      ofSecond: f32 = 0;
    for (let first = 0; first < views; first += CHUNK) {
      const width = min(CHUNK, views - first);
      for (let field = 0; field < GIVEN; field++)
        copyFloats(place(givenOf(given, l, field, views), first), register(registers, field), width);
      readMemory(memories, register(registers, MEMORY), l * views + first, width);
      evaluate(formula, registers, width);
      if (kept) copyFloats(result(formula, registers, KEPT), place(kept, l * views + first), width);
      for (let i = 0; i < width; i++) {
        const view = first + i;
        const share = shareOf(view, views, pairing);
        const row = place(coefficients, (l * rows + view) * candidates);
        const value = share * load<f32>(place(result(formula, registers, 0), i));
        store<f32>(place(planeOf(anchors, l, VALUE, views), view), value);
        const sum = load<f32>(place(totals, l * views + view));
        const ofNegatives = load<f32>(place(result(formula, registers, 2), i));
        writeRow(row, candidates, sum, ofNegatives, share / (scale * count), format, inner);
        const ofPositive = load<f32>(place(result(formula, registers, 1), i));
        store<f32>(place(row, positiveColumn(view, views, keys)), round1(ofPositive, format) * (share / (scale * count)));
        ofFirst += share * load<f32>(place(result(formula, registers, OF_FIRST), i));
        ofSecond += share * load<f32>(place(result(formula, registers, OF_SECOND), i));
      }
    }
    clearPadding(place(coefficients, l * rows * candidates), views, keys);
    writeLearned(ofNumbers, l, columns, ofFirst / count, ofSecond / count);
  }
}

/** dL/ds_in in the place of the softmax's terms. */
function writeRow(row: usize, candidates: i32, sum: f32, ofNegatives: f32, factor: f32, format: i32, inner: i32): void {
  if (format == FLOAT32) {
    const by = f32x4.splat((ofNegatives / sum) * factor);
    for (let k = 0; k < candidates; k += 4) v128.store(place(row, k), f32x4.mul(v128.load(place(row, k)), by));
    return;
  }
  for (let k = 0; k < candidates; k += 4) {
    const weight = round4(f32x4.div(v128.load(place(row, k)), f32x4.splat(sum)), inner);
    const coefficient = round4(f32x4.mul(f32x4.splat(ofNegatives), weight), format);
    v128.store(place(row, k), f32x4.mul(coefficient, f32x4.splat(factor)));
  }
}

/** Rows beyond the views and columns beyond the candidates, where a factor may have made NaN of 0. */
export function clearPadding(coefficients: usize, views: i32, keys: i32): void {
  const used = candidatesOf(views, keys);
  const candidates = padded(used);
  const beyond = (<usize>(candidates - used)) << 2;
  for (let i = 0; beyond && i < views; i++) memory.fill(place(coefficients, i * candidates + used), 0, beyond);
  const rest = (<usize>((padded(views) - views) * candidates)) << 2;
  if (rest) memory.fill(place(coefficients, views * candidates), 0, rest);
}
