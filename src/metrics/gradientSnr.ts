import { gradientMetric } from "./define";
import { gradientStatistics } from "./math/gradientStatistics";

export const gradientSnr = gradientMetric({
  id: "gradientSnr",
  label: "Gradient signal-to-noise",
  short: "Gradient SNR",
  formula: String.raw`\frac{\lVert m \rVert^2 - \operatorname{tr} V / R}{\operatorname{tr} V}`,
  guide:
    "How far the direction that all batches share stands out from the chance of a single one. Unbiased; near or below 0 the probe cannot tell the gradient from noise.",
  source: "Micro-batch gradients at fixed weights",
  unit: "ratio",
  domain: [null, null],
  positive: false,
  better: "higher",
  small: { group: "gradient", place: 20 },
  reducer: () => ({ reduce: (sums) => gradientStatistics(sums).gradientSnr }),
});
