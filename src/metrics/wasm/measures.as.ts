import { CHUNK, evaluate, fill, prepare, register, result } from "../../engine/wasm/formulas.as";
import { exp1, exp4, firstLanes, log1, max4, softplus1, sum4 } from "../../engine/wasm/math.as";
import { columnOf, FIELDS, LOG_XI, padded, place, planeOf } from "./atHand.as";

/** The metrics of a step, in AssemblyScript; each metric's file has the same in WGSL. */

/**
 * The mean over the anchors of a formula of an anchor's statistics and, after them, of the number of views.
 * @param metrics ring of `slots` rows [L, columns]
 * @param registers scratch of the formula
 */
export function measureAnchors(
  anchors: usize,
  formula: usize,
  block: usize,
  metrics: usize,
  registers: usize,
  learners: i32,
  views: i32,
  column: i32,
  columns: i32,
  slots: i32,
): void {
  const to = columnOf(metrics, block, slots, learners, column, columns);
  prepare(formula, registers);
  fill(register(registers, FIELDS), <f32>views);
  for (let l = 0; l < learners; l++) {
    let sum = f32x4.splat(0);
    for (let first = 0; first < views; first += CHUNK) {
      const count = min(CHUNK, views - first);
      for (let field = 0; field < FIELDS; field++) {
        const plane = place(planeOf(anchors, l, field, views), first);
        memory.copy(register(registers, field), plane, (<usize>count) << 2);
      }
      evaluate(formula, registers, count);
      for (let k = 0; k < count; k += 4) {
        const values = v128.load(place(result(formula, registers, 0), k));
        sum = f32x4.add(sum, firstLanes(values, count - k, f32x4.splat(0)));
      }
    }
    store<f32>(place(to, l * columns), sum4(sum) / <f32>views);
  }
}

/**
 * A metric by its number, in the order of MEASURES (index.ts).
 * @param unit [L, ROWS, D in whole vectors]; `cosines` [L, ROWS, ROWS]; `anchors` [L, FIELDS, N]
 */
export function measure(
  unit: usize,
  cosines: usize,
  anchors: usize,
  temperatures: usize,
  block: usize,
  metrics: usize,
  which: i32,
  learners: i32,
  views: i32,
  size: i32,
  firstTau: i32,
  tauStride: i32,
  column: i32,
  columns: i32,
  slots: i32,
): void {
  const rows = padded(views);
  const to = columnOf(metrics, block, slots, learners, column, columns);
  for (let l = 0; l < learners; l++) {
    const ownUnit = place(unit, l * rows * padded(size)),
      ownCosines = place(cosines, l * rows * rows);
    const logXi = planeOf(anchors, l, LOG_XI, views);
    const tau = load<f32>(place(temperatures, firstTau + l * tauStride));
    let value: f32 = tau;
    if (which == 0) value = alignment(ownUnit, views, size);
    else if (which == 1) value = anchorEss(logXi, views);
    else if (which == 2) value = collapseStd(ownUnit, views, size);
    else if (which == 3) value = oneWayInformation(ownCosines, views, tau);
    else if (which == 4) value = smallestVanishingFactor(logXi, views);
    else if (which == 5) value = uniformity(ownCosines, views);
    store<f32>(place(to, l * columns), value);
  }
}

function alignment(unit: usize, views: i32, size: i32): f32 {
  const samples = views >> 1;
  const half = samples * padded(size);
  let sum = f32x4.splat(0);
  for (let k = 0; k < half; k += 4) {
    const difference = f32x4.sub(v128.load(place(unit, k)), v128.load(place(unit, half + k)));
    sum = f32x4.add(sum, f32x4.mul(difference, difference));
  }
  return sum4(sum) / <f32>samples;
}

/** By weights relative to the largest, so that tiny ones cannot all underflow to 0/0. */
function anchorEss(logXi: usize, views: i32): f32 {
  let largest = -softplus1(-load<f32>(logXi));
  for (let i = 1; i < views; i++) largest = max(largest, -softplus1(-load<f32>(place(logXi, i))));
  let sum: f32 = 0,
    squares: f32 = 0;
  for (let i = 0; i < views; i++) {
    const relative = exp1(-softplus1(-load<f32>(place(logXi, i))) - largest);
    sum += relative;
    squares += relative * relative;
  }
  return (sum * sum) / (squares * <f32>views);
}

function collapseStd(unit: usize, views: i32, size: i32): f32 {
  const width = padded(size);
  const count = f32x4.splat(<f32>views);
  let total = f32x4.splat(0);
  for (let k = 0; k < width; k += 4) {
    let mean = f32x4.splat(0),
      variance = mean;
    for (let i = 0; i < views; i++) mean = f32x4.add(mean, f32x4.div(v128.load(place(unit, i * width + k)), count));
    for (let i = 0; i < views; i++) {
      const deviation = f32x4.sub(v128.load(place(unit, i * width + k)), mean);
      variance = f32x4.add(variance, f32x4.div(f32x4.mul(deviation, deviation), count));
    }
    // Dimensions that only fill up the last vector are 0 throughout, and add nothing.
    total = f32x4.add(total, f32x4.sqrt(variance));
  }
  return sum4(total) / <f32>size;
}

function oneWayInformation(cosines: usize, views: i32, tau: f32): f32 {
  const samples = views >> 1,
    rows = padded(views);
  let sum: f32 = 0;
  for (let i = 0; i < samples; i++) {
    const row = place(cosines, i * rows + samples);
    const largest = largestOther(row, samples, i);
    const total = sumOfOthers(row, samples, i, largest, 1 / tau);
    sum += softplus1((largest - load<f32>(place(row, i))) / tau + log1(total));
  }
  return log1(<f32>samples) - sum / <f32>samples;
}

function smallestVanishingFactor(logXi: usize, views: i32): f32 {
  let largest = softplus1(-load<f32>(logXi));
  for (let i = 1; i < views; i++) largest = max(largest, softplus1(-load<f32>(place(logXi, i))));
  return exp1(-largest);
}

/** 2 t of the Gaussian potential e^{-t |u_i - u_j|^2} = e^{2 t (c_ij - 1)}, as in metrics/uniformity.ts. */
const SHARPNESS: f32 = 4;

function uniformity(cosines: usize, views: i32): f32 {
  const samples = views >> 1,
    rows = padded(views);
  let first: f32 = 0,
    second: f32 = 0;
  for (let i = 0; i < samples; i++) {
    first += sumOfOthers(place(cosines, i * rows), samples, i, 1, SHARPNESS);
    second += sumOfOthers(place(cosines, (i + samples) * rows + samples), samples, i, 1, SHARPNESS);
  }
  const pairs = <f32>(samples * (samples - 1));
  return 0.5 * (log1(first / pairs) + log1(second / pairs));
}

/** All bits at the lanes k, k + 1, ... that are below `count` and not `skipped`. */
@inline
function others(k: i32, count: i32, skipped: i32): v128 {
  const lanes = i32x4.add(i32x4.splat(k), i32x4(0, 1, 2, 3));
  return v128.and(i32x4.lt_s(lanes, i32x4.splat(count)), i32x4.ne(lanes, i32x4.splat(skipped)));
}

/** Reads up to three numbers beyond the row, which lie in the same memory. */
function largestOther(row: usize, count: i32, skipped: i32): f32 {
  let largest = f32x4.splat(-2);
  for (let k = 0; k < count; k += 4) {
    const cosines = v128.bitselect(v128.load(place(row, k)), f32x4.splat(-2), others(k, count, skipped));
    largest = f32x4.max(largest, cosines);
  }
  return max4(largest);
}

/** Sum of e^{factor (c - origin)} over a row but for one of its numbers. */
function sumOfOthers(row: usize, count: i32, skipped: i32, origin: f32, factor: f32): f32 {
  let sum = f32x4.splat(0);
  for (let k = 0; k < count; k += 4) {
    const exponents = f32x4.mul(f32x4.splat(factor), f32x4.sub(v128.load(place(row, k)), f32x4.splat(origin)));
    sum = f32x4.add(sum, v128.and(exp4(exponents), others(k, count, skipped)));
  }
  return sum4(sum);
}

/** A metric that something else has measured. @param beside [L, count], of which this is the `index`-th */
export function putMetric(
  beside: usize,
  block: usize,
  metrics: usize,
  index: i32,
  count: i32,
  learners: i32,
  column: i32,
  columns: i32,
  slots: i32,
): void {
  const to = columnOf(metrics, block, slots, learners, column, columns);
  for (let l = 0; l < learners; l++) store<f32>(place(to, l * columns), load<f32>(place(beside, l * count + index)));
}
