import type { AugmentationWork } from "../viewTable";
import type { ImageShape } from "./pixel";

/** Pixels that one invocation finishes: their values are whole groups of the four that share a hash. */
export const PIXELS_PER_INVOCATION = 4;

/** Invocations per view. */
export function invocationsPerView([height, width]: ImageShape): number {
  return Math.ceil((height * width) / PIXELS_PER_INVOCATION);
}

/**
 * Blur, colour, noise, and -1..1. The jitter is linear and the weights of a blur sum to 1, so the pixels are blurred
 * before they are jittered, once, instead of jittering all neighbours.
 * Needs viewPixelWgsl, noiseWgsl and storeWgsl, `views` and, with light, `means`.
 */
export function finishWgsl(shape: ImageShape, work: AugmentationWork): string {
  const [height, width, channels] = shape;
  return /* wgsl */ `
fn run(i: u32) {
  let view = i / ${invocationsPerView(shape)}u;
  let part = i % ${invocationsPerView(shape)}u;
  var values: array<f32, ${PIXELS_PER_INVOCATION * channels}>;
  for (var k = 0u; k < ${PIXELS_PER_INVOCATION}u; k++) {
    let at = min(part * ${PIXELS_PER_INVOCATION}u + k, ${height * width - 1}u);
    let pixel = jittered(view, blurred(view, at / ${width}u, at % ${width}u));
    for (var c = 0u; c < ${channels}u; c++) { values[k * ${channels}u + c] = channel(pixel, c); }
  }
  for (var j = 0u; j < ${channels}u; j++) {
    let group = part * ${channels}u + j;
    let four = vec4f(values[4u * j], values[4u * j + 1u], values[4u * j + 2u], values[4u * j + 3u]);
    store(view, group, 2.0 * (saturate(four + noise(view, group)) - 0.5));
  }
}
${jitterWgsl(work)}
${work.blurRadius > 0 ? blurWgsl(shape, work.blurRadius) : NO_BLUR_WGSL}`;
}

/** Colour jitter as kernels/colour.ts defines it. */
function jitterWgsl({ light, colour }: AugmentationWork): string {
  return /* wgsl */ `
fn jittered(view: u32, source: Pixel) -> Pixel {
  var pixel = source;
  ${light ? "pixel = views[view].gain * pixel + views[view].offset * means[view];" : ""}
  ${colour ? `pixel = ${[0, 1, 2].map((j) => `colourColumn(view, ${j}u) * pixel[${j}]`).join(" + ")};` : ""}
  return pixel;
}
${colour ? COLOUR_COLUMN_WGSL : ""}`;
}

const COLOUR_COLUMN_WGSL = /* wgsl */ `
fn colourColumn(view: u32, j: u32) -> vec3f {
  return vec3f(views[view].colour[3u * j], views[view].colour[3u * j + 1u], views[view].colour[3u * j + 2u]);
}`;

const NO_BLUR_WGSL = /* wgsl */ `
fn blurred(view: u32, row: u32, column: u32) -> Pixel { return viewPixel(view, row, column); }`;

function blurWgsl([height, width]: ImageShape, radius: number): string {
  return /* wgsl */ `
/** Rows and columns at once: the radius is small. */
fn blurred(view: u32, row: u32, column: u32) -> Pixel {
  if (views[view].blur == 0.0) { return viewPixel(view, row, column); }
  var sum = Pixel();
  for (var y = -${radius}; y <= ${radius}; y++) {
    for (var x = -${radius}; x <= ${radius}; x++) {
      let weight = views[view].weights[abs(y)] * views[view].weights[abs(x)];
      sum += weight * viewPixel(view, reflected(i32(row) + y, ${height}), reflected(i32(column) + x, ${width}));
    }
  }
  return sum;
}

/** Mirrored at the outer edges of the border pixels. */
fn reflected(at: i32, side: i32) -> u32 {
  return u32(select(select(at, 2 * side - 1 - at, at >= side), -1 - at, at < 0));
}`;
}
