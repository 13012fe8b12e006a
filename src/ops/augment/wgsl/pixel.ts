import { f32, vector } from "../../../engine/wgsl/numbers";
import { LUMA } from "../colour";

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

/** `imagePixel` reads the pixel of a resident image whose values begin at an index. Needs pixelWgsl. */
export function imagePixelWgsl([, , channels]: ImageShape, packed: boolean): string {
  const values = Array.from({ length: channels }, (_, c) => `image(at + ${c}u)`).join(", ");
  return /* wgsl */ `${imageWgsl(packed)}
fn imagePixel(at: u32) -> Pixel { return Pixel(${values}); }`;
}

/**
 * `placeOf` says where the pixels of a view come from, once per view, and `viewPixel` makes one of them. Here they are
 * those of the resident image. Needs imagePixelWgsl, `views` and `samples`.
 * @param geometry crops, rotates and flips
 */
export function viewPixelWgsl(shape: ImageShape, geometry: boolean): string {
  return geometry ? resampledWgsl(shape) : plainWgsl(shape);
}

function plainWgsl([height, width, channels]: ImageShape): string {
  return /* wgsl */ `
struct Place { first: u32 }

fn placeOf(view: u32) -> Place { return Place(u32(samples[view]) * ${height * width * channels}u); }

fn viewPixel(place: Place, row: u32, column: u32) -> Pixel {
  return imagePixel(place.first + (row * ${width}u + column) * ${channels}u);
}`;
}

/** Bilinear, with the image mirrored beyond its borders as `tf.image.transform` mirrors it. */
function resampledWgsl([height, width, channels]: ImageShape): string {
  return /* wgsl */ `
struct Place {
  /** First value of the image. */
  first: u32,
  /** Of the middle of the view, and steps of one pixel, in pixels of the image. */
  origin: vec2f,
  right: vec2f,
  down: vec2f,
}

fn placeOf(view: u32) -> Place {
  return Place(
    u32(samples[view]) * ${height * width * channels}u,
    vec2f(views[view].originX, views[view].originY),
    vec2f(views[view].rightX, views[view].rightY),
    vec2f(views[view].downX, views[view].downY),
  );
}

fn viewPixel(place: Place, row: u32, column: u32) -> Pixel {
  let across = f32(column) - ${f32((width - 1) / 2)};
  let along = f32(row) - ${f32((height - 1) / 2)};
  let at = mirrored(place.origin + across * place.right + along * place.down);
  let whole = floor(at);
  let part = at - whole;
  let near = vec2u(whole);
  let far = min(near + 1u, vec2u(${width - 1}u, ${height - 1}u));
  let columns = vec2u(near.x, far.x) * ${channels}u;
  let rows = vec2u(near.y, far.y) * ${width * channels}u + place.first;
  return mix(
    mix(imagePixel(rows.x + columns.x), imagePixel(rows.x + columns.y), part.x),
    mix(imagePixel(rows.y + columns.x), imagePixel(rows.y + columns.y), part.x),
    part.y,
  );
}

/** Mirrored at the outer edges of the border pixels, then kept within the outermost pixel centres. */
fn mirrored(at: vec2f) -> vec2f {
  const PERIOD = vec2f(${f32(2 * width)}, ${f32(2 * height)});
  let edge = abs(at + 0.5);
  let within = edge - PERIOD * floor(edge * (1.0 / PERIOD));
  return clamp(min(within, PERIOD - within) - 0.5, vec2f(0.0), 0.5 * PERIOD - 1.0);
}`;
}
