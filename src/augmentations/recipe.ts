import type { AugmentationRecipe } from "./viewRecipe";
import type { AugmentationWork } from "./viewTable";

export type { AugmentationRecipe };

/** Fields that follow from the strength where a config leaves them out. */
type Automatic = "minScale" | "maxAspect" | "flip" | "brightness" | "contrast" | "saturation" | "hue" | "grey" | "blur";

/** What a config says. */
export interface AugmentationOptions
  extends Partial<Pick<AugmentationRecipe, Automatic>>,
    Omit<AugmentationRecipe, Automatic> {
  /** 0 to 1. */
  strength: number;
}

/** SimCLR's blur: its window, as a share of the side, and the largest deviation that the window is meant for. */
const BLUR = { window: 0.1, deviation: 2 } as const;

/**
 * Resolves a config. Strength 1 is SimCLR's recipe (arXiv 2002.05709, appendix A: area .08 to 1, sides 3/4 to 4/3, flip .5,
 * jitter .8 .8 .8 .2 with probability .8, grey .2, blur .5); strength 0 leaves the sample as it is. Grey images are
 * characters more often than not, which have no mirror images, so only colour images are flipped unless the config says so.
 * @param shape of a sample, [H, W, C] or [D]
 */
export function augmentationRecipe(config: AugmentationOptions, shape: readonly number[]): AugmentationRecipe {
  const s = config.strength;
  return {
    minScale: config.minScale ?? Math.min(config.maxScale, 1 - 0.92 * s),
    maxScale: config.maxScale,
    maxAspect: config.maxAspect ?? 1 + s / 3,
    flip: config.flip ?? (sides(shape).channels === 3 ? 0.5 * s : 0),
    rotation: config.rotation,
    jitter: config.jitter,
    brightness: config.brightness ?? 0.8 * s,
    contrast: config.contrast ?? 0.8 * s,
    saturation: config.saturation ?? 0.8 * s,
    hue: config.hue ?? 0.2 * s,
    grey: config.grey ?? 0.2 * s,
    blur: config.blur ?? 0.5 * s,
    maxBlur: config.maxBlur,
    noise: config.noise,
    cutout: config.cutout,
    cutoutSide: config.cutoutSide,
  };
}

/** What a recipe asks for on samples of a shape ([H, W, C], or [D] for points, which only get noise). */
export function augmentationWork(recipe: AugmentationRecipe, shape: readonly number[]): AugmentationWork {
  const { channels, shorter } = sides(shape);
  const isImage = channels > 0;
  const jitters = recipe.jitter > 0;
  return {
    geometry: isImage && (recipe.minScale < 1 || recipe.maxAspect > 1 || recipe.flip > 0 || recipe.rotation > 0),
    light: isImage && jitters && (recipe.brightness > 0 || recipe.contrast > 0),
    colour: channels === 3 && (recipe.grey > 0 || (jitters && (recipe.saturation > 0 || recipe.hue > 0))),
    blurRadius: isImage && recipe.blur > 0 ? blurRadius(recipe, shorter) : 0,
    noise: recipe.noise,
    cutoutSide: isImage && recipe.cutout > 0 ? Math.round(recipe.cutoutSide * shorter) : 0,
  };
}

/** SimCLR's window, and wider in proportion where deviations may be larger than SimCLR's. */
function blurRadius({ maxBlur }: AugmentationRecipe, shorter: number): number {
  const window = BLUR.window * shorter * Math.max(1, maxBlur / BLUR.deviation);
  return Math.max(1, Math.floor(window / 2));
}

/** Channels and the shorter side of an image; 0 for points. */
function sides(shape: readonly number[]): { channels: number; shorter: number } {
  const [height = 0, width = 0, channels = 0] = shape.length === 3 ? shape : [];
  return { channels, shorter: Math.min(height, width) };
}
