import { byteNormal, hashWords, type Purpose, uniforms } from "../engine/random";
import { type AugmentationRecipe, BLUR_DEVIATION, VIEW_LANE } from "../kernels/viewRecipe";
import { type AugmentationWork, VIEW_FIELDS, type ViewField } from "../kernels/viewTable";

export type { AugmentationRecipe };

/** What a config says; fields left out follow from the strength. */
export interface AugmentationOptions
  extends Partial<Omit<AugmentationRecipe, "jitter" | "flip" | "rotation" | "noise">>,
    Pick<AugmentationRecipe, "flip" | "rotation" | "noise"> {
  /** 0 to 1. */
  strength: number;
}

/** Window of SimCLR's blur, as a share of the side. */
const BLUR_WINDOW = 0.1;

/**
 * Resolves a config. Strength 1 is SimCLR's recipe (arXiv 2002.05709, appendix A: area .08 to 1, sides 3/4 to 4/3,
 * jitter .8 .8 .8 .2 with probability .8, grey .2, blur .5); strength 0 leaves the sample as it is.
 */
export function augmentationRecipe(config: AugmentationOptions): AugmentationRecipe {
  const s = config.strength;
  return {
    minScale: config.minScale ?? 1 - 0.92 * s,
    maxAspect: config.maxAspect ?? 1 + s / 3,
    flip: config.flip,
    rotation: config.rotation,
    jitter: 0.8,
    brightness: config.brightness ?? 0.8 * s,
    contrast: config.contrast ?? 0.8 * s,
    saturation: config.saturation ?? 0.8 * s,
    hue: config.hue ?? 0.2 * s,
    grey: config.grey ?? 0.2 * s,
    blur: config.blur ?? 0.5 * s,
    noise: config.noise,
  };
}

/** What a recipe asks for on samples of a shape ([H, W, C], or [D] for points, which only get noise). */
export function augmentationWork(recipe: AugmentationRecipe, shape: number[]): AugmentationWork {
  const [height = 0, width = 0, channels = 0] = shape.length === 3 ? shape : [];
  const isImage = channels > 0;
  return {
    geometry: isImage && (recipe.minScale < 1 || recipe.maxAspect > 1 || recipe.flip > 0 || recipe.rotation > 0),
    light: isImage && (recipe.brightness > 0 || recipe.contrast > 0),
    colour: channels === 3 && (recipe.saturation > 0 || recipe.hue > 0 || recipe.grey > 0),
    blurRadius: isImage && recipe.blur > 0 ? Math.max(1, Math.floor((Math.min(height, width) * BLUR_WINDOW) / 2)) : 0,
    noise: recipe.noise,
  };
}

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

type Lane = (lane: number) => [number, number, number, number];

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
  };
}

/** Area uniform, ratio of the sides log-uniform; a side longer than the image is cut to it. */
function drawCrop(recipe: AugmentationRecipe, [area, ratio, x, y]: [number, number, number, number]) {
  const scale = 1 - area * (1 - recipe.minScale);
  const aspect = recipe.maxAspect ** symmetric(ratio);
  const width = Math.min(1, Math.sqrt(scale * aspect));
  const height = Math.min(1, Math.sqrt(scale / aspect));
  return { width, height, centreX: width / 2 + x * (1 - width), centreY: height / 2 + y * (1 - height) };
}

function drawBlur(recipe: AugmentationRecipe, [chance, deviation]: [number, number, number, number]): number {
  const [least, most] = BLUR_DEVIATION;
  return chance < recipe.blur ? least + deviation * (most - least) : 0;
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
