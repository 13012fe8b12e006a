import type { AugmentationRecipe } from "../../../augmentations/viewRecipe";
import { formatDecimals, formatPercent } from "../../../i18n/format";
import { defineTexts } from "../../../i18n/message";

/** What the operations of an augmentation are called, what they do, and what they come to in a few characters. */
export const texts = defineTexts("operations", {
  crop: {
    label: "Crop",
    guide: "A part of the image, brought back to its size: a share of the area, and a ratio of the sides.",
    summary: "{minScale} to {maxScale}",
  },
  flip: {
    label: "Flip",
    guide:
      "Left and right change places. Automatic: half the strength for images in colour, 0 for grey ones, which are characters more often than not. A digit in colour has no mirror image either.",
    summary: "{flip}",
  },
  rotation: {
    label: "Rotation",
    guide: "By an angle drawn evenly, either way. SimCLR has none; 15 degrees leave characters readable.",
    summary: "\u00b1{rotation}\u00b0",
  },
  jitter: {
    label: "Colour jitter",
    guide: "Brightness, contrast, saturation and hue, all of them with this probability, else none.",
    summary: "{jitter}",
  },
  brightness: {
    label: "Brightness",
    guide: "All values times a random factor.",
    summary: "\u00b1{brightness}",
  },
  contrast: {
    label: "Contrast",
    guide: "Distances from the view's mean grey times a random factor.",
    summary: "\u00b1{contrast}",
  },
  saturation: {
    label: "Saturation",
    guide: "Distances from the pixel's grey times a random factor.",
    summary: "\u00b1{saturation}",
  },
  hue: {
    label: "Hue",
    guide: "All colours are turned around the colour circle at the same luma.",
    summary: "\u00b1{hue}",
  },
  grey: { label: "Greyscale", guide: "The colour is dropped.", summary: "{grey}" },
  blur: { label: "Blur", guide: "A Gaussian blur of random width.", summary: "{blur}, \u03c3 to {maxBlur}" },
  noise: {
    label: "Noise",
    guide: "Normal noise, added to each value. SimCLR has none.",
    summary: "\u03c3 {noise}",
  },
  cutout: {
    label: "Cutout",
    guide:
      "One square of a view is painted over in mean grey. As published (DeVries and Taylor, 2017) it is done to every view; turning it on sets probability 1.",
    summary: "{cutout}, side {cutoutSide}",
  },
});

type Field = keyof AugmentationRecipe;

/** Fields that are numbers of their own, not shares or probabilities. */
const NUMBERS: readonly Field[] = [
  "maxAspect",
  "rotation",
  "brightness",
  "contrast",
  "saturation",
  "hue",
  "maxBlur",
  "noise",
];

/** A recipe in words: what the summaries have in their braces. */
export function writtenRecipe(recipe: AugmentationRecipe): Record<Field, string> {
  const entries = Object.entries(recipe).map(([field, value]) => [
    field,
    NUMBERS.includes(field as Field) ? formatDecimals(value, 2) : formatPercent(value, 0),
  ]);
  return Object.fromEntries(entries);
}

declare module "../../../i18n/message" {
  interface TextRooms {
    operations: typeof texts;
  }
}
