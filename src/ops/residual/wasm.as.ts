import { partOf, putPart } from "../../engine/wasm/math.as";

/** The end of a residual block without norm, in AssemblyScript; its gradient is dense/wasm.as.ts's. */

/** y = relu(x + residual), [size] */
export function rectifiedSum(x: usize, residual: usize, y: usize, size: i32): void {
  for (let left = size; left > 0; left -= 4, x += 16, residual += 16, y += 16) {
    const sum = f32x4.add(partOf(x, left), partOf(residual, left));
    putPart(y, f32x4.max(sum, f32x4.splat(0)), left);
  }
}
