import type { Chapter } from "../../chapter";
import { TwinCircle } from "./TwinCircle";
import { texts } from "./texts";

/** Pairs, the circle, the loss: and that the classes are told apart by what was learned from twins alone. */
export const chapter: Chapter = {
  id: "twins",
  texts,
  formula: String.raw`\sym{loss}{\ell} = -\log \frac{\exp(\sym{twin}{s_{\mathrm{twin}}} / \sym{tau}{\tau})}{\sum_{j} \exp(\sym{others}{s_j} / \tau)}`,
  symbols: [
    { id: "loss", tex: String.raw`\ell` },
    { id: "twin", tex: String.raw`s_{\mathrm{twin}}` },
    { id: "others", tex: "s_j" },
    { id: "tau", tex: String.raw`\tau` },
  ],
  views: [
    { kind: "live", id: "circle", symbols: ["twin", "others"], Figure: TwinCircle },
    { kind: "chart", metric: "infoNce", symbols: ["loss"] },
    { kind: "chart", metric: "knnAccuracy", symbols: [] },
  ],
  experiment: {
    dataset: { id: "points", layout: "gaussians", classes: 6, samples: 2000 },
    augmentation: { strength: 0, noise: 0.02 },
    encoder: { id: "mlp", width: 64, depth: 2, projection: 2 },
    arms: [{ objective: "infoNce" }],
    seeds: 4,
    batchSize: 16,
    temperature: 0.2,
    steps: 300,
    optimizer: { id: "adam", learningRate: 0.003 },
    gradientProbe: { every: 50, microBatches: 8 },
    evaluation: { every: 50, trainSamples: 500, testSamples: 500 },
  },
  controls: [
    {
      id: "temperature",
      symbol: "tau",
      values: [
        { id: "mild", patch: { temperature: 0.2 } },
        { id: "strict", patch: { temperature: 0.05 } },
      ],
    },
  ],
  check: {
    quantity: { kind: "growth", metric: "knnAccuracy", arm: 0 },
    choices: [
      { id: "better", range: [0, Number.POSITIVE_INFINITY] },
      { id: "worse", range: [Number.NEGATIVE_INFINITY, 0] },
      { id: "same", range: null },
    ],
  },
};
