import { gradientMetric } from "./define";
import { gradientStatistics } from "./math/gradientStatistics";

export const gradientNorm = gradientMetric({
  id: "gradientNorm",
  label: "Gradient norm",
  formula: String.raw`\lVert m \rVert,\quad m = \frac{1}{R} \sum_r g_r`,
  guide: "Length of the mean gradient over the probe's micro-batches; losses of different scale differ here by design.",
  source: "Micro-batch gradients at fixed weights",
  unit: "length",
  domain: [0, null],
  positive: true,
  better: null,
  small: { group: "gradient", place: 10 },
  reducer: () => ({ reduce: (sums) => gradientStatistics(sums).gradientNorm }),
});
