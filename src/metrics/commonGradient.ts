import { gradientNoise } from "./gradientVariance";
import type { Diagnostic } from "./types";

/**
 * Gradients of all arms at the weights of the first arm, on the same micro-batches: what differs then is the objective
 * alone, not the place to which each arm has trained itself.
 */

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

const source = "This project: micro-batch gradients at the first arm's weights of the same seed";

export const gradientCosine: Diagnostic = {
  id: "gradientCosine",
  cadence: "gradientProbe",
  label: "Gradient cosine with the first arm",
  formula: String.raw`\frac{m_a \cdot m_0}{\lVert m_a \rVert \lVert m_0 \rVert}\ \text{at}\ \theta_0`,
  guide:
    "How far an arm's mean gradient points where the first arm's does, at the first arm's weights: 1 means that only the step size differs.",
  source,
  unit: "",
  domain: [null, 1],
  positive: false,
  better: null,
};

export const commonGradientNoise: Diagnostic = {
  ...gradientNoise,
  id: "commonGradientNoise",
  label: "Gradient noise share at common weights",
  formula: String.raw`${gradientNoise.formula}\ \text{at}\ \theta_0`,
  guide:
    "Noise share of every arm's gradient at the first arm's weights, on the same batches, so that only the objective makes the difference.",
  source,
};
