import { POINT_LEARNER, SGD } from "./bases";
import { definePreset } from "./preset";

/** The vanishing gradient on points, for machines whose training runs on a CPU. */
export const points = definePreset({
  id: "points",
  title: "Watch the gradient vanish, in the plane",
  summary:
    "Easy positives, light enough for a CPU. InfoNCE's anchors lose their weight, its gradient shrinks and its accuracy hardly rises; FlatNCE goes on. For their size, both gradients are about equally noisy here.",
  config: {
    ...POINT_LEARNER,
    batchSize: 32,
    temperature: 0.05,
    steps: 1000,
    // Each curve has a few points before the run first waits, and all held-out points steady the accuracy.
    evaluation: { every: 50, trainSamples: 500, testSamples: 500 },
  },
  twist: { label: "Run with learning rate 0.01", patch: { optimizer: { ...SGD, learningRate: 0.01 } } },
});
