import { partOf, putPart } from "../../engine/wasm/math.as";

/** average <- momentum average + rest values, of `size` numbers, in AssemblyScript. */
export function movingAverage(values: usize, average: usize, size: i32, momentum: f32, rest: f32): void {
  const old = f32x4.splat(momentum),
    now = f32x4.splat(rest);
  for (let k = 0; k < size; k += 4) {
    const at = (<usize>k) << 2;
    const kept = f32x4.mul(old, partOf(average + at, size - k));
    putPart(average + at, f32x4.add(kept, f32x4.mul(now, partOf(values + at, size - k))), size - k);
  }
}
