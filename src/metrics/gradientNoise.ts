import { gradientMetric } from "./define";
import { gradientStatistics } from "./math/gradientStatistics";

export const gradientNoise = gradientMetric({
  id: "gradientNoise",
  label: "Gradient noise share",
  formula: String.raw`\min\Bigl(1, \frac{\operatorname{tr} V}{\frac{1}{R} \sum_r \lVert g_r \rVert^2}\Bigr)`,
  guide:
    "How much of a single batch's gradient is chance. As a share of its square: 0 when all batches agree, 1 when only noise is left.",
  source: "Micro-batch gradients at fixed weights",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: "lower",
  headline: { chart: "variance", name: "relative", place: 20, says: "How much of one batch's gradient is chance." },
  reducer: () => ({ reduce: (sums) => gradientStatistics(sums).gradientNoise }),
});
