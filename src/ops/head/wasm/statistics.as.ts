import { slotOf } from "../../../engine/wasm/stepBlock.as";
import { partOf, sum4 } from "../../../engine/wasm/math.as";
import { packColumns, PLAIN, product } from "../../matMul/wasm.as";
import { FLOAT32 } from "../../../engine/wasm/rounding.as";
import { ESS, HARDEST, LOG_XI, padded, place, planeOf, POSITIVE } from "../../../metrics/wasm/atHand.as";
import { ALL_VIEWS, maskNegatives, partnerOf } from "./pairing.as";
import { logTotal, nearest, softmaxRow, squares, total } from "./softmax.as";

/** Unit vectors, cosines, and what is measured of every anchor, whatever its objective. */

/** Squared length up to which a vector counts as zero, as in contrasts.ts. */
const ZERO_SQUARED: f32 = 1e-24;

/**
 * u = z/|z|, 1/|z| and the cosines u u^T of all learners.
 * @param unit written, [L, ROWS, D in whole vectors]; `inverse` [L, ROWS], `cosines` [L, ROWS, ROWS]
 * @param packed scratch of packedSize(D in whole vectors, ROWS)
 */
export function headCosines(
  z: usize,
  unit: usize,
  inverse: usize,
  cosines: usize,
  packed: usize,
  learners: i32,
  views: i32,
  size: i32,
): void {
  const rows = padded(views),
    width = padded(size);
  const stride = (<usize>width) << 2;
  for (let l = 0; l < learners; l++) {
    const own = place(unit, l * rows * width);
    const lengths = place(inverse, l * rows);
    for (let i = 0; i < views; i++)
      store<f32>(place(lengths, i), normalize(place(z, (l * views + i) * size), own + <usize>i * stride, size));
    memory.fill(own + <usize>views * stride, 0, <usize>(rows - views) * stride);
    packColumns(own, packed, width, rows, stride);
    const out = (<usize>rows) << 2;
    product(own, packed, 0, place(cosines, l * rows * rows), rows, width, rows, stride, 4, out, PLAIN);
  }
}

/** @returns 1/|z|, 0 where z has no direction */
export function inverseLength(z: usize, size: i32): f32 {
  let sum = f32x4.splat(0);
  for (let k = 0; k < size; k += 4) {
    const x = partOf(place(z, k), size - k);
    sum = f32x4.add(sum, f32x4.mul(x, x));
  }
  const squared = sum4(sum);
  // Asked this way round, NaN stays NaN, and a learner that diverged is noticed.
  return squared <= ZERO_SQUARED ? 0 : 1 / sqrt(squared);
}

/** @returns 1/|z| */
function normalize(z: usize, unit: usize, size: i32): f32 {
  const factor = inverseLength(z, size);
  for (let k = 0; k < size; k += 4)
    v128.store(place(unit, k), f32x4.mul(partOf(place(z, k), size - k), f32x4.splat(factor)));
  return factor;
}

/**
 * Log xi, effective sample size, positive and hardest negative of every anchor, in float32 whatever the arm's precision.
 * @param terms written, [L, ROWS, ROWS]: exp of the negatives relative to the largest; `totals` [L, N] their sums
 * @param logXi ring of `logXiRows` rows [L, N]; the row of the block's slot is written, or the first one without a block
 * @param mask scratch of ROWS
 */
export function headStatistics(
  cosines: usize,
  temperatures: usize,
  block: usize,
  terms: usize,
  totals: usize,
  anchors: usize,
  logXi: usize,
  mask: usize,
  learners: i32,
  views: i32,
  firstTau: i32,
  tauStride: i32,
  logXiRows: i32,
): void {
  const rows = padded(views);
  const slot = block ? slotOf(block) % <u32>logXiRows : 0;
  const logXiRow = place(logXi, <i32>slot * learners * views);
  for (let l = 0; l < learners; l++) {
    const tau = load<f32>(place(temperatures, firstTau + l * tauStride));
    const own = place(totals, l * views);
    for (let i = 0; i < views; i++) {
      const row = (l * rows + i) * rows;
      const at = place(cosines, row);
      const positive = load<f32>(place(at, partnerOf(i, views))) / tau;
      maskNegatives(mask, i, views, ALL_VIEWS, 0);
      softmaxRow(at, mask, place(terms, row), (<usize>rows) << 2, tau, positive, false, FLOAT32);
      const value = logTotal();
      store<f32>(place(own, i), total);
      store<f32>(place(planeOf(anchors, l, LOG_XI, views), i), value);
      store<f32>(place(planeOf(anchors, l, ESS, views), i), (total * total) / squares);
      store<f32>(place(planeOf(anchors, l, POSITIVE, views), i), positive);
      store<f32>(place(planeOf(anchors, l, HARDEST, views), i), nearest / tau);
      store<f32>(place(logXiRow, l * views + i), value);
    }
  }
}
