import { ADD, packRows, PLAIN, RELU } from "../matMul/wasm.as";
import { largestTap, packFlipped, packGradient, padImages } from "./layout.as";
import { fillPlaces, placedProduct, summedProduct, TILE } from "./tiles.as";

/**
 * Convolutions of all learners in AssemblyScript, a few images at a time, so that what is read again and again stays in the cache. No
 * patches are written out: in an image with zeros around it the pixels under a row of the filter are one stretch of numbers. A call works
 * out samples or filters' rows from `first` to before `end`; other threads may work out others, with scratch of their own.
 */

/**
 * y = activation(x * w + b): x [slices * N, H, W, C], w [L, K K C, O], b [L, O] or none, y [L, N, H', W', O].
 * @param places scratch: two tables of addresses of `block` images' pixels
 * @param padded scratch: `block` images with zeros around them; none where the kernel is one pixel
 * @param packed scratch: the filters of a learner
 * @param spare scratch for the rows of a tile that are none
 */
export function convolutionForward(
  x: usize,
  w: usize,
  b: usize,
  y: usize,
  places: usize,
  padded: usize,
  packed: usize,
  spare: usize,
  slices: i32,
  learners: i32,
  samples: i32,
  kernel: i32,
  stride: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  outputs: i32,
  block: i32,
  rectifies: i32,
  first: i32,
  end: i32,
): void {
  const pad = (kernel - 1) >> 1;
  const pixel = (<usize>channels) << 2;
  const row = <usize>(width + 2 * pad) * pixel;
  const image = <usize>(height + 2 * pad) * row;
  const step = <usize>stride;
  const out = (<usize>outputs) << 2;
  const pixels = outHeight * outWidth;
  const to = places + ((<usize>(block * pixels + 3)) << 2);
  for (let l = 0; l < learners; l++) {
    packRows(w + <usize>(l * kernel * kernel * channels) * out, packed, kernel * kernel * channels, outputs, out);
    for (let n = first; n < end; n += block) {
      const images = min(block, end - n);
      let own = x + <usize>((l % slices) * samples + n) * <usize>(height * width) * pixel;
      if (pad) {
        padImages(own, 0, padded, images, height, width, pixel, pad);
        own = padded;
      }
      const result = y + <usize>((l * samples + n) * pixels) * out;
      fillPlaces(places, images, outHeight, outWidth, own, image, step * row, step * pixel, own);
      fillPlaces(to, images, outHeight, outWidth, result, <usize>pixels * out, <usize>outWidth * out, out, spare);
      const mode = rectifies ? RELU : PLAIN;
      const bias = b ? b + <usize>l * out : 0;
      placedProduct(places, packed, bias, to, images * pixels, kernel, kernel * channels, row, outputs, mode);
    }
  }
}

/** Pixels whose products are added up in registers before they are added to a gradient. */
const SUMMED: i32 = 512;

/**
 * Gradients of the filters and, where it has a place, of the bias: dw [L, K K C, O], db [L, O]. Units are the tiles of the filters'
 * rows, ceil(K C / TILE) for each of K; the first ones bring the bias.
 * @param y where it is not 0 the activation is ReLU
 * @param packed scratch of packedSize(SUMMED, O)
 * @param gathered scratch [SUMMED, 4]
 */
export function convolutionParameterGradients(
  x: usize,
  dy: usize,
  y: usize,
  dw: usize,
  db: usize,
  places: usize,
  padded: usize,
  packed: usize,
  gathered: usize,
  slices: i32,
  learners: i32,
  samples: i32,
  kernel: i32,
  stride: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  outputs: i32,
  block: i32,
  first: i32,
  end: i32,
): void {
  const pad = (kernel - 1) >> 1;
  const pixel = (<usize>channels) << 2;
  const row = <usize>(width + 2 * pad) * pixel;
  const image = <usize>(height + 2 * pad) * row;
  const step = <usize>stride;
  const out = (<usize>outputs) << 2;
  const pixels = outHeight * outWidth;
  const taps = kernel * channels;
  const tiles = (taps + TILE - 1) / TILE;
  if (first > 0) db = 0;
  if (db) memory.fill(db, 0, <usize>learners * out);
  for (let l = 0; l < learners; l++) {
    const own = dw + <usize>(l * kernel * taps) * out;
    for (let n = 0; n < samples; n += block) {
      const images = min(block, samples - n);
      const from = x + <usize>((l % slices) * samples + n) * <usize>(height * width) * pixel;
      padImages(from, 0, padded, images, height, width, pixel, pad);
      const rows = fillPlaces(places, images, outHeight, outWidth, padded, image, step * row, step * pixel, padded);
      for (let r = 0; r < rows; r += SUMMED) {
        const count = min(SUMMED, rows - r);
        const at = <usize>((l * samples + n) * pixels + r) * out;
        packGradient(dy + at, y ? y + at : 0, packed, db ? db + <usize>l * out : 0, count, outputs);
        for (let k = first / tiles; k * tiles < end; k++) {
          const from = TILE * max(first - k * tiles, 0),
            to = min(TILE * (end - k * tiles), taps);
          summedProduct(
            places + ((<usize>r) << 2),
            packed,
            gathered,
            own + <usize>(k * taps + from) * out,
            count,
            to - from,
            outputs,
            <usize>k * row + ((<usize>from) << 2),
            out,
            n + r > 0 ? ADD : PLAIN,
          );
        }
      }
    }
  }
}

/**
 * Gradient of the input, summed over the learners of a slice: dx [slices, N, H, W, C]. It is a convolution of dz with the flipped
 * filters; where the stride is two, one for each parity of row and column, with the taps that reach its pixels.
 * @param y where it is not 0 the activation is ReLU
 * @param packed scratch: the filters of a learner, packed for each phase
 */
export function convolutionInputGradient(
  w: usize,
  dy: usize,
  y: usize,
  dx: usize,
  places: usize,
  padded: usize,
  packed: usize,
  spare: usize,
  slices: i32,
  learners: i32,
  samples: i32,
  kernel: i32,
  stride: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  outputs: i32,
  block: i32,
  first: i32,
  end: i32,
): void {
  const pad = (kernel - 1) >> 1;
  const out = (<usize>outputs) << 2;
  const row = <usize>(outWidth + 2 * pad) * out;
  const image = <usize>(outHeight + 2 * pad) * row;
  const step = <usize>stride;
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  const to = places + ((<usize>(block * ((height + stride - 1) / stride) * ((width + stride - 1) / stride) + 3)) << 2);
  const panels = <usize>((channels + 7) >> 3) << 5;
  for (let l = 0; l < learners; l++) {
    packPhases(w + <usize>(l * kernel * kernel * channels) * out, packed, kernel, stride, channels, outputs);
    for (let n = first; n < end; n += block) {
      const images = min(block, end - n);
      const dz = <usize>((l * samples + n) * outHeight * outWidth) * out;
      padImages(dy + dz, y ? y + dz : 0, padded, images, outHeight, outWidth, out, pad);
      const result = dx + <usize>((l % slices) * samples + n) * <usize>height * line;
      let filters = packed;
      for (let py = 0; py < stride; py++) {
        const ky = largestTap(py, kernel, stride);
        const rows = (height - py + stride - 1) / stride;
        for (let px = 0; px < stride; px++) {
          const kx = largestTap(px, kernel, stride);
          const columns = (width - px + stride - 1) / stride;
          const own = result + <usize>py * line + <usize>px * pixel;
          const count = fillPlaces(to, images, rows, columns, own, <usize>height * line, step * line, step * pixel, spare);
          if (ky < 0 || kx < 0) {
            if (l < slices) clear(to, count, pixel);
            continue;
          }
          // The first tap's pixel of dz, in the image with zeros around it.
          const up = (py + pad - ky) / stride + pad;
          const left = (px + pad - kx) / stride + pad;
          const start = padded + <usize>up * row + <usize>left * out;
          fillPlaces(places, images, rows, columns, start, image, row, out, start);
          const high = ky / stride + 1,
            wide = kx / stride + 1;
          const mode = l < slices ? PLAIN : ADD;
          placedProduct(places, filters, 0, to, count, high, wide * outputs, row, channels, mode);
          filters += <usize>(high * wide * outputs) * panels;
        }
      }
    }
  }
}

function packPhases(w: usize, packed: usize, kernel: i32, stride: i32, channels: i32, outputs: i32): void {
  const panels = <usize>((channels + 7) >> 3) << 5;
  for (let py = 0; py < stride; py++) {
    const ky = largestTap(py, kernel, stride);
    for (let px = 0; px < stride; px++) {
      const kx = largestTap(px, kernel, stride);
      if (ky < 0 || kx < 0) continue;
      packFlipped(w, packed, kernel, stride, channels, outputs, ky, kx);
      packed += <usize>((ky / stride + 1) * (kx / stride + 1) * outputs) * panels;
    }
  }
}

/** Pixels that no tap reaches. */
function clear(places: usize, count: i32, bytes: usize): void {
  for (let i = 0; i < count; i++, places += 4) memory.fill(load<usize>(places), 0, bytes);
}
