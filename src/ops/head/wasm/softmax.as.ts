import { exp4, log1, max4, sum4 } from "../../../engine/wasm/math.as";
import { FLOAT32, round1, round4 } from "../../../engine/wasm/rounding.as";

/** The softmax of one anchor's negatives, in AssemblyScript; programs/rows.ts has it in WGSL. */

/** Of the row that was worked out last: what exp is relative to, exp of the positive where it is a candidate, the sum, and that of the squares. */
export let shift: f32 = 0;
export let own: f32 = 0;
export let total: f32 = 0;
export let squares: f32 = 0;
/** The largest similarity of a negative. */
export let nearest: f32 = 0;

/** The logarithm of the sum: of xi where the exponents are relative to the positive. */
export function logTotal(): f32 {
  return shift + log1(total);
}

/**
 * exp of the logits cosine / scale of the negatives, relative to the largest of them, so that nothing overflows; 0 where the mask is.
 * @param row cosines of the anchor, `terms` written: as many, in whole vectors
 * @param positive logit of the positive, rounded
 * @param overCandidates whether the positive is among what the softmax is over
 */
export function softmaxRow(
  row: usize,
  mask: usize,
  terms: usize,
  bytes: usize,
  scale: f32,
  positive: f32,
  overCandidates: bool,
  format: i32,
): void {
  nearest = nearestOf(row, mask, bytes);
  const hardest = round1(nearest / scale, format);
  let origin = positive;
  shift = round1(hardest - positive, format);
  own = 0;
  if (overCandidates) {
    origin = 0;
    shift = max(hardest, positive);
    own = round1(f32x4.extract_lane(exp4(f32x4.splat(round1(positive - shift, format))), 0), format);
  }
  if (format == FLOAT32) exactTerms(row, mask, terms, bytes, scale, origin);
  else roundedTerms(row, mask, terms, bytes, scale, origin, format);
  total = round1(total + own, format);
}

/** The largest number where the mask is. */
export function nearestOf(row: usize, mask: usize, bytes: usize): f32 {
  let largest = f32x4.splat(-3.4e38);
  for (let k: usize = 0; k < bytes; k += 16)
    largest = f32x4.max(largest, v128.bitselect(v128.load(row + k), f32x4.splat(-3.4e38), v128.load(mask + k)));
  return max4(largest);
}

function exactTerms(row: usize, mask: usize, terms: usize, bytes: usize, scale: f32, origin: f32): void {
  const divisor = f32x4.splat(scale),
    from = f32x4.splat(origin),
    top = f32x4.splat(shift);
  let sum = f32x4.splat(0),
    sumOfSquares = sum;
  for (let k: usize = 0; k < bytes; k += 16) {
    const logit = f32x4.sub(f32x4.div(v128.load(row + k), divisor), from);
    const term = v128.and(exp4(f32x4.sub(logit, top)), v128.load(mask + k));
    v128.store(terms + k, term);
    sum = f32x4.add(sum, term);
    sumOfSquares = f32x4.add(sumOfSquares, f32x4.mul(term, term));
  }
  total = sum4(sum);
  squares = sum4(sumOfSquares);
}

function roundedTerms(
  row: usize,
  mask: usize,
  terms: usize,
  bytes: usize,
  scale: f32,
  origin: f32,
  format: i32,
): void {
  let sum = f32x4.splat(0);
  for (let k: usize = 0; k < bytes; k += 16) {
    const logit = round4(f32x4.div(v128.load(row + k), f32x4.splat(scale)), format);
    const argument = round4(f32x4.sub(round4(f32x4.sub(logit, f32x4.splat(origin)), format), f32x4.splat(shift)), format);
    const term = v128.and(round4(exp4(argument), format), v128.load(mask + k));
    v128.store(terms + k, term);
    sum = f32x4.add(sum, term);
  }
  total = sum4(sum);
}
