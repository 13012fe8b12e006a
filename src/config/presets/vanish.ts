import { GLYPH_LEARNER, SGD, WEAK } from "./bases";
import { definePreset } from "./preset";

/** The paper's case: where the vanishing factor is small, and SGD shows it. */
export const vanish = definePreset({
  id: "vanish",
  title: "Watch the gradient vanish",
  summary:
    "Each character has two slightly changed views, and each must find its twin among 31 others. The more surely it has, the less InfoNCE nudges it; FlatNCE goes on pushing it from its look-alikes. Then run it with a larger learning rate: the gap was one of step size.",
  question: "Does InfoNCE slow down once its positives are easy?",
  expected:
    "The vanishing factor falls to about a tenth, InfoNCE's gradient norm falls with it, and FlatNCE is ahead in accuracy at the end.",
  refuted:
    "The verdict's interval contains 0 at the last step, or InfoNCE's gradient norm stays as large as FlatNCE's. With the larger learning rate the gap should close: if it stays, it was not one of step size.",
  chart: "probeAccuracy",
  config: { ...GLYPH_LEARNER, augmentation: WEAK, batchSize: 16, temperature: 0.05, optimizer: SGD },
  twist: { label: "Is it step size? Run at rate 0.01", patch: { optimizer: { ...SGD, learningRate: 0.01 } } },
});
