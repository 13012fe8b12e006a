import { madd } from "../../engine/wasm/math.as";

/**
 * The product that dense layers, convolutions and the head share, in AssemblyScript: c[M, N] = a[M, K] b[K, N].
 *
 * b is packed first, into panels of 8 columns, [ceil(N / 8), K, 8] with zeros beyond N, so that the inner loop reads it as one
 * stretch. The inner loop keeps 4 x 8 numbers of c in registers: with 6 x 8, V8 has none of an x86 processor's 16 left for the product
 * of a multiply-add that is two instructions, and is a third slower. a may lie either way, by the distances of its rows and of its columns.
 */

/** Packs b[K, N], whose rows lie `stride` bytes apart. */
export function packRows(b: usize, packed: usize, rows: i32, columns: i32, stride: usize): void {
  const whole = columns & ~7;
  for (let j = 0; j < whole; j += 8) {
    let from = b + ((<usize>j) << 2);
    for (let k = 0; k < rows; k++) {
      v128.store(packed, v128.load(from));
      v128.store(packed, v128.load(from, 16), 16);
      packed += 32;
      from += stride;
    }
  }
  if (whole == columns) return;
  const rest = columns - whole;
  let from = b + ((<usize>whole) << 2);
  for (let k = 0; k < rows; k++) {
    for (let j = 0; j < 8; j++) {
      const value: f32 = j < rest ? load<f32>(from + ((<usize>j) << 2)) : 0;
      store<f32>(packed + ((<usize>j) << 2), value);
    }
    packed += 32;
    from += stride;
  }
}

/** Packs the transpose of b[N, K], whose rows lie `stride` bytes apart: column j of the product is row j of b. */
export function packColumns(b: usize, packed: usize, rows: i32, columns: i32, stride: usize): void {
  for (let j = 0; j < columns; j += 8) {
    const count = min(8, columns - j);
    for (let c = 0; c < 8; c++) {
      let to = packed + ((<usize>c) << 2);
      if (c < count) {
        let from = b + <usize>(j + c) * stride;
        for (let k = 0; k < rows; k++) {
          store<f32>(to, load<f32>(from));
          from += 4;
          to += 32;
        }
      } else {
        for (let k = 0; k < rows; k++) {
          store<f32>(to, 0);
          to += 32;
        }
      }
    }
    packed += (<usize>rows) << 5;
  }
}

/** What becomes of a sum before it is stored. */
export const PLAIN: i32 = 0;
/** max(sum + bias, 0), or without the bias where its address is 0. */
export const RELU: i32 = 1;
/** What is there already is added. */
export const ADD: i32 = 2;

/**
 * c = a b, or relu(a b + bias), or c + a b.
 * @param a its element (i, k) lies at a + i rowStride + k columnStride, in bytes
 * @param packed b, as packRows or packColumns leaves it
 * @param bias [N]; 0 for none
 * @param stride of the rows of c, in bytes
 */
export function product(
  a: usize,
  packed: usize,
  bias: usize,
  c: usize,
  rows: i32,
  inner: i32,
  columns: i32,
  rowStride: usize,
  columnStride: usize,
  stride: usize,
  mode: i32,
): void {
  for (let j = 0; j < columns; j += 8) {
    const panel = packed + (<usize>(j * inner) << 2);
    const width = min(8, columns - j);
    const ownBias = bias ? bias + ((<usize>j) << 2) : 0;
    const to = c + ((<usize>j) << 2);
    let i = 0;
    for (; i + 4 <= rows; i += 4)
      fourRows(a + <usize>i * rowStride, panel, ownBias, to + <usize>i * stride, inner, width, rowStride, columnStride, stride, mode);
    for (; i < rows; i++)
      oneRow(a + <usize>i * rowStride, panel, ownBias, to + <usize>i * stride, inner, width, columnStride, mode);
  }
}

function fourRows(
  a: usize,
  panel: usize,
  bias: usize,
  c: usize,
  inner: i32,
  width: i32,
  rowStride: usize,
  columnStride: usize,
  stride: usize,
  mode: i32,
): void {
  let a1 = a + rowStride,
    a2 = a1 + rowStride,
    a3 = a2 + rowStride;
  let c00 = f32x4.splat(0);
  let c01 = c00,
    c10 = c00,
    c11 = c00,
    c20 = c00,
    c21 = c00,
    c30 = c00,
    c31 = c00;
  const end = panel + ((<usize>inner) << 5);
  while (panel < end) {
    const b0 = v128.load(panel),
      b1 = v128.load(panel, 16);
    let x = v128.load32_splat(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(a1);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(a2);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(a3);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    panel += 32;
    a += columnStride;
    a1 += columnStride;
    a2 += columnStride;
    a3 += columnStride;
  }
  storeEight(c, c00, c01, bias, width, mode);
  storeEight(c + stride, c10, c11, bias, width, mode);
  storeEight(c + 2 * stride, c20, c21, bias, width, mode);
  storeEight(c + 3 * stride, c30, c31, bias, width, mode);
}

function oneRow(
  a: usize,
  panel: usize,
  bias: usize,
  c: usize,
  inner: i32,
  width: i32,
  columnStride: usize,
  mode: i32,
): void {
  let c0 = f32x4.splat(0),
    c1 = c0;
  for (let k = 0; k < inner; k++) {
    const x = v128.load32_splat(a);
    c0 = madd(x, v128.load(panel), c0);
    c1 = madd(x, v128.load(panel, 16), c1);
    panel += 32;
    a += columnStride;
  }
  storeEight(c, c0, c1, bias, width, mode);
}

/** Eight sums of a row, of which the first `width` belong to c. */
export function storeEight(c: usize, first: v128, second: v128, bias: usize, width: i32, mode: i32): void {
  if (width < 8) {
    for (let j = 0; j < width; j++) {
      const sum = j < 4 ? laneOf(first, j) : laneOf(second, j - 4);
      const at = (<usize>j) << 2;
      let value = sum + (bias ? load<f32>(bias + at) : 0);
      if (mode & RELU) value = max(value, 0);
      if (mode & ADD) value += load<f32>(c + at);
      store<f32>(c + at, value);
    }
    return;
  }
  if (bias) {
    first = f32x4.add(first, v128.load(bias));
    second = f32x4.add(second, v128.load(bias, 16));
  }
  if (mode & RELU) {
    first = f32x4.max(first, f32x4.splat(0));
    second = f32x4.max(second, f32x4.splat(0));
  }
  if (mode & ADD) {
    first = f32x4.add(first, v128.load(c));
    second = f32x4.add(second, v128.load(c, 16));
  }
  v128.store(c, first);
  v128.store(c, second, 16);
}

function laneOf(x: v128, lane: i32): f32 {
  if (lane == 0) return f32x4.extract_lane(x, 0);
  if (lane == 1) return f32x4.extract_lane(x, 1);
  return lane == 2 ? f32x4.extract_lane(x, 2) : f32x4.extract_lane(x, 3);
}
