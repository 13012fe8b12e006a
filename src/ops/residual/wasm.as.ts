import { partOf, putPart } from "../../engine/wasm/math.as";

/** The end of a residual block without norm, in AssemblyScript; its gradient is dense/wasm.as.ts's. */

/** y = relu(x + residual), [size] */
export function rectifiedSum(x: usize, residual: usize, y: usize, size: i32): void {
  const zero = f32x4.splat(0);
  const end = x + ((<usize>(size & ~3)) << 2);
  for (; x < end; x += 16, residual += 16, y += 16)
    v128.store(y, f32x4.max(f32x4.add(v128.load(x), v128.load(residual)), zero));
  putPart(y, f32x4.max(f32x4.add(partOf(x, size & 3), partOf(residual, size & 3)), zero), size & 3);
}
