import { putPart, sum4 } from "../../../engine/wasm/math.as";
import { packRows, PLAIN, product } from "../../matMul/wasm.as";
import { padded, place } from "../../../metrics/wasm/atHand.as";

/**
 * dL/dz of an arm's learners. With H = G + G^T, dL/du = H u, and what is tangential of it, times 1/|z|, is dL/dz. Where the temperature
 * is learned, the gradient with respect to log(1/temperature), sum_ij G_ij c_ij, as well.
 * @param coefficients G, [L, ROWS, ROWS]; H afterwards
 * @param gradient written, [L, N, D]
 * @param learned [L, columns]: that of the temperature is written in column 0, where the loss has one; or none
 * @param packed scratch of packedSize(ROWS, D in whole vectors); `ofUnit` of [N, D in whole vectors]
 */
export function headGradient(
  unit: usize,
  inverse: usize,
  cosines: usize,
  coefficients: usize,
  gradient: usize,
  learned: usize,
  packed: usize,
  ofUnit: usize,
  from: i32,
  learners: i32,
  views: i32,
  size: i32,
  columns: i32,
  hasTemperature: i32,
): void {
  const rows = padded(views),
    width = padded(size);
  const stride = (<usize>width) << 2;
  for (let l = from; l < from + learners; l++) {
    const own = place(unit, l * rows * width);
    const matrix = place(coefficients, l * rows * rows);
    if (learned && hasTemperature)
      store<f32>(place(learned, l * columns), innerProduct(matrix, place(cosines, l * rows * rows), rows * rows));
    addTranspose(matrix, rows);
    packRows(own, packed, rows, width, stride);
    product(matrix, packed, 0, ofUnit, views, rows, width, (<usize>rows) << 2, 4, stride, PLAIN);
    for (let i = 0; i < views; i++) {
      const at = <usize>i * stride;
      const factor = load<f32>(place(inverse, l * rows + i));
      tangential(ofUnit + at, own + at, place(gradient, (l * views + i) * size), size, factor);
    }
  }
}

/**
 * The same where the losses see inner products of the embeddings themselves: dL/dz = H z.
 * @param packed scratch of packedSize(N, D)
 */
export function headDotGradient(
  z: usize,
  coefficients: usize,
  gradient: usize,
  packed: usize,
  from: i32,
  learners: i32,
  views: i32,
  size: i32,
): void {
  const rows = padded(views);
  const stride = (<usize>size) << 2;
  for (let l = from; l < from + learners; l++) {
    const at = l * views * size;
    const matrix = place(coefficients, l * rows * rows);
    addTranspose(matrix, rows);
    packRows(place(z, at), packed, views, size, stride);
    product(matrix, packed, 0, place(gradient, at), views, views, size, (<usize>rows) << 2, 4, stride, PLAIN);
  }
}

/** dz = (du - u (u . du)) / |z| */
export function tangential(ofUnit: usize, unit: usize, gradient: usize, size: i32, factor: f32): void {
  const radial = f32x4.splat(innerProduct(ofUnit, unit, padded(size)));
  for (let k = 0; k < size; k += 4) {
    const along = f32x4.mul(v128.load(place(unit, k)), radial);
    const across = f32x4.sub(v128.load(place(ofUnit, k)), along);
    putPart(place(gradient, k), f32x4.mul(across, f32x4.splat(factor)), size - k);
  }
}

export function innerProduct(a: usize, b: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  for (let k = 0; k < count; k += 4) sum = f32x4.add(sum, f32x4.mul(v128.load(place(a, k)), v128.load(place(b, k))));
  return sum4(sum);
}

/** G <- G + G^T, [rows, rows] of whole vectors, in blocks of 4 x 4. */
function addTranspose(matrix: usize, rows: i32): void {
  const stride = (<usize>rows) << 2;
  for (let i = 0; i < rows; i += 4)
    for (let j = 0; j <= i; j += 4) addBlocks(place(matrix, i * rows + j), place(matrix, j * rows + i), stride);
}

/** Two blocks that lie opposite each other, or one on the diagonal. */
function addBlocks(below: usize, above: usize, stride: usize): void {
  const a0 = v128.load(below),
    a1 = v128.load(below + stride),
    a2 = v128.load(below + 2 * stride),
    a3 = v128.load(below + 3 * stride);
  const b0 = v128.load(above),
    b1 = v128.load(above + stride),
    b2 = v128.load(above + 2 * stride),
    b3 = v128.load(above + 3 * stride);
  storeSums(below, stride, a0, a1, a2, a3, b0, b1, b2, b3);
  if (below != above) storeSums(above, stride, b0, b1, b2, b3, a0, a1, a2, a3);
}

/** The rows a plus the transpose of the rows b. */
@inline
function storeSums(
  at: usize,
  stride: usize,
  a0: v128,
  a1: v128,
  a2: v128,
  a3: v128,
  b0: v128,
  b1: v128,
  b2: v128,
  b3: v128,
): void {
  const low0 = v128.shuffle<f32>(b0, b1, 0, 4, 1, 5),
    high0 = v128.shuffle<f32>(b0, b1, 2, 6, 3, 7);
  const low1 = v128.shuffle<f32>(b2, b3, 0, 4, 1, 5),
    high1 = v128.shuffle<f32>(b2, b3, 2, 6, 3, 7);
  v128.store(at, f32x4.add(a0, v128.shuffle<f32>(low0, low1, 0, 1, 4, 5)));
  v128.store(at + stride, f32x4.add(a1, v128.shuffle<f32>(low0, low1, 2, 3, 6, 7)));
  v128.store(at + 2 * stride, f32x4.add(a2, v128.shuffle<f32>(high0, high1, 0, 1, 4, 5)));
  v128.store(at + 3 * stride, f32x4.add(a3, v128.shuffle<f32>(high0, high1, 2, 3, 6, 7)));
}
