import { byteNormal, hashWords, type Purpose, uniforms, type Words } from "../engine/random";
import { type AugmentationRecipe, LEAST_BLUR, VIEW_LANE } from "./viewRecipe";
import { VIEW_FIELDS, type ViewField } from "./viewTable";

/** Where views are drawn. */
export interface ViewDraw {
  /** The number of each seed. */
  seeds: readonly number[];
  step: number;
  /** Views per seed: 2B. */
  views: number;
  purpose: Purpose;
}

/** VIEW_FIELDS of each view, [S, views, fields]. */
export function augmentationParameters(recipe: AugmentationRecipe, draw: ViewDraw): Float32Array {
  const fields = VIEW_FIELDS.length;
  const values = new Float32Array(draw.seeds.length * draw.views * fields);
  draw.seeds.forEach((seed, s) => {
    for (let view = 0; view < draw.views; view++) {
      const numbers = drawView(recipe, (lane) =>
        uniforms({ seed, step: draw.step, sample: view, purpose: draw.purpose, lane }),
      );
      VIEW_FIELDS.forEach((field, f) => {
        values[(s * draw.views + view) * fields + f] = numbers[field];
      });
    }
  });
  return values;
}

type Lane = (lane: number) => Words;

function drawView(recipe: AugmentationRecipe, lane: Lane): Record<ViewField, number> {
  const [turn, mirror, jitter, brightness] = lane(VIEW_LANE.pose);
  const [contrast, saturation, hue, grey] = lane(VIEW_LANE.jitter);
  const amount = jitter < recipe.jitter ? 1 : 0;
  return {
    ...drawCrop(recipe, lane(VIEW_LANE.crop)),
    rotation: (symmetric(turn) * recipe.rotation * Math.PI) / 180,
    flip: mirror < recipe.flip ? 1 : 0,
    brightness: 1 + amount * symmetric(brightness) * recipe.brightness,
    contrast: 1 + amount * symmetric(contrast) * recipe.contrast,
    saturation: 1 + amount * symmetric(saturation) * recipe.saturation,
    hue: amount * symmetric(hue) * recipe.hue * 2 * Math.PI,
    grey: grey < recipe.grey ? 1 : 0,
    blur: drawBlur(recipe, lane(VIEW_LANE.blur)),
    ...drawCutout(recipe, lane(VIEW_LANE.cutout)),
  };
}

/** Area uniform, ratio of the sides log-uniform; a side longer than the image is cut to it. */
function drawCrop(recipe: AugmentationRecipe, [area, ratio, x, y]: Words) {
  const scale = recipe.maxScale - area * (recipe.maxScale - recipe.minScale);
  const aspect = recipe.maxAspect ** symmetric(ratio);
  const width = Math.min(1, Math.sqrt(scale * aspect));
  const height = Math.min(1, Math.sqrt(scale / aspect));
  return { width, height, centreX: width / 2 + x * (1 - width), centreY: height / 2 + y * (1 - height) };
}

function drawBlur(recipe: AugmentationRecipe, [chance, deviation]: Words): number {
  return chance < recipe.blur ? LEAST_BLUR + deviation * (recipe.maxBlur - LEAST_BLUR) : 0;
}

function drawCutout(recipe: AugmentationRecipe, [chance, x, y]: Words) {
  return { cutout: chance < recipe.cutout ? 1 : 0, cutoutX: coarse(x), cutoutY: coarse(y) };
}

/**
 * The upper 16 bits alone: the product with a side of up to 256 pixels is then exact in float32 too, and every device
 * erases the same pixels.
 */
function coarse(value: number): number {
  return Math.floor(value * 0x10000) / 0x10000;
}

/** [0, 1) to [-1, 1). */
function symmetric(value: number): number {
  return 2 * value - 1;
}

/** Nearly standard normal noise, [S, views, size]; one hash makes four numbers. */
export function augmentationNoise(draw: ViewDraw, size: number): Float32Array {
  const values = new Float32Array(draw.seeds.length * draw.views * size);
  draw.seeds.forEach((seed, s) => {
    for (let view = 0; view < draw.views; view++)
      fillNoise(values, (s * draw.views + view) * size, size, seed, view, draw);
  });
  return values;
}

function fillNoise(
  values: Float32Array,
  start: number,
  size: number,
  seed: number,
  sample: number,
  { step, purpose }: ViewDraw,
): void {
  for (let i = 0; i < size; i += 4) {
    const words = hashWords({ seed, step, sample, purpose, lane: VIEW_LANE.noise + i / 4 });
    for (let j = 0; j < 4 && i + j < size; j++) values[start + i + j] = byteNormal(words[j]!);
  }
}
