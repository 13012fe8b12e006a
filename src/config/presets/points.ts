import { POINT_LEARNER, SGD } from "./bases";
import { definePreset } from "./preset";

/** The vanishing gradient on points, for machines whose training runs on a CPU. */
export const points = definePreset({
  id: "points",
  title: "Watch the gradient vanish, in the plane",
  summary:
    "Easy positives at low temperature, with points on rings and a tiny network that is light enough for a CPU. See the weight of InfoNCE's anchors fall while FlatNCE keeps all of them at full weight.",
  config: { ...POINT_LEARNER, batchSize: 8, temperature: 0.05, steps: 1000 },
  twist: { label: "Run with learning rate 0.01", patch: { optimizer: { ...SGD, learningRate: 0.01 } } },
});
