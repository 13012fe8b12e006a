import { commonGradientMetric } from "./define";
import { COMMON_WEIGHTS } from "./math/commonWeights";

/**
 * Cosine of two mean gradients.
 *
 * @param product m_a . m_0
 * @param squaredNorms |m_a|^2 and |m_0|^2
 * @returns NaN where one of them is 0
 */
export function cosine(product: number, [a, b]: [number, number]): number {
  const length = Math.sqrt(a) * Math.sqrt(b);
  return length > 0 ? Math.max(-1, Math.min(1, product / length)) : Number.NaN;
}

export const gradientCosine = commonGradientMetric({
  id: "gradientCosine",
  label: "Gradient cosine with the first arm",
  short: "Gradient cosine",
  formula: String.raw`\frac{m_a \cdot m_0}{\lVert m_a \rVert \lVert m_0 \rVert}\ \text{at}\ \theta_0`,
  guide:
    "How far an arm would move in the direction in which the first arm moves. Mean gradients at the first arm's weights: 1 means that only the step size differs.",
  source: "This project: micro-batch gradients at the first arm's weights of the same seed",
  unit: "",
  domain: [null, 1],
  positive: false,
  better: null,
  small: { group: "gradient", place: 50 },
  requires: COMMON_WEIGHTS,
  comparison: "notWithFirstArm",
  // The first arm has no cosine: it would be with itself. Means over other batches would differ by their noise alone.
  reducer: () => ({
    reduce: ({ isOtherArm, product, squaredMeanNorm, first }) =>
      isOtherArm ? cosine(product, [squaredMeanNorm, first.squaredMeanNorm]) : Number.NaN,
  }),
});
