import type { AugmentationWork } from "../../../augmentations/viewTable";
import { cutoutWgsl } from "./cutout";
import type { ImageShape } from "./pixel";

/** Pixels that one invocation finishes: their values are whole groups of the four that share a hash. */
const PIXELS_PER_INVOCATION = 4;

/** Invocations per view. */
export function invocationsPerView([height, width]: ImageShape): number {
  return Math.ceil((height * width) / PIXELS_PER_INVOCATION);
}

/**
 * Blur, colour, noise, -1..1, and cutout. The jitter is linear and the weights of a blur sum to 1, so the pixels are blurred
 * before they are jittered, once, instead of jittering all neighbours.
 * Needs viewPixelWgsl, noiseWgsl and storeWgsl, `views` and, with light, `means`.
 */
export function finishWgsl(shape: ImageShape, work: AugmentationWork): string {
  const [height, width, channels] = shape;
  return /* wgsl */ `
fn run(i: u32) {
  let view = i / ${invocationsPerView(shape)}u;
  let part = i % ${invocationsPerView(shape)}u;
  let place = placeOf(view);
  let jitter = jitterOf(view);
  var values: array<f32, ${PIXELS_PER_INVOCATION * channels}>;
  for (var k = 0u; k < ${PIXELS_PER_INVOCATION}u; k++) {
    let at = min(part * ${PIXELS_PER_INVOCATION}u + k, ${height * width - 1}u);
    let row = at / ${width}u;
    let pixel = jittered(jitter, blurred(view, place, row, at - row * ${width}u));
    for (var c = 0u; c < ${channels}u; c++) { values[k * ${channels}u + c] = channel(pixel, c); }
  }
  for (var j = 0u; j < ${channels}u; j++) {
    let group = part * ${channels}u + j;
    let four = vec4f(values[4u * j], values[4u * j + 1u], values[4u * j + 2u], values[4u * j + 3u]);
    store(view, group, cutOut(view, group, 2.0 * (saturate(four + noise(view, group)) - 0.5)));
  }
}
${work.colour ? COLOUR_WGSL : LIGHT_WGSL}
${work.light ? LIGHT_OF_VIEW_WGSL : NO_LIGHT_WGSL}
${work.blurRadius > 0 ? blurWgsl(shape, work.blurRadius) : NO_BLUR_WGSL}
${cutoutWgsl(shape, work.cutoutSide)}`;
}

/** Brightness, contrast and colour as ops/augment/colour.ts defines them. */
const COLOUR_WGSL = /* wgsl */ `
struct Jitter { light: vec2f, colour: mat3x3f }

fn jitterOf(view: u32) -> Jitter {
  return Jitter(lightOf(view), mat3x3f(colourColumn(view, 0u), colourColumn(view, 1u), colourColumn(view, 2u)));
}

fn colourColumn(view: u32, j: u32) -> vec3f {
  return vec3f(views[view].colour[3u * j], views[view].colour[3u * j + 1u], views[view].colour[3u * j + 2u]);
}

fn jittered(jitter: Jitter, pixel: Pixel) -> Pixel {
  return jitter.colour * (jitter.light.x * pixel + jitter.light.y);
}`;

const LIGHT_WGSL = /* wgsl */ `
struct Jitter { light: vec2f }

fn jitterOf(view: u32) -> Jitter { return Jitter(lightOf(view)); }

fn jittered(jitter: Jitter, pixel: Pixel) -> Pixel { return jitter.light.x * pixel + jitter.light.y; }`;

const LIGHT_OF_VIEW_WGSL = /* wgsl */ `
/** Factor and summand. */
fn lightOf(view: u32) -> vec2f { return vec2f(views[view].gain, views[view].offset * means[view]); }`;

const NO_LIGHT_WGSL = /* wgsl */ `
fn lightOf(view: u32) -> vec2f { return vec2f(1.0, 0.0); }`;

const NO_BLUR_WGSL = /* wgsl */ `
fn blurred(view: u32, place: Place, row: u32, column: u32) -> Pixel { return viewPixel(place, row, column); }`;

function blurWgsl([height, width]: ImageShape, radius: number): string {
  return /* wgsl */ `
/** Rows and columns at once: the radius is small. */
fn blurred(view: u32, place: Place, row: u32, column: u32) -> Pixel {
  if (views[view].blur == 0.0) { return viewPixel(place, row, column); }
  var sum = Pixel();
  for (var y = -${radius}; y <= ${radius}; y++) {
    let weight = views[view].weights[abs(y)];
    let at = reflected(i32(row) + y, ${height});
    for (var x = -${radius}; x <= ${radius}; x++) {
      sum += weight * views[view].weights[abs(x)] * viewPixel(place, at, reflected(i32(column) + x, ${width}));
    }
  }
  return sum;
}

/** Mirrored at the outer edges of the border pixels. */
fn reflected(at: i32, side: i32) -> u32 {
  return u32(select(select(at, 2 * side - 1 - at, at >= side), -1 - at, at < 0));
}`;
}
