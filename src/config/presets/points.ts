import { POINT_LEARNER, SGD } from "./bases";
import { definePreset } from "./preset";

/** The vanishing gradient on points, for machines whose training runs on a CPU. */
export const points = definePreset({
  id: "points",
  title: "Watch the gradient vanish: points",
  summary:
    "Each point has two slightly changed views, and each must find its twin among 63 others. Most soon do, under either loss. The surer the find, the less InfoNCE nudges a point; FlatNCE goes on pushing it from its look-alikes. Accuracy: are the colours told apart?",
  question: "Does InfoNCE slow down once its positives are easy, on points that any device can train?",
  expected:
    "InfoNCE's gradient norm ends at about a third of FlatNCE's. Its accuracy hardly rises after the first hundred steps; FlatNCE's goes on.",
  refuted:
    "Both accuracies rise alike, so that the verdict's interval contains 0 at the last step, or the two gradient norms are equal.",
  chart: "probeAccuracy",
  config: {
    ...POINT_LEARNER,
    batchSize: 32,
    temperature: 0.05,
    steps: 1000,
    // Each curve has a few points before the run first waits, and all held-out points steady the accuracy.
    evaluation: { every: 50, trainSamples: 500, testSamples: 500 },
  },
  twist: { label: "Is it step size? Run at rate 0.01", patch: { optimizer: { ...SGD, learningRate: 0.01 } } },
});
