import type { ImageShape } from "../../../augmentations/types";
import { applyAll, type FusedBatch, functionsOf, stagesFor, valueSteps } from "../fusedBatch";

/** Pixels that one invocation finishes: their values are whole groups of the four that share a hash. */
const PIXELS_PER_INVOCATION = 4;

/** Invocations per view. */
export function invocationsPerView([height, width]: ImageShape): number {
  return Math.ceil((height * width) / PIXELS_PER_INVOCATION);
}

/**
 * What is done to pixels, to values, and, after these are clipped and centered to -1..1, to values again. The jitter is linear
 * and the weights of a blur sum to 1, so neighbors are put together before pixels are changed, once, instead of changing all
 * of them. Needs view_pixel, storeWgsl, `views` and, where a step reads it, `means`.
 */
export function finishWgsl(shape: ImageShape, batch: FusedBatch): string {
  const [height, width, channels] = shape;
  const { work } = batch;
  const stages = stagesFor(batch);
  const around = stages.find(({ wgsl }) => wgsl.neighbors);
  const pixels = stages.flatMap(({ wgsl }) => wgsl.pixel?.(work) ?? []);
  const values = valueSteps(batch);
  const centered = stages.flatMap(({ wgsl }) => wgsl.centered?.(shape, work) ?? []);
  const pixel = around ? "around(view, place, row, column)" : "view_pixel(place, row, column)";
  return /* wgsl */ `
fn run(i: u32) {
  let view = i / ${invocationsPerView(shape)}u;
  let part = i % ${invocationsPerView(shape)}u;
  let place = place_of(view);
  ${pixels.map(({ prepare = "" }) => prepare).join("\n  ")}
  var values: array<f32, ${PIXELS_PER_INVOCATION * channels}>;
  for (var k = 0u; k < ${PIXELS_PER_INVOCATION}u; k++) {
    let at = min(part * ${PIXELS_PER_INVOCATION}u + k, ${height * width - 1}u);
    let row = at / ${width}u;
    let column = at - row * ${width}u;
    let pixel = ${applyAll(pixels, pixel)};
    for (var c = 0u; c < ${channels}u; c++) { values[k * ${channels}u + c] = channel(pixel, c); }
  }
  for (var j = 0u; j < ${channels}u; j++) {
    let group = part * ${channels}u + j;
    let four = vec4f(values[4u * j], values[4u * j + 1u], values[4u * j + 2u], values[4u * j + 3u]);
    store(view, group, ${applyAll(centered, `2.0 * (saturate(${applyAll(values, "four")}) - 0.5)`)});
  }
}
${around?.wgsl.neighbors?.(shape, work) ?? ""}${functionsOf([...pixels, ...values, ...centered])}`;
}
