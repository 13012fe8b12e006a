import { definePreset } from "./preset";

/** An embedding that is the picture itself. */
export const circle = definePreset({
  id: "circle",
  title: "See the circle",
  summary:
    "Moons and a two-dimensional embedding, so that the circle on which the views are placed is the picture itself: watch positives meet and classes spread.",
  question: "What does a contrastive loss do to an embedding that one can see whole?",
  expected:
    "With either loss the two views of a sample meet (alignment falls), and the classes spread over the circle (uniformity falls). Which loss is better is not the point.",
  refuted: "Alignment does not fall, or large parts of the circle stay empty.",
  chart: "uniformity",
  config: {
    dataset: { id: "points", layout: "moons", classes: 6, samples: 2000 },
    augmentation: { strength: 0, noise: 0.02 },
    encoder: { id: "mlp", width: 64, depth: 2, projection: 2 },
    batchSize: 8,
    temperature: 0.1,
    seeds: 2,
    steps: 1000,
    optimizer: { id: "adam", learningRate: 0.001 },
    gradientProbe: { every: 50, microBatches: 8 },
    evaluation: { every: 100, trainSamples: 500, testSamples: 200 },
  },
});
