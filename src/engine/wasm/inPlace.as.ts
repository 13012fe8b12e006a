import { slotOf } from "./stepBlock.as";
import { partOf, putPart } from "./math.as";

/** Copies between tensors, in AssemblyScript: what engine/webgpu/copy.ts, inPlace.ts and ringRow.ts are in WGSL. */

/** target[0..size] = values */
export function copy(values: usize, target: usize, size: i32): void {
  memory.copy(target, values, <usize>size << 2);
}

/** target[from..from + size] = 0 */
export function clear(target: usize, from: i32, size: i32): void {
  memory.fill(target + ((<usize>from) << 2), 0, (<usize>size) << 2);
}

/** target[i] = source[i mod period] */
export function repeatHead(source: usize, target: usize, period: i32, size: i32): void {
  for (let at = 0; at < size; at += period) {
    const count = min(period, size - at);
    memory.copy(target + (<usize>at << 2), source, <usize>count << 2);
  }
}

/** Row block.slot, modulo the number of rows, of a ring of `rows` rows of `size` numbers. */
export function writeRingRow(values: usize, block: usize, ring: usize, size: i32, rows: i32): void {
  const row = slotOf(block) % <u32>rows;
  memory.copy(ring + ((<usize>row * <usize>size) << 2), values, <usize>size << 2);
}

/** sum[i] = a[i] + b[i]: what the tape does where the gradients of two operations meet. */
export function add(a: usize, b: usize, sum: usize, size: i32): void {
  const end = a + ((<usize>(size & ~3)) << 2);
  for (; a < end; a += 16, b += 16, sum += 16) v128.store(sum, f32x4.add(v128.load(a), v128.load(b)));
  putPart(sum, f32x4.add(partOf(a, size & 3), partOf(b, size & 3)), size & 3);
}

/** Copies rows of `size` numbers between tensors in which they are `fromStride` and `toStride` numbers apart. */
export function copyRows(values: usize, target: usize, rows: i32, size: i32, fromStride: i32, toStride: i32, first: i32, to: i32): void {
  for (let row = 0; row < rows; row++) {
    const source = values + ((<usize>(first + row * fromStride)) << 2);
    memory.copy(target + ((<usize>(to + row * toStride)) << 2), source, (<usize>size) << 2);
  }
}

/** target[i] = value */
export function fillWith(target: usize, size: i32, value: f32): void {
  const four = f32x4.splat(value);
  for (let at = 0; at < size; at += 4) putPart(target + ((<usize>at) << 2), four, size - at);
}

/** target[i] = factor values[i] */
export function scale(values: usize, target: usize, size: i32, factor: f32): void {
  const by = f32x4.splat(factor);
  for (let k = 0; k < size; k += 4) {
    const at = (<usize>k) << 2;
    putPart(target + at, f32x4.mul(partOf(values + at, size - k), by), size - k);
  }
}
