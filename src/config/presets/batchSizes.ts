import { POINT_LEARNER } from "./bases";
import { definePreset } from "./preset";

const SIZES = [8, 16, 32, 64, 128];

/** The paper's figure, accuracy against batch size, in one run: learners of every batch size in one cohort. */
export const batchSizes = definePreset({
  id: "batch-sizes",
  title: "Accuracy against batch size, in one run",
  summary:
    "The paper's figure: both losses at five batch sizes, thirty learners in one run, on points. Below the first charts, accuracy is drawn against the batch size as it comes about: one line for each loss.",
  question: "Does FlatNCE make do with smaller batches?",
  expected:
    "FlatNCE's nearest-neighbour accuracy ends above InfoNCE's from batch 16 up, by six to eleven points; at batch 8 the seeds of FlatNCE lie too far apart to tell. InfoNCE hardly gains from a larger batch in so few steps.",
  refuted:
    "The two lines meet at larger batches, or the bands overlap at all of them. Both losses have one learning rate here, so that a part of the gap is one of step size.",
  chart: "knnAccuracy",
  config: {
    ...POINT_LEARNER,
    arms: (["infoNce", "flatNce"] as const).flatMap((objective) =>
      SIZES.map((batchSize) => ({ objective, batchSize })),
    ),
    batchSize: 128,
    temperature: 0.05,
    steps: 250,
    gradientProbe: { every: 0, microBatches: 8 },
    evaluation: { every: 50, trainSamples: 500, testSamples: 500 },
  },
});
