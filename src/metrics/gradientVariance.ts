import { gradientMetric } from "./define";
import { gradientStatistics } from "./math/gradientStatistics";

export const gradientVariance = gradientMetric({
  id: "gradientVariance",
  label: "Gradient variance",
  formula: String.raw`\operatorname{tr} V = \frac{1}{R - 1} \sum_r \lVert g_r - m \rVert^2`,
  guide:
    "How much the gradient changes from batch to batch, summed over the parameters; it scales with the square of the gradient, so InfoNCE's stays low as its anchors lose weight: which one is noisier for its size, the relative reading says.",
  source: "Micro-batch gradients at fixed weights",
  unit: "length\u00b2",
  domain: [0, null],
  positive: true,
  better: null,
  logarithmic: true,
  headline: {
    chart: "variance",
    name: "raw",
    place: 10,
    says: "Spread between batches; small steps spread little.",
  },
  reducer: () => ({ reduce: (sums) => gradientStatistics(sums).gradientVariance }),
});
