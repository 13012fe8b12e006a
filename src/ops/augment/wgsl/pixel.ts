import { LUMA } from "../../../augmentations/color/chroma";
import type { ImageShape } from "../../../augmentations/types";
import { vector } from "../../../engine/wgsl/numbers";

/** The type Pixel, all channels of a pixel, and what is asked of it. */
export function pixelWgsl([, , channels]: ImageShape): string {
  if (channels === 1)
    return /* wgsl */ `
alias Pixel = f32;
fn channel(pixel: Pixel, c: u32) -> f32 { return pixel; }
fn grey_of(pixel: Pixel) -> f32 { return pixel; }`;
  const shares = channels === 3 ? LUMA : new Array<number>(channels).fill(1 / channels);
  return /* wgsl */ `
alias Pixel = vec${channels}f;
fn channel(pixel: Pixel, c: u32) -> f32 { return pixel[c]; }
fn grey_of(pixel: Pixel) -> f32 { return dot(pixel, ${vector(shares)}); }`;
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

/** `image_pixel` reads the pixel of a resident image whose values begin at an index. Needs pixelWgsl. */
export function imagePixelWgsl([, , channels]: ImageShape, packed: boolean): string {
  const values = Array.from({ length: channels }, (_, c) => `image(at + ${c}u)`).join(", ");
  return /* wgsl */ `${imageWgsl(packed)}
fn image_pixel(at: u32) -> Pixel { return Pixel(${values}); }`;
}

/**
 * `place_of` says where the pixels of a view come from, once per view, and `view_pixel` makes one of them. Here they are
 * those of the resident image, in their places. Needs imagePixelWgsl and `samples`.
 */
export function plainViewPixelWgsl([height, width, channels]: ImageShape): string {
  return /* wgsl */ `
struct Place { first: u32 }

fn place_of(view: u32) -> Place { return Place(u32(samples[view]) * ${height * width * channels}u); }

fn view_pixel(place: Place, row: u32, column: u32) -> Pixel {
  return image_pixel(place.first + (row * ${width}u + column) * ${channels}u);
}`;
}
