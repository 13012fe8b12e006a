import type { AugmentationRecipe } from "../../../augmentations/recipe";

interface OperationWords {
  label: string;
  guide: string;
  /** What it comes to, in a few characters. */
  summary: (recipe: AugmentationRecipe) => string;
}

const percent = (share: number) => `${Math.round(100 * share)}%`;
const fraction = (value: number) => String(Number(value.toFixed(2)));
const spread = (value: number) => `\u00b1${fraction(value)}`;

/** The operations of an augmentation, by their ids. */
export const operations = {
  crop: {
    label: "Crop",
    guide: "A part of the image, brought back to its size: a share of the area, and a ratio of the sides.",
    summary: ({ minScale, maxScale }) => `${percent(minScale)} to ${percent(maxScale)}`,
  },
  flip: {
    label: "Flip",
    guide:
      "Left and right change places. Automatic: half the strength for images in colour, 0 for grey ones, which are characters more often than not. A digit in colour has no mirror image either.",
    summary: ({ flip }) => percent(flip),
  },
  rotation: {
    label: "Rotation",
    guide: "By an angle drawn evenly, either way. SimCLR has none; 15 degrees leave characters readable.",
    summary: ({ rotation }) => `${spread(rotation)}\u00b0`,
  },
  jitter: {
    label: "Colour jitter",
    guide: "Brightness, contrast, saturation and hue, all of them with this probability, else none.",
    summary: ({ jitter }) => percent(jitter),
  },
  brightness: {
    label: "Brightness",
    guide: "All values times a random factor.",
    summary: ({ brightness }) => spread(brightness),
  },
  contrast: {
    label: "Contrast",
    guide: "Distances from the view's mean grey times a random factor.",
    summary: ({ contrast }) => spread(contrast),
  },
  saturation: {
    label: "Saturation",
    guide: "Distances from the pixel's grey times a random factor.",
    summary: ({ saturation }) => spread(saturation),
  },
  hue: {
    label: "Hue",
    guide: "All colours are turned around the colour circle at the same luma.",
    summary: ({ hue }) => spread(hue),
  },
  grey: { label: "Greyscale", guide: "The colour is dropped.", summary: ({ grey }) => percent(grey) },
  blur: {
    label: "Blur",
    guide: "A Gaussian blur of random width.",
    summary: ({ blur, maxBlur }) => `${percent(blur)}, \u03c3 to ${fraction(maxBlur)}`,
  },
  noise: {
    label: "Noise",
    guide: "Normal noise, added to each value. SimCLR has none.",
    summary: ({ noise }) => `\u03c3 ${fraction(noise)}`,
  },
  cutout: {
    label: "Cutout",
    guide:
      "One square of a view is painted over in mean grey. As published (DeVries and Taylor, 2017) it is done to every view; turning it on sets probability 1.",
    summary: ({ cutout, cutoutSide }) => `${percent(cutout)}, side ${percent(cutoutSide)}`,
  },
} satisfies Record<string, OperationWords>;
