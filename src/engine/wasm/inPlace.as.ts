/** Copies between tensors, in AssemblyScript: what engine/webgpu/copy.ts, inPlace.ts and ringRow.ts are in WGSL. */

/** target[0..size] = values */
export function copy(values: usize, target: usize, size: i32): void {
  memory.copy(target, values, <usize>size << 2);
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
  const row = load<u32>(block, 4) % <u32>rows;
  memory.copy(ring + ((<usize>row * <usize>size) << 2), values, <usize>size << 2);
}
