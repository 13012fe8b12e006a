/** How images and filters lie for the tiles of a convolution (tiles.as.ts), in AssemblyScript. */

/**
 * Copies `images` of [height, width, bytes] into the middle of zeros, `pad` pixels on each side.
 * @param y where it is not 0: of what is copied only that beside which y is above 0 (the gradient before ReLU)
 */
export function padImages(
  from: usize,
  y: usize,
  to: usize,
  images: i32,
  height: i32,
  width: i32,
  bytes: usize,
  pad: i32,
): void {
  const row = <usize>width * bytes;
  const side = <usize>pad * bytes;
  const above = <usize>pad * (row + 2 * side);
  for (let i = 0; i < images; i++) {
    to = zeros(to, above);
    for (let r = 0; r < height; r++) {
      to = zeros(to, side);
      if (y) {
        rectifiedCopy(from, y, to, row);
        y += row;
      } else copyNumbers(from, to, row);
      to = zeros(to + row, side);
      from += row;
    }
    to = zeros(to, above);
  }
}

/** @returns the end */
function zeros(to: usize, bytes: usize): usize {
  const end = to + bytes;
  for (; to + 16 <= end; to += 16) v128.store(to, f32x4.splat(0));
  for (; to < end; to += 4) store<f32>(to, 0);
  return end;
}

function copyNumbers(from: usize, to: usize, bytes: usize): void {
  const end = to + bytes;
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 4, from += 4) store<f32>(to, load<f32>(from));
}

/** `from` where y is above 0 (or NaN), else 0. */
function rectifiedCopy(from: usize, y: usize, to: usize, bytes: usize): void {
  const end = to + bytes;
  for (; to + 16 <= end; to += 16, from += 16, y += 16)
    v128.store(to, v128.andnot(v128.load(from), f32x4.le(v128.load(y), f32x4.splat(0))));
  for (; to < end; to += 4, from += 4, y += 4) store<f32>(to, load<f32>(y) <= 0 ? 0 : load<f32>(from));
}

/**
 * Packs rows of dz for a product, in panels of 8 columns, and adds the sums of their columns to `sums`, unless it is 0.
 * @param y where it is not 0: dz is dy where y is above 0
 */
export function packGradient(dy: usize, y: usize, packed: usize, sums: usize, rows: i32, columns: i32): void {
  const stride = (<usize>columns) << 2;
  const whole = columns & ~7;
  for (let j = 0; j < whole; j += 8) {
    const at = (<usize>j) << 2;
    packEight(dy + at, y ? y + at : 0, packed, sums ? sums + at : 0, rows, stride);
    packed += (<usize>rows) << 5;
  }
  if (whole < columns) packRest(dy, y, packed, sums, rows, columns, whole);
}

function packEight(dy: usize, y: usize, packed: usize, sums: usize, rows: i32, stride: usize): void {
  let first = f32x4.splat(0),
    second = first;
  const end = packed + ((<usize>rows) << 5);
  for (; packed < end; packed += 32, dy += stride) {
    let a = v128.load(dy),
      b = v128.load(dy, 16);
    if (y) {
      a = v128.andnot(a, f32x4.le(v128.load(y), f32x4.splat(0)));
      b = v128.andnot(b, f32x4.le(v128.load(y, 16), f32x4.splat(0)));
      y += stride;
    }
    first = f32x4.add(first, a);
    second = f32x4.add(second, b);
    v128.store(packed, a);
    v128.store(packed, b, 16);
  }
  if (!sums) return;
  v128.store(sums, f32x4.add(v128.load(sums), first));
  v128.store(sums, f32x4.add(v128.load(sums, 16), second), 16);
}

function packRest(dy: usize, y: usize, packed: usize, sums: usize, rows: i32, columns: i32, from: i32): void {
  for (let j = from; j < from + 8; j++, packed += 4) {
    let sum: f32 = 0;
    for (let i = 0; i < rows; i++) {
      const at = (<usize>(i * columns + j)) << 2;
      let value: f32 = 0;
      if (j < columns && !(y && load<f32>(y + at) <= 0)) value = load<f32>(dy + at);
      store<f32>(packed + ((<usize>i) << 5), value);
      sum += value;
    }
    const own = sums + ((<usize>j) << 2);
    if (sums && j < columns) store<f32>(own, load<f32>(own) + sum);
  }
}

/** Taps of a kernel along one axis that reach a pixel of the input: those of one residue of the stride, the largest first. */
export function largestTap(phase: i32, kernel: i32, stride: i32): i32 {
  const residue = (phase + ((kernel - 1) >> 1)) % stride;
  return residue < kernel ? residue + ((kernel - 1 - residue) / stride) * stride : -1;
}

/**
 * Packs the filters w [K K C, O] of the taps that reach one phase of the input's pixels, for the product of dz and their transpose:
 * [ceil(C / 8), taps, O, 8].
 * @param ky the largest tap of the rows, and kx of the columns
 */
export function packFlipped(w: usize, packed: usize, kernel: i32, stride: i32, channels: i32, outputs: i32, ky: i32, kx: i32): void {
  const row = (<usize>outputs) << 2;
  const panel = (<usize>outputs) << 5;
  for (let c = 0; c < channels; c += 8) {
    const count = min(8, channels - c);
    for (let y = ky; y >= 0; y -= stride)
      for (let x = kx; x >= 0; x -= stride, packed += panel)
        packTransposed(w + <usize>((y * kernel + x) * channels + c) * row, packed, outputs, count);
  }
}

/** Up to 8 rows of w as columns, zeros in the place of others. */
function packTransposed(w: usize, packed: usize, outputs: i32, count: i32): void {
  const row = (<usize>outputs) << 2;
  for (let c = 0; c < 8; c++, packed += 4, w += row) {
    let to = packed;
    if (c < count) for (let at = w; at < w + row; at += 4, to += 32) store<f32>(to, load<f32>(at));
    else for (let o = 0; o < outputs; o++, to += 32) store<f32>(to, 0);
  }
}
