import { gradientMetric } from "./define";
import { gradientStatistics } from "./math/gradientStatistics";

export const gradientNoise = gradientMetric({
  id: "gradientNoise",
  label: "Gradient noise share",
  formula: String.raw`\min\Bigl(1, \frac{\operatorname{tr} V}{\frac{1}{R} \sum_r \lVert g_r \rVert^2}\Bigr)`,
  guide: "Share of a batch's squared gradient that is noise: 0 when all batches agree, 1 when only noise is left.",
  source: "Micro-batch gradients at fixed weights",
  unit: "",
  domain: [0, 1],
  positive: true,
  better: "lower",
  headline: { chart: "variance", name: "relative", place: 20 },
  reducer: () => ({ reduce: (sums) => gradientStatistics(sums).gradientNoise }),
});
