import { partOf, sum4 } from "../../engine/wasm/math.as";
import { elementsOf, learnerOf, OF_LOSS, roleOf, startOf } from "../parts/flat.as";

/** Factors that match gradient norms, in AssemblyScript; fused.ts has them in WGSL. */

/** A number of an arm's loss is no part of it. @param factors [L], which hold the squared lengths first */
export function normFactors(gradients: usize, chunks: usize, factors: usize, count: i32, learners: i32, seeds: i32): void {
  memory.fill(factors, 0, (<usize>learners) << 2);
  for (let c = 0; c < count; c++, chunks += 16) {
    if (roleOf(chunks) == OF_LOSS) continue;
    const sum = factors + ((<usize>learnerOf(chunks)) << 2);
    store<f32>(sum, load<f32>(sum) + squares(gradients + startOf(chunks), elementsOf(chunks)));
  }
  // From the last: arm 0 is read by all others.
  for (let l = learners - 1; l >= 0; l--) {
    const at = factors + ((<usize>l) << 2);
    const own = load<f32>(at),
      first = load<f32>(factors + ((<usize>(l % seeds)) << 2));
    store<f32>(at, l < seeds || own == 0 || !isFinite<f32>(own) || !isFinite<f32>(first) ? 1 : sqrt(first) / sqrt(own));
  }
}

function squares(at: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  for (; count > 0; count -= 4, at += 16) {
    const x = partOf(at, count);
    sum = f32x4.add(sum, f32x4.mul(x, x));
  }
  return sum4(sum);
}
