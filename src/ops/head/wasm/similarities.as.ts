import { round1, round4 } from "../../../engine/wasm/rounding.as";
import { place } from "../../../metrics/wasm/atHand.as";

/** What an objective sees of an anchor and a candidate, in AssemblyScript; programs/candidates.ts has it in WGSL. */

/** Flags of arms.ts: the cosines themselves, or the inner products of the embeddings; else cosine / temperature. */
export const OF_COSINES: i32 = 2;
export const OF_DOTS: i32 = 4;

/** Where a learner's temperature lies. */
@inline
export function temperatureOf(temperatures: usize, learner: i32, first: i32, stride: i32): f32 {
  return load<f32>(place(temperatures, first + learner * stride));
}

/** What the cosines are divided by. */
@inline
export function scaleOf(tau: f32, flags: i32): f32 {
  return flags & (OF_COSINES | OF_DOTS) ? 1 : tau;
}

/** Lengths of embeddings from their inverses; 0 where there is no direction. */
@inline
function lengths(inverse: v128): v128 {
  const zero = f32x4.splat(0);
  return v128.andnot(f32x4.div(f32x4.splat(1), inverse), f32x4.eq(inverse, zero));
}

/**
 * s_in of an anchor and `count` candidates, in whole vectors, as the arm's precision has them.
 * @param cosines with these candidates; `inverses` of their lengths
 * @param own inverse of the anchor's length
 */
export function similarities(
  cosines: usize,
  inverses: usize,
  to: usize,
  count: i32,
  own: f32,
  scale: f32,
  flags: i32,
  format: i32,
): void {
  const divisor = f32x4.splat(scale);
  if (flags & OF_DOTS) {
    const length = lengths(f32x4.splat(own));
    for (let k = 0; k < count; k += 4) {
      const others = f32x4.mul(length, lengths(v128.load(place(inverses, k))));
      v128.store(place(to, k), round4(f32x4.mul(v128.load(place(cosines, k)), others), format));
    }
    return;
  }
  for (let k = 0; k < count; k += 4)
    v128.store(place(to, k), round4(f32x4.div(v128.load(place(cosines, k)), divisor), format));
}

/** s_ip. @param cosines of the anchor with all views */
export function positiveOf(
  cosines: usize,
  inverses: usize,
  view: i32,
  partner: i32,
  scale: f32,
  flags: i32,
  format: i32,
): f32 {
  const cosine = load<f32>(place(cosines, partner));
  if (!(flags & OF_DOTS)) return round1(cosine / scale, format);
  const both = f32x4(load<f32>(place(inverses, view)), load<f32>(place(inverses, partner)), 0, 0);
  const norms = lengths(both);
  return round1(cosine * (f32x4.extract_lane(norms, 0) * f32x4.extract_lane(norms, 1)), format);
}
