import { partOf, putPart } from "../../engine/wasm/math.as";

/** The mean over an image's pixels and its gradient, in AssemblyScript. */

/** y [images, C] = the means over the pixels of x [images, P, C] */
export function pooledMeans(x: usize, y: usize, images: i32, pixels: i32, channels: i32): void {
  const row = (<usize>channels) << 2;
  const share = f32x4.splat(<f32>pixels);
  for (let i = 0; i < images; i++, x += <usize>pixels * row, y += row)
    for (let c = 0; c < channels; c += 4) {
      const own = (<usize>c) << 2;
      let sum = f32x4.splat(0);
      let at = x + own;
      for (let p = 0; p < pixels; p++, at += row) sum = f32x4.add(sum, partOf(at, channels - c));
      putPart(y + own, f32x4.div(sum, share), channels - c);
    }
}

/** dx [images, P, C] = dy [images, C] / P at every pixel */
export function pooledGradient(dy: usize, dx: usize, images: i32, pixels: i32, channels: i32): void {
  const row = (<usize>channels) << 2;
  const share = f32x4.splat(<f32>pixels);
  for (let i = 0; i < images; i++, dy += row, dx += <usize>pixels * row)
    for (let c = 0; c < channels; c += 4) {
      const own = (<usize>c) << 2;
      const part = f32x4.div(partOf(dy + own, channels - c), share);
      let at = dx + own;
      for (let p = 0; p < pixels; p++, at += row) putPart(at, part, channels - c);
    }
}
