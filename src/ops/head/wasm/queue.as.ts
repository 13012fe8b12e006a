import { partOf, putPart, sum4 } from "../../../engine/wasm/math.as";
import { padded, place } from "../../../metrics/wasm/atHand.as";
import { packColumns, packRows, PLAIN, product } from "../../matMul/wasm.as";
import { innerProduct, tangential } from "./gradient.as";
import { partnerOf } from "./pairing.as";

/** Anchors against the keys of a queue, in AssemblyScript; programs/queue.ts has it in WGSL. */

/**
 * Cosines of every anchor with the keys of the queue, and with its own, that of its other view, after them.
 * @param unit [L, ROWS, D in whole vectors]; `entries` [L, K, D], `keys` [L, N, D]
 * @param similarities written, [L, ROWS, K + 1 in whole vectors]
 * @param packed scratch of packedSize(D, K)
 */
export function headQueueCosines(
  unit: usize,
  entries: usize,
  keys: usize,
  similarities: usize,
  packed: usize,
  learners: i32,
  views: i32,
  size: i32,
  count: i32,
): void {
  const rows = padded(views),
    width = padded(size),
    columns = padded(count + 1);
  const stride = (<usize>columns) << 2;
  for (let l = 0; l < learners; l++) {
    const own = place(unit, l * rows * width),
      out = place(similarities, l * rows * columns);
    memory.fill(out, 0, <usize>rows * stride);
    packColumns(place(entries, l * count * size), packed, size, count, (<usize>size) << 2);
    product(own, packed, 0, out, views, size, count, (<usize>width) << 2, 4, stride, PLAIN);
    for (let i = 0; i < views; i++) {
      const key = place(keys, (l * views + partnerOf(i, views)) * size);
      store<f32>(place(out, i * columns + count), innerProductOf(key, place(own, i * width), size));
    }
  }
}

/** @param x of `size` numbers; `unit` in whole vectors */
function innerProductOf(x: usize, unit: usize, size: i32): f32 {
  let sum = f32x4.splat(0);
  for (let k = 0; k < size; k += 4)
    sum = f32x4.add(sum, f32x4.mul(partOf(place(x, k), size - k), v128.load(place(unit, k))));
  return sum4(sum);
}

/**
 * dL/dz of an arm's learners, as headGradient has it; the keys are constants.
 * @param coefficients G, of the shape of the similarities
 * @param packed scratch of packedSize(K, D in whole vectors); `ofUnit` of [N, D in whole vectors]
 */
export function headQueueGradient(
  unit: usize,
  inverse: usize,
  similarities: usize,
  coefficients: usize,
  entries: usize,
  keys: usize,
  gradient: usize,
  learned: usize,
  packed: usize,
  ofUnit: usize,
  from: i32,
  learners: i32,
  views: i32,
  size: i32,
  learnedColumns: i32,
  hasTemperature: i32,
  count: i32,
): void {
  const rows = padded(views),
    width = padded(size),
    columns = padded(count + 1);
  const stride = (<usize>width) << 2;
  for (let l = from; l < from + learners; l++) {
    const matrix = place(coefficients, l * rows * columns);
    if (learned && hasTemperature) {
      const cosines = place(similarities, l * rows * columns);
      store<f32>(place(learned, l * learnedColumns), innerProduct(matrix, cosines, rows * columns));
    }
    packRows(place(entries, l * count * size), packed, count, size, (<usize>size) << 2);
    product(matrix, packed, 0, ofUnit, views, count, width, (<usize>columns) << 2, 4, stride, PLAIN);
    for (let i = 0; i < views; i++) {
      const own = ofUnit + <usize>i * stride;
      const key = place(keys, (l * views + partnerOf(i, views)) * size);
      addScaled(own, key, load<f32>(place(matrix, i * columns + count)), size);
      const factor = load<f32>(place(inverse, l * rows + i));
      tangential(own, place(unit, (l * rows + i) * width), place(gradient, (l * views + i) * size), size, factor);
    }
  }
}

/** to += factor x, of `size` numbers. */
function addScaled(to: usize, x: usize, factor: f32, size: i32): void {
  for (let k = 0; k < size; k += 4) {
    const part = f32x4.mul(partOf(place(x, k), size - k), f32x4.splat(factor));
    putPart(place(to, k), f32x4.add(v128.load(place(to, k)), part), size - k);
  }
}
