import { CHUNK, evaluate, fill, prepare, register, result } from "../../../engine/wasm/formulas.as";
import { copyFloats, exp1, exp4, firstLanes, log1, max4, partOf, sum4 } from "../../../engine/wasm/math.as";
import { place } from "../../../metrics/wasm/atHand.as";
import { givenOf, MEAN, OWN, V, X } from "./given.as";
import { OF_COSINES, temperatureOf } from "./similarities.as";

/** Whether anchors are seen together with all others, not with those of their side alone: a flag of arms.ts. */
const AMONG_ALL: i32 = 8;

/**
 * Between the softmax and the gradient, where an anchor's gradient depends on the others: x of each, and the logarithm of the mean of
 * e^x, in AssemblyScript; programs/together.ts has it in WGSL.
 * @param formula of x
 * @param given [L, GIVEN, N], in place
 * @param registers scratch of the formula
 */
export function headTogether(
  temperatures: usize,
  formula: usize,
  given: usize,
  registers: usize,
  from: i32,
  learners: i32,
  views: i32,
  firstTau: i32,
  tauStride: i32,
  flags: i32,
): void {
  const samples = views >> 1;
  prepare(formula, registers);
  for (let l = from; l < from + learners; l++) {
    const tau = temperatureOf(temperatures, l, firstTau, tauStride);
    fill(register(registers, 2), flags & OF_COSINES ? 1 : tau);
    const x = givenOf(given, l, X, views);
    for (let first = 0; first < views; first += CHUNK) {
      const count = min(CHUNK, views - first);
      copyFloats(place(givenOf(given, l, V, views), first), register(registers, 0), count);
      copyFloats(place(givenOf(given, l, OWN, views), first), register(registers, 1), count);
      evaluate(formula, registers, count);
      copyFloats(result(formula, registers, 0), place(x, first), count);
    }
    let one = logMean(x, samples),
      other = logMean(place(x, samples), samples);
    if (flags & AMONG_ALL) {
      const largest = max(one, other);
      one = other = largest + log1(0.5 * (exp1(one - largest) + exp1(other - largest)));
    }
    const mean = givenOf(given, l, MEAN, views);
    for (let i = 0; i < samples; i++) store<f32>(place(mean, i), one);
    for (let i = samples; i < views; i++) store<f32>(place(mean, i), other);
  }
}

/** log of the mean of e^x */
function logMean(x: usize, count: i32): f32 {
  const lowest = f32x4.splat(-3.4e38);
  let top = lowest;
  for (let k = 0; k < count; k += 4)
    top = f32x4.max(top, firstLanes(partOf(place(x, k), count - k), count - k, lowest));
  const largest = max4(top);
  let sum = f32x4.splat(0);
  for (let k = 0; k < count; k += 4) {
    const terms = exp4(f32x4.sub(partOf(place(x, k), count - k), f32x4.splat(largest)));
    sum = f32x4.add(sum, firstLanes(terms, count - k, f32x4.splat(0)));
  }
  return largest + log1(sum4(sum) / <f32>count);
}
