import { partOf, putPart, sum4 } from "../../engine/wasm/math.as";
import { countOf } from "../../engine/wasm/stepBlock.as";
import { elementsOf, learnerOf, startOf } from "../parts/flat.as";

/** Mean and variance of gradients over micro-batches, in AssemblyScript; programs.ts and quantiles.ts have them in WGSL. */

/** Numbers that are added up in float32 before their sum goes on in float64. */
export const BLOCK: i32 = 1024;

/** Welford's update of `size` numbers by the `block.count`-th micro-batch; the first one starts anew. */
export function includeGradients(gradients: usize, block: usize, mean: usize, deviations: usize, size: i32): void {
  const count = countOf(block);
  const bytes = (<usize>size) << 2;
  if (count == 1) {
    memory.copy(mean, gradients, bytes);
    memory.fill(deviations, 0, bytes);
    return;
  }
  const divisor = f32x4.splat(<f32>count);
  for (let at: usize = 0; at < bytes; at += 16) {
    const left = <i32>((bytes - at) >> 2);
    const g = partOf(gradients + at, left),
      before = partOf(mean + at, left);
    const delta = f32x4.sub(g, before);
    const now = f32x4.add(before, f32x4.div(delta, divisor));
    const spread = f32x4.add(partOf(deviations + at, left), f32x4.mul(delta, f32x4.sub(g, now)));
    putPart(mean + at, now, left);
    putPart(deviations + at, spread, left);
  }
}

/**
 * Sums over each parameter tensor of each learner: [rows, 4] of sum_r |g_r - m|^2, |m|^2, m . m of the first arm, 0.
 * @param wholes [rows, 4]: first element, elements, learner, role
 * @param firstMean whose first `seeds` learners are the first arm, with `firstWholes` of `firstLearners` to a parameter
 */
export function momentSums(
  mean: usize,
  deviations: usize,
  wholes: usize,
  firstMean: usize,
  firstWholes: usize,
  sums: usize,
  rows: i32,
  learners: i32,
  firstLearners: i32,
  seeds: i32,
): void {
  for (let row = 0; row < rows; row++, sums += 16) {
    const own = wholes + ((<usize>row) << 4);
    const place = (row / learners) * firstLearners + (learnerOf(own) % seeds);
    const from = startOf(own),
      other = startOf(firstWholes + ((<usize>place) << 4));
    const count = elementsOf(own);
    store<f32>(sums, total(deviations + from, count));
    store<f32>(sums, innerProduct(mean + from, mean + from, count), 4);
    store<f32>(sums, innerProduct(mean + from, firstMean + other, count), 8);
    store<f32>(sums, 0, 12);
  }
}

function total(x: usize, count: i32): f32 {
  let sum: f64 = 0;
  for (let first = 0; first < count; first += BLOCK) {
    let part = f32x4.splat(0);
    const end = min(first + BLOCK, count);
    for (let k = first; k < end; k += 4) part = f32x4.add(part, partOf(x + ((<usize>k) << 2), end - k));
    sum += <f64>sum4(part);
  }
  return <f32>sum;
}

export function innerProduct(x: usize, y: usize, count: i32): f32 {
  let sum: f64 = 0;
  for (let first = 0; first < count; first += BLOCK) {
    let part = f32x4.splat(0);
    const end = min(first + BLOCK, count);
    for (let k = first; k < end; k += 4) {
      const at = (<usize>k) << 2;
      part = f32x4.add(part, f32x4.mul(partOf(x + at, end - k), partOf(y + at, end - k)));
    }
    sum += <f64>sum4(part);
  }
  return <f32>sum;
}

/** Counts by signal-to-noise ratio, [rows, bins]: the number of edges that it has reached. @param edges [bins - 1] */
export function signalHistogram(
  mean: usize,
  deviations: usize,
  wholes: usize,
  edges: usize,
  counts: usize,
  rows: i32,
  bins: i32,
  freedom: f32,
): void {
  memory.fill(counts, 0, (<usize>(rows * bins)) << 2);
  const divisor = f32x4.splat(freedom);
  for (let row = 0; row < rows; row++, wholes += 16, counts += (<usize>bins) << 2) {
    const from = startOf(wholes);
    const count = elementsOf(wholes);
    for (let k = 0; k < count; k += 4) {
      const at = from + ((<usize>k) << 2);
      const signal = f32x4.abs(partOf(mean + at, count - k));
      const noise = f32x4.sqrt(f32x4.div(partOf(deviations + at, count - k), divisor));
      countSignals(signal, noise, edges, bins, counts);
    }
  }
}

@inline
function countSignals(signal: v128, noise: v128, edges: usize, bins: i32, counts: usize): void {
  const zero = f32x4.splat(0);
  const exists = i32x4.bitmask(v128.or(f32x4.gt(signal, zero), f32x4.gt(noise, zero)));
  const end = edges + ((<usize>(bins - 1)) << 2);
  let bin = i32x4.splat(0);
  for (let edge = edges; edge < end; edge += 4)
    bin = i32x4.sub(bin, f32x4.ge(signal, f32x4.mul(v128.load32_splat(edge), noise)));
  if (exists & 1) increment(counts, i32x4.extract_lane(bin, 0));
  if (exists & 2) increment(counts, i32x4.extract_lane(bin, 1));
  if (exists & 4) increment(counts, i32x4.extract_lane(bin, 2));
  if (exists & 8) increment(counts, i32x4.extract_lane(bin, 3));
}

function increment(counts: usize, place: i32): void {
  const count = counts + ((<usize>place) << 2);
  store<i32>(count, load<i32>(count) + 1);
}

/** Bits of the largest finite float32; those of non-negative floats are ordered as the floats are. */
const LARGEST: u32 = 0x7f7fffff;
/** Values are told apart by their leading bits first, an exponent and three bits of the fraction: 2048 kinds. */
const SHIFT: u32 = 20;
const KINDS: usize = 2048;

/**
 * Three quantiles of the non-negative values of each row, [rows, 3], in whole percent: exact, by counting the kinds, and by bisection
 * of the bits of the values that are of a quantile's kind.
 * @param kinds [2048], work
 * @param alike as many as the longest row has, work
 */
export function quantiles(
  values: usize,
  wholes: usize,
  found: usize,
  kinds: usize,
  alike: usize,
  rows: i32,
  low: i32,
  middle: i32,
  high: i32,
): void {
  for (let row = 0; row < rows; row++, wholes += 16, found += 12) {
    const at = values + startOf(wholes);
    const count = elementsOf(wholes);
    countKinds(at, count, kinds);
    store<u32>(found, quantile(at, count, low, kinds, alike));
    store<u32>(found, quantile(at, count, middle, kinds, alike), 4);
    store<u32>(found, quantile(at, count, high, kinds, alike), 8);
  }
}

/** Whatever is beyond float32 counts as its largest number. */
function countKinds(values: usize, count: i32, kinds: usize): void {
  memory.fill(kinds, 0, KINDS << 2);
  for (let k = 0; k < count; k++) {
    const bits = load<u32>(values + ((<usize>k) << 2)) & 0x7fffffff;
    increment(kinds, <i32>(min(bits, LARGEST) >>> SHIFT));
  }
}

function quantile(values: usize, count: i32, percent: i32, kinds: usize, alike: usize): u32 {
  let rank = <i32>((<i64>percent * <i64>(count - 1)) / 100);
  let kind: u32 = 0;
  for (let here = load<i32>(kinds); rank >= here; here = load<i32>(kinds + ((<usize>kind) << 2))) {
    rank -= here;
    kind++;
  }
  const size = chooseAlike(values, count, kind, alike);
  let low = kind << SHIFT,
    high = min(low + (1 << SHIFT) - 1, LARGEST);
  while (low < high) {
    const middle = low + ((high - low) >> 1);
    if (reaching(alike, size, middle) > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Puts the values of a kind side by side. @returns how many there are */
function chooseAlike(values: usize, count: i32, kind: u32, alike: usize): i32 {
  const wanted = i32x4.splat(kind);
  const whole = count & ~3;
  let size = 0;
  for (let k = 0; k < whole; k += 4) {
    const four = values + ((<usize>k) << 2);
    if (v128.any_true(i32x4.eq(i32x4.shr_u(v128.load(four), SHIFT), wanted))) size = append(four, 4, kind, alike, size);
  }
  return append(values + ((<usize>whole) << 2), count - whole, kind, alike, size);
}

function append(values: usize, count: i32, kind: u32, alike: usize, size: i32): i32 {
  for (let k = 0; k < count; k++) {
    const bits = load<u32>(values + ((<usize>k) << 2));
    store<u32>(alike + ((<usize>size) << 2), bits);
    size += i32(bits >>> SHIFT == kind);
  }
  return size;
}

/** How many numbers have bits of at most so much. */
function reaching(values: usize, count: i32, bits: u32): i32 {
  const limit = i32x4.splat(bits);
  let found = i32x4.splat(0);
  const whole = count & ~3;
  for (let k = 0; k < whole; k += 4) found = i32x4.sub(found, i32x4.le_s(v128.load(values + ((<usize>k) << 2)), limit));
  let sum = i32x4.extract_lane(found, 0) + i32x4.extract_lane(found, 1);
  sum += i32x4.extract_lane(found, 2) + i32x4.extract_lane(found, 3);
  for (let k = whole; k < count; k++) sum += i32(load<u32>(values + ((<usize>k) << 2)) <= bits);
  return sum;
}
