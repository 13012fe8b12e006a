import type { Explanation } from "./types";

/** The statistics of gradientVariance.ts, of each parameter tensor of the encoder by itself. */
export const layerVariance: Explanation = {
  label: "Gradient variance of layers",
  formula: String.raw`\operatorname{tr} V_\ell = \frac{1}{R - 1} \sum_{p \in \ell} \sum_r (g_{rp} - m_p)^2`,
  guide:
    "Which layers' gradients change from batch to batch: as a share of a batch's squared gradient, or raw, where layers of many parameters have more.",
  source: "Micro-batch gradients at fixed weights, one parameter tensor at a time",
  unit: "",
  better: null,
};
