import { DIGITS, GLYPH_LEARNER } from "./bases";
import { definePreset } from "./preset";

/** Where there is nothing to repair. */
export const warm = definePreset({
  id: "warm",
  title: "Warm: nothing vanishes",
  summary:
    "At temperature 0.2 the vanishing factor hardly falls: the two gradients point the same way, and there is next to nothing for FlatNCE to repair.",
  question: "Is there anything to repair at a high temperature?",
  expected:
    "Too small a difference for three seeds to tell: the vanishing factor stays high, the cosine between the two gradients near 1, and the verdict's interval contains 0. That does not show the two to be equal.",
  refuted:
    "The vanishing factor falls well below 0.8, or the verdict detects a difference and does so again with other seeds.",
  chart: "probeAccuracy",
  config: {
    ...GLYPH_LEARNER,
    augmentation: DIGITS,
    batchSize: 32,
    temperature: 0.2,
    optimizer: { id: "adam", learningRate: 0.001 },
  },
});
