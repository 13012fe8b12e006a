import { CHUNK, evaluate, fill, prepare, register, result } from "../../../engine/wasm/formulas.as";
import { firstLanes, partOf, putPart, sum4 } from "../../../engine/wasm/math.as";
import { padded, place, planeOf, VALUE } from "../../../metrics/wasm/atHand.as";
import { packColumns, packRows, PLAIN, product } from "../../matMul/wasm.as";
import { innerProduct } from "./gradient.as";

/** Losses of embeddings that are centered over the batch (objectives/wgsl.ts), in AssemblyScript; programs/standardized.ts has them in WGSL. */

/** Rows of what is known of the dimensions. Of each side: its variance and what y was divided by. */
const VARIANCE: i32 = 0;
const DEVIATION: i32 = 2;
/** Of both: the dimension's agreement and distance. */
const AGREEMENT: i32 = 4;
const DISTANCE: i32 = 5;
/** Of the side that is worked on: the factors of y, of the other side's y' and of z - z', and the sum of gradient and y. */
const OF_OWN: i32 = 6;
const OF_OTHER: i32 = 7;
const OF_RAW: i32 = 8;
const ALONG: i32 = 9;

/** Registers of the formulas, as standardized.ts names their inputs. */
const BATCH_OF_DIMENSION: i32 = 3;

/**
 * Value and dL/dz of an arm's learners.
 * @param weight formula of BATCH and SIZE, `dimension` of a dimension's variance, agreement and distance, and of these
 * @param anchors [L, FIELDS, N]; `gradient` [L, N, D]
 * @param weightRegisters scratch of the first formula, `registers` of the second
 * @param y scratch [N, WIDTH], WIDTH being D in whole vectors; `products` [2, B, B in whole vectors]; `total` [B, WIDTH]
 * @param fields scratch [10, WIDTH]; `packed` of packedSize(WIDTH, B) and of packedSize(B, WIDTH)
 * @param epsilon added to the variances; y is divided by their roots where `isScaled`
 * @param ofOther whether the products of a side meet those of the other
 */
export function headStandardized(
  z: usize,
  weight: usize,
  dimension: usize,
  anchors: usize,
  gradient: usize,
  weightRegisters: usize,
  registers: usize,
  y: usize,
  products: usize,
  total: usize,
  fields: usize,
  packed: usize,
  from: i32,
  learners: i32,
  views: i32,
  size: i32,
  epsilon: f32,
  isScaled: i32,
  ofOther: i32,
): void {
  const samples = views >> 1,
    width = padded(size);
  const side = samples * width,
    square = samples * padded(samples);
  const w = weightOf(weight, weightRegisters, samples, size);
  prepare(dimension, registers);
  fill(register(registers, BATCH_OF_DIMENSION), <f32>samples);
  fill(register(registers, BATCH_OF_DIMENSION + 1), <f32>size);
  for (let l = from; l < from + learners; l++) {
    let value: f32 = 0;
    const own = place(z, l * views * size),
      ofOwn = place(gradient, l * views * size);
    for (let s = 0; s < 2; s++) {
      standardize(place(own, s * samples * size), place(y, s * side), place(fields, s * width), samples, size, epsilon, isScaled);
      productsOfRows(place(y, s * side), place(products, s * square), packed, samples, width);
    }
    compareSides(own, y, fields, samples, size);
    for (let s = 0; s < 2; s++) {
      const seen = ofOther ? 1 - s : s;
      const kept = place(products, s * square),
        met = place(products, seen * square);
      value += w * innerProduct(kept, met, square) + weighDimensions(dimension, registers, fields, s, size);
      packRows(place(y, s * side), packed, samples, width, (<usize>width) << 2);
      const stride = (<usize>padded(samples)) << 2;
      product(met, packed, 0, total, samples, samples, width, stride, 4, (<usize>width) << 2, PLAIN);
      addDimensions(own, y, total, fields, 4 * w, s, samples, size);
      putGradient(total, place(y, s * side), fields, place(ofOwn, s * samples * size), s, samples, size, isScaled);
    }
    const values = planeOf(anchors, l, VALUE, views);
    for (let i = 0; i < views; i++) store<f32>(place(values, i), value);
  }
}

function weightOf(formula: usize, registers: usize, samples: i32, size: i32): f32 {
  prepare(formula, registers);
  fill(register(registers, 0), <f32>samples);
  fill(register(registers, 1), <f32>size);
  evaluate(formula, registers, 4);
  return load<f32>(result(formula, registers, 0));
}

/** y of a side, and in `fields`, which begins with the side's variances, what was found on the way. */
function standardize(z: usize, y: usize, fields: usize, samples: i32, size: i32, epsilon: f32, isScaled: i32): void {
  const width = padded(size);
  const count = f32x4.splat(<f32>samples);
  for (let k = 0; k < size; k += 4) {
    const left = size - k;
    let mean = f32x4.splat(0),
      variance = mean;
    for (let i = 0; i < samples; i++) mean = f32x4.add(mean, partOf(place(z, i * size + k), left));
    mean = f32x4.div(mean, count);
    for (let i = 0; i < samples; i++) {
      const centered = f32x4.sub(partOf(place(z, i * size + k), left), mean);
      variance = f32x4.add(variance, f32x4.mul(centered, centered));
    }
    variance = f32x4.div(variance, count);
    let deviation = f32x4.splat(1);
    if (isScaled) deviation = f32x4.sqrt(f32x4.add(variance, f32x4.splat(epsilon)));
    for (let i = 0; i < samples; i++) {
      const centered = f32x4.sub(partOf(place(z, i * size + k), left), mean);
      v128.store(place(y, i * width + k), f32x4.div(centered, deviation));
    }
    v128.store(place(fields, VARIANCE * width + k), variance);
    v128.store(place(fields, DEVIATION * width + k), deviation);
  }
}

/** y_i . y_j of the rows of a side, 0 beyond them. */
function productsOfRows(y: usize, products: usize, packed: usize, samples: i32, width: i32): void {
  const stride = (<usize>width) << 2,
    row = (<usize>padded(samples)) << 2;
  memory.fill(products, 0, <usize>samples * row);
  packColumns(y, packed, width, samples, stride);
  product(y, packed, 0, products, samples, width, samples, stride, 4, row, PLAIN);
}

/** Means over the batch of y y' and of (z - z')^2. */
function compareSides(z: usize, y: usize, fields: usize, samples: i32, size: i32): void {
  const width = padded(size);
  const count = f32x4.splat(<f32>samples);
  for (let k = 0; k < size; k += 4) {
    let agreement = f32x4.splat(0),
      distance = agreement;
    for (let i = 0; i < samples; i++) {
      const first = v128.load(place(y, i * width + k)),
        second = v128.load(place(y, (samples + i) * width + k));
      agreement = f32x4.add(agreement, f32x4.mul(first, second));
      const difference = differenceOf(z, i, samples, size, k);
      distance = f32x4.add(distance, f32x4.mul(difference, difference));
    }
    v128.store(place(fields, AGREEMENT * width + k), f32x4.div(agreement, count));
    v128.store(place(fields, DISTANCE * width + k), f32x4.div(distance, count));
  }
}

/** z - z' of a sample, at four dimensions. */
@inline
function differenceOf(z: usize, sample: i32, samples: i32, size: i32, k: i32): v128 {
  const first = partOf(place(z, sample * size + k), size - k);
  return f32x4.sub(first, partOf(place(z, (samples + sample) * size + k), size - k));
}

/** What the dimensions of a side add to the value, and the factors in its gradient. @returns the sum of the values */
function weighDimensions(formula: usize, registers: usize, fields: usize, side: i32, size: i32): f32 {
  const width = padded(size);
  let sum = f32x4.splat(0);
  for (let first = 0; first < width; first += CHUNK) {
    const count = min(CHUNK, width - first);
    const bytes = (<usize>count) << 2;
    memory.copy(register(registers, 0), place(fields, (VARIANCE + side) * width + first), bytes);
    memory.copy(register(registers, 1), place(fields, AGREEMENT * width + first), bytes);
    memory.copy(register(registers, 2), place(fields, DISTANCE * width + first), bytes);
    evaluate(formula, registers, count);
    for (let k = 0; k < count; k += 4) {
      const values = v128.load(place(result(formula, registers, 0), k));
      sum = f32x4.add(sum, firstLanes(values, size - first - k, f32x4.splat(0)));
    }
    for (let factor = 0; factor < 3; factor++)
      memory.copy(place(fields, (OF_OWN + factor) * width + first), result(formula, registers, factor + 1), bytes);
  }
  return sum4(sum);
}

/** total <- factor total + the dimensions' part of the gradient with respect to y, and its sum with y over the batch. */
function addDimensions(z: usize, y: usize, total: usize, fields: usize, factor: f32, side: i32, samples: i32, size: i32): void {
  const width = padded(size);
  const from = side * samples,
    other = samples - from;
  const sign: f32 = side == 0 ? 1 : -1;
  for (let k = 0; k < size; k += 4) {
    const ofOwn = v128.load(place(fields, OF_OWN * width + k)),
      ofOther = v128.load(place(fields, OF_OTHER * width + k)),
      ofRaw = f32x4.mul(v128.load(place(fields, OF_RAW * width + k)), f32x4.splat(sign));
    let along = f32x4.splat(0);
    for (let i = 0; i < samples; i++) {
      const at = place(total, i * width + k);
      const own = v128.load(place(y, (from + i) * width + k));
      let sum = f32x4.mul(v128.load(at), f32x4.splat(factor));
      sum = f32x4.add(sum, f32x4.mul(ofOwn, own));
      sum = f32x4.add(sum, f32x4.mul(ofOther, v128.load(place(y, (other + i) * width + k))));
      sum = f32x4.add(sum, f32x4.mul(ofRaw, differenceOf(z, i, samples, size, k)));
      v128.store(at, sum);
      along = f32x4.add(along, f32x4.mul(sum, own));
    }
    v128.store(place(fields, ALONG * width + k), along);
  }
}

/** From the gradient with respect to y to that with respect to z; both are centered where y is scaled. */
function putGradient(total: usize, y: usize, fields: usize, gradient: usize, side: i32, samples: i32, size: i32, isScaled: i32): void {
  const width = padded(size);
  const count = f32x4.splat(<f32>samples);
  for (let k = 0; k < size; k += 4) {
    const along = f32x4.div(v128.load(place(fields, ALONG * width + k)), count),
      deviation = v128.load(place(fields, (DEVIATION + side) * width + k));
    for (let i = 0; i < samples; i++) {
      let part = v128.load(place(total, i * width + k));
      if (isScaled) {
        const radial = f32x4.mul(v128.load(place(y, i * width + k)), along);
        part = f32x4.div(f32x4.sub(part, radial), deviation);
      }
      putPart(place(gradient, i * size + k), part, size - k);
    }
  }
}
