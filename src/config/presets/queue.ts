import { POINT_LEARNER } from "./bases";
import { definePreset } from "./preset";

/** Negatives from earlier batches in the place of those that a tiny batch lacks. */
export const queue = definePreset({
  id: "queue",
  title: "Batch 4 with a queue",
  summary:
    "Four samples a step, and 256 negatives from earlier ones. In our own runs FlatNCE was behind InfoNCE in kNN accuracy on the six negatives of its own batch, and level with it on the queue's: what it lacks in a tiny batch is negatives.",
  question: "Is it negatives that FlatNCE lacks in a tiny batch?",
  expected:
    "With 256 negatives from earlier batches the two are level in kNN accuracy. Without the queue FlatNCE falls behind.",
  refuted: "FlatNCE is behind with the queue as well, or level without it.",
  chart: "knnAccuracy",
  config: {
    ...POINT_LEARNER,
    batchSize: 4,
    temperature: 0.1,
    queue: { size: 256, momentum: 0.99 },
    steps: 1000,
  },
  twist: { label: "Run without the queue", patch: { queue: { size: 0 } } },
});
