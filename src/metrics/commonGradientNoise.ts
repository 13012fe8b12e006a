import { commonGradientMetric } from "./define";
import { gradientNoise } from "./gradientNoise";
import { COMMON_WEIGHTS } from "./math/commonWeights";
import { gradientStatistics } from "./math/gradientStatistics";

export const commonGradientNoise = commonGradientMetric({
  id: "commonGradientNoise",
  label: "Gradient noise share at common weights",
  short: "Noise at θ₀",
  formula: String.raw`${gradientNoise.formula}\ \text{at}\ \theta_0`,
  guide:
    "Noise share of every arm's gradient at the first arm's weights, on the same batches, so that only the objective makes the difference.",
  source: "This project: micro-batch gradients at the first arm's weights of the same seed",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: "lower",
  small: { group: "gradient", place: 40 },
  requires: COMMON_WEIGHTS,
  reducer: () => ({ reduce: (sums) => gradientStatistics(sums).gradientNoise }),
});
