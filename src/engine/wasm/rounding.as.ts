/** Rounding to narrow number formats, four numbers at once, in AssemblyScript; ops/precision has it in WGSL. */

/** Numbers of the formats, in the order of PRECISIONS (engine/numberFormats.ts). */
export const FLOAT32: i32 = 0;
const FLOAT16: i32 = 1;
const BFLOAT16: i32 = 2;

/** To nearest, ties to even; NaN stays. */
export function round4(x: v128, format: i32): v128 {
  if (format == FLOAT32) return x;
  if (format == FLOAT16) return rounded(x, 13, 6.103515625e-5, 0.5, 65504, Infinity);
  // Its smallest numbers are as far apart as float32's, shifted: the same bits are dropped.
  if (format == BFLOAT16) return rounded(x, 16, 0, 0, 3.3895313892515355e38, Infinity);
  return rounded(x, 20, 0.015625, 16384, 448, 448);
}

export function round1(x: f32, format: i32): f32 {
  return format == FLOAT32 ? x : f32x4.extract_lane(round4(f32x4.splat(x), format), 0);
}

/**
 * @param dropped bits of the significand
 * @param smallest normal number; below it, the spacing is 2^-23 `cutter`: a sum with the cutter has no bits below that
 * @param overflow what numbers beyond the largest become
 */
@inline
function rounded(x: v128, dropped: i32, smallest: f32, cutter: f32, largest: f32, overflow: f32): v128 {
  const sign = v128.and(x, i32x4.splat(0x80000000));
  const magnitude = v128.andnot(x, i32x4.splat(0x80000000));
  const even = v128.and(i32x4.shr_u(magnitude, dropped), i32x4.splat(1));
  const carried = i32x4.add(i32x4.add(magnitude, i32x4.splat((1 << (dropped - 1)) - 1)), even);
  let result = i32x4.shl(i32x4.shr_u(carried, dropped), dropped);
  const below = f32x4.sub(f32x4.add(magnitude, f32x4.splat(cutter)), f32x4.splat(cutter));
  result = v128.bitselect(below, result, f32x4.lt(magnitude, f32x4.splat(smallest)));
  result = v128.bitselect(f32x4.splat(overflow), result, f32x4.gt(result, f32x4.splat(largest)));
  return v128.bitselect(v128.or(result, sign), x, f32x4.eq(x, x));
}
