import { partOf, sum4 } from "../../engine/wasm/math.as";
import { BLOCK, innerProduct } from "../moments/wasm.as";
import { elementsOf, startOf } from "../parts/flat.as";

/**
 * What an update did, in AssemblyScript: [rows, 4] of |after - before|^2, |before|^2, number of gradients smaller in magnitude than
 * epsilon, 0.
 * @param wholes [rows, 4]: first element, elements, learner, role
 */
export function updateSums(
  before: usize,
  after: usize,
  gradients: usize,
  wholes: usize,
  sums: usize,
  rows: i32,
  epsilon: f32,
): void {
  for (let row = 0; row < rows; row++, wholes += 16, sums += 16) {
    const from = startOf(wholes);
    const count = elementsOf(wholes);
    store<f32>(sums, squaredDistance(after + from, before + from, count));
    store<f32>(sums, innerProduct(before + from, before + from, count), 4);
    store<f32>(sums, <f32>silent(gradients + from, count, epsilon), 8);
    store<f32>(sums, 0, 12);
  }
}

function squaredDistance(x: usize, y: usize, count: i32): f32 {
  let sum: f64 = 0;
  for (let first = 0; first < count; first += BLOCK) {
    let part = f32x4.splat(0);
    const end = min(first + BLOCK, count);
    for (let k = first; k < end; k += 4) {
      const at = (<usize>k) << 2;
      const change = f32x4.sub(partOf(x + at, end - k), partOf(y + at, end - k));
      part = f32x4.add(part, f32x4.mul(change, change));
    }
    sum += <f64>sum4(part);
  }
  return <f32>sum;
}

function silent(gradients: usize, count: i32, epsilon: f32): i32 {
  let found = 0;
  for (let k = 0; k < count; k++) found += i32(abs(load<f32>(gradients + ((<usize>k) << 2))) < epsilon);
  return found;
}
