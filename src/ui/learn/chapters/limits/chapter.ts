import type { Chapter } from "../../chapter";
import { BATCHES, EXPERIMENT, TEMPERATURES } from "./corners";
import { RegimeMap } from "./RegimeMap";
import { texts } from "./texts";

/** Tiny batches, warm temperatures, photographs: where FlatNCE loses, and where there is nothing to win. */
export const chapter: Chapter = {
  id: "limits",
  texts,
  formula: String.raw`\sym{xi}{\xi} = \sum_{n = 1}^{\sym{negatives}{2B - 2}} \exp\!\Bigl(\frac{s_n - s_{\mathrm{twin}}}{\sym{tau}{\tau}}\Bigr)`,
  symbols: [
    { id: "xi", tex: String.raw`\xi` },
    { id: "negatives", tex: "2B - 2" },
    { id: "tau", tex: String.raw`\tau` },
  ],
  views: [
    { kind: "chart", metric: "knnAccuracy", symbols: [] },
    { kind: "chart", metric: "vanishingFactor", symbols: ["xi"] },
    { kind: "figure", id: "map", symbols: ["negatives", "tau"], Figure: RegimeMap },
  ],
  experiment: EXPERIMENT,
  controls: [
    { id: "batch", symbol: "negatives", values: BATCHES },
    { id: "temperature", symbol: "tau", values: TEMPERATURES },
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
