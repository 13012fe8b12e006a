import { POINT_LEARNER } from "../../../../config/presets/bases";
import type { Chapter } from "../../chapter";
import { Forces, Weights } from "./cards";
import { texts } from "./texts";
import { WeightTrail } from "./WeightTrail";

/** f = xi / (1 + xi): one anchor followed through training, under both losses. */
export const chapter: Chapter = {
  id: "factor",
  texts,
  formula: String.raw`\begin{gathered} \sym{info}{F_{\mathrm{InfoNCE}}} = \sym{f}{f} \cdot \sym{flat}{F_{\mathrm{FlatNCE}}}, \quad \sym{f}{f} = \frac{\xi}{1 + \xi} \\ \sym{xi}{\xi} = \sum_n \exp\!\Bigl(\frac{s_n - s_{\mathrm{twin}}}{\tau}\Bigr) \end{gathered}`,
  symbols: [
    { id: "info", tex: String.raw`F_{\mathrm{InfoNCE}}` },
    { id: "f", tex: "f" },
    { id: "xi", tex: String.raw`\xi` },
    { id: "flat", tex: String.raw`F_{\mathrm{FlatNCE}}` },
  ],
  views: [
    { kind: "live", id: "trail", symbols: ["f"], Figure: WeightTrail },
    { kind: "live", id: "weights", symbols: ["xi"], Figure: Weights },
    { kind: "live", id: "forces", symbols: ["info", "flat"], Figure: Forces },
    { kind: "chart", metric: "gradientNorm", symbols: [] },
  ],
  experiment: {
    ...POINT_LEARNER,
    batchSize: 32,
    temperature: 0.05,
    steps: 400,
    evaluation: { every: 100, trainSamples: 500, testSamples: 500 },
  },
  controls: [
    {
      id: "temperature",
      values: [
        { id: "low", patch: { temperature: 0.05 } },
        { id: "middle", patch: { temperature: 0.2 } },
        { id: "high", patch: { temperature: 0.5 } },
      ],
    },
  ],
  check: {
    quantity: { kind: "between", metric: "gradientNorm", a: 0, b: 1 },
    choices: [
      { id: "info", range: [Number.NEGATIVE_INFINITY, 0] },
      { id: "flat", range: [0, Number.POSITIVE_INFINITY] },
      { id: "same", range: null },
    ],
  },
};
