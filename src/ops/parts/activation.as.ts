/** The gradient of ReLU in AssemblyScript; activation.ts has it in WGSL. */

/**
 * dz = dy where y > 0, or all of it: [size]; what both gradients begin with.
 */
export function rectifiedGradient(dy: usize, y: usize, dz: usize, size: i32): void {
  const whole = size & ~3;
  for (let i = 0; i < whole; i += 4) {
    const at = (<usize>i) << 2;
    v128.store(dz + at, v128.and(v128.load(dy + at), f32x4.gt(v128.load(y + at), f32x4.splat(0))));
  }
  for (let i = whole; i < size; i++) {
    const at = (<usize>i) << 2;
    store<f32>(dz + at, load<f32>(y + at) > 0 ? load<f32>(dy + at) : 0);
  }
}
