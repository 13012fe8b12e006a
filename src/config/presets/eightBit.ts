import { GLYPH_LEARNER, SGD, WEAK } from "./bases";
import { definePreset } from "./preset";

/** Rounding, with every loss in its own form. */
export const eightBit = definePreset({
  id: "eight-bit",
  title: "8-bit similarity",
  summary:
    "The loss in 8-bit numbers. Written as a cross-entropy, InfoNCE rounds the gradient of a solved positive to exactly 0: in our own measurements that of about two anchors in three, and FlatNCE's never. Yet accuracy hardly moves: those gradients were negligible already, and in float32 the two are as far apart.",
  question: "Does it matter that 8-bit numbers round a vanished gradient to 0?",
  expected:
    "Hardly: FlatNCE is ahead by about as much as it is in float32, since the gradients that became 0 were negligible.",
  refuted: "The gap is much wider in 8-bit numbers than in float32 (the button runs that): then the rounding did harm.",
  chart: "probeAccuracy",
  config: {
    ...GLYPH_LEARNER,
    augmentation: WEAK,
    arms: [
      { objective: "infoNceCe", precision: "float8e4m3" },
      { objective: "flatNce", precision: "float8e4m3" },
    ],
    batchSize: 16,
    temperature: 0.05,
    optimizer: SGD,
  },
  twist: { label: "Run in float32", patch: { arms: [{ objective: "infoNceCe" }, { objective: "flatNce" }] } },
});
