import { partOf, putPart } from "../engine/wasm/math.as";
import { pcg } from "../engine/wasm/random.as";
import { LANE_NOISE, ownView, seedOf, sizeOf, ViewPlan } from "./viewPlan.as";

/** Noise in AssemblyScript: nearly normal numbers, the same as `byteNormal` makes of the words of engine/random.ts. */

/** @param y [views, size], in place */
export function addNoise(plan: ViewPlan, y: usize, deviation: f32): void {
  const size = sizeOf(plan);
  const step = load<u32>(plan.block);
  for (let view = 0; view < plan.views; view++, y += (<usize>size) << 2)
    addNormals(y, size, deviation, seedOf(plan, view), step, ownView(plan, view), plan.purpose);
}

/** Adds to `count` numbers; four hashes at a time make sixteen. */
function addNormals(y: usize, count: i32, deviation: f32, seed: u32, step: u32, sample: u32, purpose: u32): void {
  const x0 = i32x4.splat(pcg(seed)),
    y0 = i32x4.splat(pcg(step)),
    z0 = i32x4.splat(pcg(sample)),
    w0 = i32x4.splat(purpose);
  let lanes = i32x4.add(i32x4.splat(LANE_NOISE), i32x4(0, 1, 2, 3));
  for (let left = count; left > 0; left -= 16, y += 64) {
    let w = v128.or(i32x4.shl(lanes, 8), w0);
    lanes = i32x4.add(lanes, i32x4.splat(4));
    w = i32x4.add(i32x4.mul(w, i32x4.splat(1664525)), i32x4.splat(1013904223));
    let x = i32x4.add(x0, i32x4.mul(y0, w)),
      v = i32x4.add(y0, i32x4.mul(z0, x)),
      z = i32x4.add(z0, i32x4.mul(x, v));
    w = i32x4.add(w, i32x4.mul(v, z));
    x = v128.xor(x, i32x4.shr_u(x, 16));
    v = v128.xor(v, i32x4.shr_u(v, 16));
    z = v128.xor(z, i32x4.shr_u(z, 16));
    w = v128.xor(w, i32x4.shr_u(w, 16));
    x = i32x4.add(x, i32x4.mul(v, w));
    v = i32x4.add(v, i32x4.mul(z, x));
    z = i32x4.add(z, i32x4.mul(x, v));
    w = i32x4.add(w, i32x4.mul(v, z));
    x = normals(x, deviation);
    v = normals(v, deviation);
    z = normals(z, deviation);
    w = normals(w, deviation);
    // The four words of one hash belong to four numbers in a row.
    const xv = v128.shuffle<f32>(x, v, 0, 4, 1, 5),
      zw = v128.shuffle<f32>(z, w, 0, 4, 1, 5),
      xv2 = v128.shuffle<f32>(x, v, 2, 6, 3, 7),
      zw2 = v128.shuffle<f32>(z, w, 2, 6, 3, 7);
    add(y, v128.shuffle<f32>(xv, zw, 0, 1, 4, 5), left);
    add(y + 16, v128.shuffle<f32>(xv, zw, 2, 3, 6, 7), left - 4);
    add(y + 32, v128.shuffle<f32>(xv2, zw2, 0, 1, 4, 5), left - 8);
    add(y + 48, v128.shuffle<f32>(xv2, zw2, 2, 3, 6, 7), left - 12);
  }
}

/** The standardized sum of the four bytes of each word (mean 510, variance 65535 / 3), times a deviation. */
@inline
function normals(words: v128, deviation: f32): v128 {
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(words));
  return f32x4.mul(f32x4.sub(f32x4.convert_i32x4_u(sums), f32x4.splat(510)), f32x4.splat(deviation / 147.80054));
}

@inline
function add(at: usize, values: v128, left: i32): void {
  putPart(at, f32x4.add(partOf(at, left), values), left);
}
