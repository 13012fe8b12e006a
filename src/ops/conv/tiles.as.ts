import { madd } from "../../engine/wasm/math.as";
import { storeEight } from "../matMul/wasm.as";

/**
 * The products of a convolution without patches written out, in AssemblyScript: rows of a product are pixels, which lie anywhere, so a
 * table has the byte offset of each. Inner loops keep 4 x 8 sums in registers; larger tiles spill where a multiply-add is two
 * instructions.
 */

/** Rows of a tile. Tables are filled up to a multiple of it. */
export const TILE: i32 = 4;

/** Rows that pass over a panel before the next one: their pixels stay in the first cache. */
const BAND: i32 = 96;

/**
 * Offsets of the pixels of some images, start + i ofImage + y ofRow + x ofColumn, and `last` up to a multiple of the tile's rows.
 * @returns rows
 */
export function fillPlaces(
  table: usize,
  images: i32,
  height: i32,
  width: i32,
  start: usize,
  ofImage: usize,
  ofRow: usize,
  ofColumn: usize,
  last: usize,
): i32 {
  const first = table;
  for (let i = 0; i < images; i++, start += ofImage) {
    let row = start;
    for (let y = 0; y < height; y++, row += ofRow) {
      let at = row;
      for (let x = 0; x < width; x++, at += ofColumn, table += 4) store<usize>(table, at);
    }
  }
  const rows = images * height * width;
  const whole = first + ((<usize>((rows + TILE - 1) & ~(TILE - 1))) << 2);
  for (; table < whole; table += 4) store<usize>(table, last);
  return rows;
}

/**
 * c[row] = the sum over `stretches` of `inner` numbers each of what begins at the row's place, times the packed matrix.
 * @param from table of addresses of the rows' first stretches, which lie `apart` bytes apart
 * @param to table of addresses of the rows of c
 * @param bias [columns]; 0 for none
 */
export function placedProduct(
  from: usize,
  packed: usize,
  bias: usize,
  to: usize,
  rows: i32,
  stretches: i32,
  inner: i32,
  apart: usize,
  columns: i32,
  mode: i32,
): void {
  const panel = (<usize>(stretches * inner)) << 5;
  for (let first = 0; first < rows; first += BAND) {
    const end = min(first + BAND, rows);
    for (let j = 0; j < columns; j += 8) {
      const own = packed + <usize>(j >> 3) * panel;
      const ownBias = bias ? bias + ((<usize>j) << 2) : 0;
      for (let i = first; i < end; i += TILE) {
        const at = (<usize>i) << 2;
        placedTile(from + at, own, ownBias, to + at, (<usize>j) << 2, stretches, (<usize>inner) << 2, apart, min(8, columns - j), mode);
      }
    }
  }
}

function placedTile(
  from: usize,
  panel: usize,
  bias: usize,
  to: usize,
  column: usize,
  stretches: i32,
  bytes: usize,
  apart: usize,
  width: i32,
  mode: i32,
): void {
  let a0 = load<usize>(from),
    a1 = load<usize>(from, 4),
    a2 = load<usize>(from, 8),
    a3 = load<usize>(from, 12);
  let c00 = f32x4.splat(0);
  let c01 = c00,
    c10 = c00,
    c11 = c00,
    c20 = c00,
    c21 = c00,
    c30 = c00,
    c31 = c00;
  const skip = apart - bytes;
  for (let s = 0; s < stretches; s++) {
    const end = a0 + bytes;
    while (a0 < end) {
      const b0 = v128.load(panel),
        b1 = v128.load(panel, 16);
      let x = v128.load32_splat(a0);
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
      a0 += 4;
      a1 += 4;
      a2 += 4;
      a3 += 4;
    }
    a0 += skip;
    a1 += skip;
    a2 += skip;
    a3 += skip;
  }
  storeEight(load<usize>(to) + column, c00, c01, bias, width, mode);
  storeEight(load<usize>(to, 4) + column, c10, c11, bias, width, mode);
  storeEight(load<usize>(to, 8) + column, c20, c21, bias, width, mode);
  storeEight(load<usize>(to, 12) + column, c30, c31, bias, width, mode);
}

/**
 * c[i] = the sum over the pixels of their number i times their row of the packed matrix, or c[i] + that.
 * @param from table of addresses of the pixels; up to 3 numbers after the last one of a pixel are read too
 * @param gathered scratch [pixels, 4]: four numbers of each pixel, which are read again for every panel and lie too far apart for that
 * @param c [numbers, columns], whose rows lie `stride` bytes apart
 */
export function summedProduct(
  from: usize,
  packed: usize,
  gathered: usize,
  c: usize,
  pixels: i32,
  numbers: i32,
  columns: i32,
  shift: usize,
  stride: usize,
  mode: i32,
): void {
  const panel = (<usize>pixels) << 5;
  const end = from + ((<usize>pixels) << 2);
  for (let i = 0; i < numbers; i += TILE, shift += 16) {
    let at = gathered;
    for (let p = from; p < end; p += 4, at += 16) v128.store(at, v128.load(load<usize>(p) + shift));
    let own = packed;
    for (let j = 0; j < columns; j += 8, own += panel)
      summedTile(gathered, own, c + <usize>i * stride + ((<usize>j) << 2), pixels, numbers - i, min(8, columns - j), stride, mode);
  }
}

function summedTile(
  a: usize,
  panel: usize,
  c: usize,
  pixels: i32,
  numbers: i32,
  width: i32,
  stride: usize,
  mode: i32,
): void {
  let c00 = f32x4.splat(0);
  let c01 = c00,
    c10 = c00,
    c11 = c00,
    c20 = c00,
    c21 = c00,
    c30 = c00,
    c31 = c00;
  const end = panel + ((<usize>pixels) << 5);
  for (; panel < end; a += 16, panel += 32) {
    const b0 = v128.load(panel),
      b1 = v128.load(panel, 16);
    let x = v128.load32_splat(a);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(a, 4);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(a, 8);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(a, 12);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
  }
  storeEight(c, c00, c01, 0, width, mode);
  if (numbers > 1) storeEight(c + stride, c10, c11, 0, width, mode);
  if (numbers > 2) storeEight(c + 2 * stride, c20, c21, 0, width, mode);
  if (numbers > 3) storeEight(c + 3 * stride, c30, c31, 0, width, mode);
}
