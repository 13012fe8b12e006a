import { DIGITS, GLYPH_LEARNER } from "./bases";
import { definePreset } from "./preset";

/** Where FlatNCE does worse: honesty is a feature. */
export const tinyBatch = definePreset({
  id: "tiny-batch",
  title: "Tiny batch: FlatNCE loses",
  summary:
    "At batch 8 with normal augmentation FlatNCE keeps full-size gradients that rest on two or three hard negatives, and does worse. A smaller learning rate over more steps makes it a tie.",
  question: "Does FlatNCE help where a batch has few negatives?",
  expected:
    "No: its accuracy ends below InfoNCE's. Seeds differ so much here that the verdict over three may not detect it. With the smaller learning rate over more steps they tie.",
  refuted: "FlatNCE is level with InfoNCE or ahead of it at the last step.",
  chart: "probeAccuracy",
  config: {
    ...GLYPH_LEARNER,
    augmentation: DIGITS,
    batchSize: 8,
    temperature: 0.1,
    optimizer: { id: "adam", learningRate: 0.001 },
  },
  twist: {
    label: "Run with learning rate 0.0003, 2,000 steps",
    patch: { optimizer: { id: "adam", learningRate: 0.0003 }, steps: 2000 },
  },
});
