import { DIGITS, GLYPH_LEARNER } from "./bases";
import { definePreset } from "./preset";

/** Where there is nothing to repair. */
export const warm = definePreset({
  id: "warm",
  title: "Warm: no difference",
  summary:
    "At temperature 0.2 the vanishing factor stays near 0.8: nothing vanishes, the two gradients point the same way, and there is nothing for FlatNCE to repair.",
  config: {
    ...GLYPH_LEARNER,
    augmentation: DIGITS,
    batchSize: 32,
    temperature: 0.2,
    optimizer: { id: "adam", learningRate: 0.001 },
  },
});
