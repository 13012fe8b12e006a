/**
 * Functions of four numbers at once, in AssemblyScript. The language's own need tables in memory, which our kernels have none of.
 */

/** a b + c: one rounding where the build and the processor have it. */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}

/** The sum of four numbers, in a fixed order. */
@inline
export function sum4(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

/** The largest of four numbers; NaN where one is. */
@inline
export function max4(x: v128): f32 {
  return max(
    max(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)),
    max(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)),
  );
}

/** Four numbers, of which those from `left` on are 0: what lies there is not read. */
@inline
export function partOf(at: usize, left: i32): v128 {
  return left >= 4 ? v128.load(at) : fewOf(at, left);
}

function fewOf(at: usize, left: i32): v128 {
  let x = f32x4.splat(0);
  if (left > 0) x = v128.load32_lane(at, x, 0);
  if (left > 1) x = v128.load32_lane(at + 4, x, 1);
  return left > 2 ? v128.load32_lane(at + 8, x, 2) : x;
}

/** Stores four numbers, of which those from `left` on stay out. */
@inline
export function putPart(at: usize, x: v128, left: i32): void {
  if (left >= 4) v128.store(at, x);
  else putFew(at, x, left);
}

function putFew(at: usize, x: v128, left: i32): void {
  if (left > 0) v128.store32_lane(at, x, 0);
  if (left > 1) v128.store32_lane(at + 4, x, 1);
  if (left > 2) v128.store32_lane(at + 8, x, 2);
}

/** Copies numbers; of a few, sooner than `memory.copy`, which is a call to the engine. */
@inline
export function copyFloats(from: usize, to: usize, count: i32): void {
  for (; count > 0; count -= 4, from += 16, to += 16) putPart(to, partOf(from, count), count);
}

/** The first `count` of four numbers, and `otherwise` in the place of the rest. */
export function firstLanes(x: v128, count: i32, otherwise: v128): v128 {
  const lanes = i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
  return v128.bitselect(x, otherwise, lanes);
}

const LOG2_E: f32 = 1.44269504088896341;
/** ln 2 in two parts, the first with few bits, so that its products are exact (Cephes, expf). */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;

/** exp, to about one unit in the last place: x = n ln 2 + r, a polynomial of r (Cephes, expf), and n into the exponent. */
export function exp4(x: v128): v128 {
  const clamped = f32x4.max(f32x4.min(x, f32x4.splat(88.72)), f32x4.splat(-87.33));
  const n = f32x4.nearest(f32x4.mul(clamped, f32x4.splat(LOG2_E)));
  const r = f32x4.sub(f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(LN2_HIGH))), f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
  const fraction = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1));
  // 2^n in two halves: n = 128 is more than one exponent holds.
  const half = i32x4.shr_s(i32x4.trunc_sat_f32x4_s(n), 1);
  const rest = i32x4.sub(i32x4.trunc_sat_f32x4_s(n), half);
  const scaled = f32x4.mul(f32x4.mul(fraction, powerOfTwo(half)), powerOfTwo(rest));
  // Below the smallest normal number it is 0, above the largest it is infinite; NaN stays.
  const small = v128.andnot(scaled, f32x4.lt(x, f32x4.splat(-87.33)));
  const large = v128.bitselect(f32x4.splat(Infinity), small, f32x4.gt(x, f32x4.splat(88.7228)));
  return v128.bitselect(large, x, f32x4.eq(x, x));
}

@inline
function powerOfTwo(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** The natural logarithm of positive normal numbers, to about one unit in the last place (Cephes, logf); -Infinity at 0, NaN below. */
export function log4(x: v128): v128 {
  const bits = i32x4.sub(x, i32x4.splat(0x3f3504f3));
  const n = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23));
  const mantissa = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  const r = f32x4.sub(mantissa, f32x4.splat(1));
  const square = f32x4.mul(r, r);
  let p = f32x4.splat(7.0376836292e-2);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(-1.1514610310e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.1676998740e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(-1.2420140846e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.4249322787e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(-1.6668057665e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(2.0000714765e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(-2.4999993993e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(3.3333331174e-1));
  let y = f32x4.mul(f32x4.mul(p, r), square);
  y = f32x4.add(y, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  y = f32x4.sub(y, f32x4.mul(square, f32x4.splat(0.5)));
  const value = f32x4.add(f32x4.add(r, y), f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  const atZero = v128.bitselect(f32x4.splat(-Infinity), value, f32x4.eq(x, f32x4.splat(0)));
  const atEnd = v128.bitselect(f32x4.splat(Infinity), atZero, f32x4.eq(x, f32x4.splat(Infinity)));
  // Also where x is NaN.
  return v128.bitselect(atEnd, f32x4.splat(NaN), f32x4.ge(x, f32x4.splat(0)));
}

export function exp1(x: f32): f32 {
  return f32x4.extract_lane(exp4(f32x4.splat(x)), 0);
}

export function log1(x: f32): f32 {
  return f32x4.extract_lane(log4(f32x4.splat(x)), 0);
}

/** log(1 + e^v), accurate relative to its value however small it is: the series of objectives/parts/softplus.ts. */
export function softplus4(v: v128): v128 {
  const x = exp4(f32x4.neg(f32x4.abs(v)));
  const t = f32x4.div(x, f32x4.add(x, f32x4.splat(2)));
  const square = f32x4.mul(t, t);
  let series = f32x4.splat(1.0 / 11.0);
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1.0 / 9.0));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1.0 / 7.0));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1.0 / 5.0));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1.0 / 3.0));
  series = f32x4.add(f32x4.mul(series, square), f32x4.splat(1));
  const log1p = f32x4.mul(f32x4.mul(t, series), f32x4.splat(2));
  return f32x4.add(f32x4.max(v, f32x4.splat(0)), log1p);
}

export function softplus1(v: f32): f32 {
  return f32x4.extract_lane(softplus4(f32x4.splat(v)), 0);
}

/** The sine of an angle in turns, to float32 rounding. */
export function sine(turns: f64): f32 {
  return sineBeyond(turns, 0);
}

/** The cosine of an angle in turns, to float32 rounding. */
export function cosine(turns: f64): f32 {
  return sineBeyond(turns, 1);
}

/** The sine some quarters of a turn further: Cephes' polynomials (sinf) on an eighth of a turn, as engine/wgsl/sinCos.ts has them. */
function sineBeyond(turns: f64, quarters: i32): f32 {
  const quarter = nearest(4 * turns);
  const x = <f32>((turns - 0.25 * quarter) * 6.283185307179586);
  const z = x * x;
  const place = (<i32>quarter + quarters) & 3;
  const value: f32 = place & 1 ? cosineOf(z) : x + x * z * sineRest(z);
  return place & 2 ? -value : value;
}

@inline
function sineRest(z: f32): f32 {
  return <f32>-1.6666654611e-1 + z * (<f32>8.3321608736e-3 - z * <f32>1.9515295891e-4);
}

@inline
function cosineOf(z: f32): f32 {
  const rest = <f32>4.166664568298827e-2 + z * (<f32>-1.388731625493765e-3 + z * <f32>2.443315711809948e-5);
  return <f32>1 - <f32>0.5 * z + z * z * rest;
}
