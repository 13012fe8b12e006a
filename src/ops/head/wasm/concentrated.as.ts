import { exp4, log1, sum4 } from "../../../engine/wasm/math.as";
import { round1, round4 } from "../../../engine/wasm/rounding.as";
import { padded, place } from "../../../metrics/wasm/atHand.as";
import { GIVEN, givenOf, OWN, V } from "./given.as";
import { candidatesOf, countOf, maskNegatives, positiveColumn } from "./pairing.as";
import { positiveOf, scaleOf, similarities, temperatureOf } from "./similarities.as";
import { nearestOf } from "./softmax.as";

/**
 * Instead of the softmax of an arm's anchors, the derivatives of log sum e^{(1 + c) d} - log mean e^{c d}, which is then v, in
 * AssemblyScript; programs/rowForms.ts has it in WGSL.
 * @param cosines [L, ROWS, CANDIDATES] (pairing.as.ts)
 * @param coefficients written, of their shape: the derivatives, and 1 in `totals`, [L, N]
 * @param given written, [L, GIVEN, N]
 * @param mask scratch of CANDIDATES; `logits` of 2 CANDIDATES
 */
export function headConcentrated(
  cosines: usize,
  inverse: usize,
  temperatures: usize,
  coefficients: usize,
  totals: usize,
  given: usize,
  mask: usize,
  logits: usize,
  from: i32,
  learners: i32,
  views: i32,
  firstTau: i32,
  tauStride: i32,
  pairing: i32,
  format: i32,
  inner: i32,
  flags: i32,
  keys: i32,
  concentration: f32,
): void {
  const rows = padded(views),
    candidates = padded(candidatesOf(views, keys));
  const bytes = (<usize>candidates) << 2;
  const mild = logits + bytes;
  for (let l = from; l < from + learners; l++) {
    const scale = scaleOf(temperatureOf(temperatures, l, firstTau, tauStride), flags);
    const inverses = place(inverse, l * rows);
    memory.fill(givenOf(given, l, 0, views), 0, ((<usize>views) << 2) * <usize>GIVEN);
    for (let view = 0; view < views; view++) {
      const row = (l * rows + view) * candidates;
      const at = place(cosines, row),
        weights = place(coefficients, row);
      const positive = positiveOf(at, inverses, view, positiveColumn(view, views, keys), scale, flags, format);
      maskNegatives(mask, view, views, pairing, keys);
      similarities(at, inverses, logits, candidates, load<f32>(place(inverses, view)), scale, flags, format);
      const sharpLog = tilted(logits, mask, weights, bytes, positive, 1 + concentration, inner);
      const sharpTotal = total;
      const mildLog = tilted(logits, mask, mild, bytes, positive, concentration, inner);
      combine(weights, mild, bytes, sharpTotal, total, concentration, inner);
      store<f32>(place(totals, l * views + view), 1);
      store<f32>(place(givenOf(given, l, V, views), view), sharpLog - mildLog + log1(<f32>countOf(pairing, views, keys)));
      store<f32>(place(givenOf(given, l, OWN, views), view), positive);
    }
  }
}

/** Sum of the terms that were worked out last. */
let total: f32 = 0;

/** The softmax of the negatives' contrasts times a power: its terms. @returns the logarithm of its denominator */
function tilted(logits: usize, mask: usize, terms: usize, bytes: usize, positive: f32, power: f32, inner: i32): f32 {
  const largest = round1((nearestOf(logits, mask, bytes) - positive) * power, inner);
  const origin = f32x4.splat(positive),
    by = f32x4.splat(power),
    top = f32x4.splat(largest);
  let sum = f32x4.splat(0);
  for (let k: usize = 0; k < bytes; k += 16) {
    const exponent = round4(f32x4.mul(f32x4.sub(v128.load(logits + k), origin), by), inner);
    const term = round4(exp4(round4(f32x4.sub(exponent, top), inner)), inner);
    const own = v128.and(term, v128.load(mask + k));
    v128.store(terms + k, own);
    sum = f32x4.add(sum, own);
  }
  total = round1(sum4(sum), inner);
  return largest + log1(total);
}

/** The two softmaxes' weights, each times its power, one less the other, in the place of the first one's terms. */
function combine(sharp: usize, mild: usize, bytes: usize, sharpTotal: f32, mildTotal: f32, power: f32, inner: i32): void {
  for (let k: usize = 0; k < bytes; k += 16) {
    const most = round4(f32x4.div(v128.load(sharp + k), f32x4.splat(sharpTotal)), inner);
    const least = round4(f32x4.div(v128.load(mild + k), f32x4.splat(mildTotal)), inner);
    const all = f32x4.sub(f32x4.mul(most, f32x4.splat(1 + power)), f32x4.mul(least, f32x4.splat(power)));
    v128.store(sharp + k, all);
  }
}
