import { LUMA } from "../colour";
import { f32, vector } from "./numbers";

/** Images [.., H, W, C] of at most four channels. */
export type ImageShape = readonly [height: number, width: number, channels: number];

/** The type Pixel, all channels of a pixel, and what is asked of it. */
export function pixelWgsl([, , channels]: ImageShape): string {
  if (channels === 1)
    return /* wgsl */ `
alias Pixel = f32;
fn channel(pixel: Pixel, c: u32) -> f32 { return pixel; }
fn greyOf(pixel: Pixel) -> f32 { return pixel; }`;
  const shares = channels === 3 ? LUMA : new Array<number>(channels).fill(1 / channels);
  return /* wgsl */ `
alias Pixel = vec${channels}f;
fn channel(pixel: Pixel, c: u32) -> f32 { return pixel[c]; }
fn greyOf(pixel: Pixel) -> f32 { return dot(pixel, ${vector(shares)}); }`;
}

/** Numbers that a Pixel takes up in an array: a vector of three is padded to four. */
export function pixelStride([, , channels]: ImageShape): number {
  return channels === 3 ? 4 : channels;
}

/** One number of the resident images, `images`: floats, or bytes of which a word holds four, lowest first. */
function imageWgsl(packed: boolean): string {
  const value = packed ? "f32((images[at >> 2u] >> (8u * (at & 3u))) & 255u) / 255.0" : "images[at]";
  return /* wgsl */ `
fn image(at: u32) -> f32 { return ${value}; }`;
}

/** `imagePixel` reads a pixel of a resident image. Needs pixelWgsl. */
export function imagePixelWgsl([height, width, channels]: ImageShape, packed: boolean): string {
  const values = Array.from({ length: channels }, (_, c) => `image(at + ${c}u)`).join(", ");
  return /* wgsl */ `${imageWgsl(packed)}
fn imagePixel(sample: u32, row: u32, column: u32) -> Pixel {
  let at = ((sample * ${height}u + row) * ${width}u + column) * ${channels}u;
  return Pixel(${values});
}`;
}

/**
 * `viewPixel` makes a pixel of a view from its resident image, by the crop, rotation and flip of `views[view]` where the
 * recipe has any: bilinear, with the image mirrored beyond its borders as `tf.image.transform` mirrors it.
 * Needs imagePixelWgsl, `views` and `samples`.
 */
export function viewPixelWgsl([height, width]: ImageShape, geometry: boolean): string {
  if (!geometry)
    return /* wgsl */ `
fn viewPixel(view: u32, row: u32, column: u32) -> Pixel { return imagePixel(u32(samples[view]), row, column); }`;
  return /* wgsl */ `
fn viewPixel(view: u32, row: u32, column: u32) -> Pixel {
  let right = f32(column) - ${f32((width - 1) / 2)};
  let down = f32(row) - ${f32((height - 1) / 2)};
  let at = vec2f(
    views[view].originX + views[view].rightX * right + views[view].downX * down,
    views[view].originY + views[view].rightY * right + views[view].downY * down,
  );
  let sides = vec2f(${f32(width)}, ${f32(height)});
  let inside = mirrored(at, sides);
  let first = vec2u(inside);
  let next = min(first + 1u, vec2u(sides) - 1u);
  let part = inside - floor(inside);
  let sample = u32(samples[view]);
  return mix(
    mix(imagePixel(sample, first.y, first.x), imagePixel(sample, first.y, next.x), part.x),
    mix(imagePixel(sample, next.y, first.x), imagePixel(sample, next.y, next.x), part.x),
    part.y,
  );
}

/** Mirrored at the outer edges of the border pixels, then kept within the outermost pixel centres. */
fn mirrored(at: vec2f, sides: vec2f) -> vec2f {
  let period = 2.0 * sides;
  let edge = abs(at + 0.5);
  let within = edge - period * floor(edge / period);
  return clamp(min(within, period - within) - 0.5, vec2f(0.0), sides - 1.0);
}`;
}
