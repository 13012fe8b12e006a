import { DIGITS, GLYPH_LEARNER } from "./bases";
import { definePreset } from "./preset";

/** Where Adam, which hides the size of gradients, still leaves a difference. */
export const lowTemperature = definePreset({
  id: "low-temperature",
  title: "Low temperature",
  summary:
    "Batch 32 at temperature 0.05 with Adam: the band in which FlatNCE was ahead in every seed of our own measurements.",
  question: "Is there a difference with Adam, which hides the size of a gradient?",
  expected: "FlatNCE ends ahead in accuracy; the picture says by how much in its three seeds.",
  refuted:
    "The verdict's interval contains 0, or lies below it. Three seeds can miss a difference of this size: run five before you conclude.",
  chart: "probeAccuracy",
  config: {
    ...GLYPH_LEARNER,
    augmentation: DIGITS,
    batchSize: 32,
    temperature: 0.05,
    optimizer: { id: "adam", learningRate: 0.001 },
  },
});
