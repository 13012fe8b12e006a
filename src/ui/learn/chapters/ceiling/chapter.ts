import { POINT_LEARNER } from "../../../../config/presets/bases";
import type { Chapter } from "../../chapter";
import { RunCeiling } from "./RunCeiling";
import { texts } from "./texts";

/** log K: what a batch can say at most. */
export const chapter: Chapter = {
  id: "ceiling",
  texts,
  formula: String.raw`\sym{estimate}{\hat I} = \log \sym{k}{K} - \sym{loss}{\ell} \;\le\; \log K`,
  symbols: [
    { id: "estimate", tex: String.raw`\hat I` },
    { id: "k", tex: "K" },
    { id: "loss", tex: String.raw`\ell` },
  ],
  views: [
    { kind: "chart", metric: "mutualInformation", symbols: ["estimate"] },
    { kind: "chart", metric: "infoNce", symbols: ["loss"] },
    { kind: "live", id: "ceiling", symbols: ["k"], Figure: RunCeiling },
  ],
  experiment: {
    ...POINT_LEARNER,
    arms: [{ objective: "infoNce" }],
    temperature: 0.05,
    steps: 300,
    evaluation: { every: 100, trainSamples: 500, testSamples: 500 },
  },
  controls: [
    {
      id: "batch",
      symbol: "k",
      values: [
        { id: "two", patch: { batchSize: 2 } },
        { id: "eight", patch: { batchSize: 8 } },
        { id: "many", patch: { batchSize: 64 } },
      ],
    },
    {
      id: "noise",
      values: [
        { id: "little", patch: { augmentation: { noise: 0.02 } } },
        { id: "much", patch: { augmentation: { noise: 0.2 } } },
      ],
    },
  ],
  check: {
    quantity: { kind: "level", metric: "mutualInformation", arm: 0, ofCeiling: true },
    choices: [
      { id: "low", range: [Number.NEGATIVE_INFINITY, 0.6] },
      { id: "middle", range: [0.6, 0.8] },
      { id: "high", range: [0.8, Number.POSITIVE_INFINITY] },
    ],
  },
};
