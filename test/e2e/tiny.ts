/** Experiments so small that a software adapter trains them in a moment. */

/** Light enough for a software adapter, on which a step takes half a second. */
export const TINY = {
  dataset: { id: "points", layout: "gaussians", classes: 4, samples: 400 },
  encoder: { id: "mlp", width: 8, depth: 1, projection: 2 },
  batchSize: 4,
  seeds: 2,
  steps: 4,
  gradientProbe: { every: 2, microBatches: 2 },
  evaluation: { every: 2, trainSamples: 40, testSamples: 30, knn: { k: 5 } },
} as const;

/** The same for the address. */
export const TINY_ADDRESS = [
  "dataset.id=points",
  "dataset.classes=4",
  "dataset.samples=400",
  "encoder.width=8",
  "encoder.depth=1",
  "encoder.projection=2",
  "batchSize=4",
  "seeds=2",
  "gradientProbe.every=2",
  "gradientProbe.microBatches=2",
  "evaluation.every=2",
  "evaluation.trainSamples=40",
  "evaluation.testSamples=30",
  "evaluation.knn.k=5",
].join("&");

/** A run that does not end: steps so slow and measured so seldom that the page, which draws each, has time for what is done to it. */
export const LONG_ADDRESS = [
  TINY_ADDRESS,
  "steps=100000",
  "batchSize=256",
  "encoder.width=256",
  "encoder.depth=3",
  "gradientProbe.every=1000",
  "evaluation.every=1000",
].join("&");

/** The same with much that goes from step to step beside the weights: a queue and its encoder, running statistics, learned temperatures. */
export const CARRYING_ADDRESS = [
  TINY_ADDRESS,
  "encoder.norm=batch",
  "queue.size=32",
  "queue.momentum=0.9",
  "temperatureRule.id=learned",
].join("&");
