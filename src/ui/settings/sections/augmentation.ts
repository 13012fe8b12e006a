import type { ExperimentConfig } from "../../../config/schema";
import { sourceOf } from "../../../data/sources";
import type { Section } from "../field";

/** Ranges of the augmentations. Drawn by the operations that they belong to (data/views/), whose names say the rest. */

const isImages = (config: ExperimentConfig) => sourceOf(config.dataset).holdsImages;

const PROBABILITY = { wording: "augmentation.probability", label: "Probability", tooltip: "Of doing this to a view." };
const CHANGE = {
  wording: "augmentation.change",
  label: "Largest change",
  tooltip: "A factor is drawn evenly from 1 minus this to 1 plus this.",
};
const TURN = {
  wording: "augmentation.turn",
  label: "Largest turn",
  tooltip: "Either way, in turns of the colour circle; 0.5 reaches every hue.",
};
const ANGLE = { wording: "augmentation.angle", label: "Largest angle", tooltip: "Either way, in degrees." };
const DEVIATION = {
  wording: "augmentation.deviation",
  label: "Standard deviation",
  tooltip: "Of the noise: in units of the full range for images, of the data for points.",
};

export const augmentation: Section = {
  label: "Augmentation",
  rows: [
    {
      path: "augmentation.strength",
      label: "Strength",
      tooltip:
        "How hard the two views of a sample are made to match; 1 is SimCLR's recipe. Weak augmentation makes positives easy, and easy positives are what makes the gradient of InfoNCE vanish.",
      control: "slider",
      step: 0.05,
      visible: isImages,
    },
    {
      path: "augmentation.minScale",
      label: "Smallest crop",
      tooltip: "Smallest share of the area that a random crop keeps.",
      control: "slider",
      step: 0.05,
    },
    {
      path: "augmentation.maxScale",
      label: "Largest crop",
      tooltip: "Largest share of the area that a random crop keeps.",
      control: "slider",
      step: 0.05,
    },
    {
      path: "augmentation.maxAspect",
      label: "Aspect ratio",
      tooltip: "Largest ratio of a crop's sides.",
      control: "slider",
      step: 0.05,
    },
    { path: "augmentation.flip", ...PROBABILITY, name: "Flip", control: "slider", step: 0.05 },
    { path: "augmentation.rotation", ...ANGLE, name: "Rotation", control: "slider", step: 1 },
    { path: "augmentation.jitter", ...PROBABILITY, name: "Colour jitter", control: "slider", step: 0.05 },
    { path: "augmentation.brightness", ...CHANGE, name: "Brightness", control: "slider", step: 0.05 },
    { path: "augmentation.contrast", ...CHANGE, name: "Contrast", control: "slider", step: 0.05 },
    { path: "augmentation.saturation", ...CHANGE, name: "Saturation", control: "slider", step: 0.05 },
    { path: "augmentation.hue", ...TURN, name: "Hue", control: "slider", step: 0.02 },
    { path: "augmentation.grey", ...PROBABILITY, name: "Greyscale", control: "slider", step: 0.05 },
    { path: "augmentation.blur", ...PROBABILITY, name: "Blur", control: "slider", step: 0.05 },
    {
      path: "augmentation.maxBlur",
      label: "Widest blur",
      tooltip: "Largest standard deviation of a blur, in pixels; the smallest is 0.1.",
      control: "slider",
      step: 0.1,
      span: [0.1, 4],
    },
    { path: "augmentation.noise", ...DEVIATION, name: "Noise", control: "slider", step: 0.01, span: [0, 0.5] },
    { path: "augmentation.cutout", ...PROBABILITY, name: "Cutout", control: "slider", step: 0.05 },
    {
      path: "augmentation.cutoutSide",
      label: "Side of the square",
      tooltip:
        "As a share of the image's shorter side. Its centre may be any pixel, so the square can lie partly outside.",
      control: "slider",
      step: 0.05,
    },
  ],
};
