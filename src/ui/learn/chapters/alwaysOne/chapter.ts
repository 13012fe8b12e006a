import { POINT_LEARNER } from "../../../../config/presets/bases";
import type { ExperimentInput } from "../../../../config/schema";
import type { Chapter } from "../../chapter";
import { TapeFigure } from "./TapeFigure";
import { texts } from "./texts";

/** FlatNCE, InfoNCE, and a loss between them. */
function family(c: number): ExperimentInput {
  return { arms: [{ objective: "flatNce" }, { objective: "dual", c }, { objective: "infoNce" }] };
}

/** exp(v - sg(u)): a value that stands still over a gradient that does not. */
export const chapter: Chapter = {
  id: "alwaysOne",
  texts,
  formula: String.raw`\begin{gathered} \sym{loss}{\ell} = \exp\bigl(\sym{v}{v} - \sym{sg}{\mathrm{sg}}(u)\bigr) \\ u = \log(\sym{c}{c} + \xi) \end{gathered}`,
  symbols: [
    { id: "loss", tex: String.raw`\ell` },
    { id: "v", tex: "v" },
    { id: "sg", tex: String.raw`\mathrm{sg}` },
    { id: "c", tex: "c" },
  ],
  views: [
    { kind: "figure", id: "tape", symbols: ["loss", "v", "sg", "c"], Figure: TapeFigure },
    { kind: "chart", metric: "objective", symbols: ["loss"] },
    { kind: "chart", metric: "contrastiveAccuracy", symbols: [] },
  ],
  experiment: {
    ...POINT_LEARNER,
    ...family(0.01),
    batchSize: 32,
    temperature: 0.05,
    steps: 300,
    evaluation: { every: 100, trainSamples: 500, testSamples: 500 },
  },
  controls: [
    {
      id: "c",
      symbol: "c",
      values: [
        { id: "hundredth", patch: family(0.01) },
        { id: "tenth", patch: family(0.1) },
        { id: "half", patch: family(0.5) },
      ],
    },
  ],
  check: {
    quantity: { kind: "growth", metric: "contrastiveAccuracy", arm: 0 },
    choices: [
      { id: "more", range: [0, Number.POSITIVE_INFINITY] },
      { id: "less", range: [Number.NEGATIVE_INFINITY, 0] },
      { id: "same", range: null },
    ],
  },
};
