import { POINT_LEARNER, SGD } from "../../../../config/presets/bases";
import type { Chapter } from "../../chapter";
import { Weights } from "../factor/cards";
import { texts } from "./texts";

/** The same race with the length of the steps taken out of it. */
export const chapter: Chapter = {
  id: "stepSize",
  texts,
  formula: String.raw`\sym{step}{\Delta \theta} = -\,\sym{rate}{\eta} \cdot \frac{1}{N} \sum_i \sym{weight}{w_i} \, g_i`,
  symbols: [
    { id: "step", tex: String.raw`\Delta \theta` },
    { id: "rate", tex: String.raw`\eta` },
    { id: "weight", tex: "w_i" },
  ],
  views: [
    { kind: "chart", metric: "knnAccuracy", symbols: [] },
    { kind: "chart", metric: "updateSize", symbols: ["step"] },
    { kind: "live", id: "weights", symbols: ["weight"], Figure: Weights },
  ],
  experiment: {
    ...POINT_LEARNER,
    batchSize: 32,
    temperature: 0.05,
    steps: 400,
    evaluation: { every: 50, trainSamples: 500, testSamples: 500 },
  },
  controls: [
    {
      id: "rule",
      symbol: "rate",
      values: [
        { id: "sgd", patch: { optimizer: SGD } },
        { id: "fast", patch: { optimizer: { ...SGD, learningRate: 0.01 } } },
        { id: "raised", patch: { arms: [{ objective: "infoNce", learningRate: 0.01 }, { objective: "flatNce" }] } },
        { id: "matched", patch: { optimizer: { ...SGD, matchGradientNorm: true } } },
        { id: "adam", patch: { optimizer: { id: "adam", learningRate: 0.001 } } },
      ],
    },
  ],
  check: {
    quantity: { kind: "between", metric: "knnAccuracy", a: 0, b: 1 },
    choices: [
      { id: "info", range: [Number.NEGATIVE_INFINITY, 0] },
      { id: "flat", range: [0, Number.POSITIVE_INFINITY] },
      { id: "same", range: null },
    ],
  },
};
