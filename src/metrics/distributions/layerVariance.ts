import type { Explanation, Metric } from "../types";

/** Quantiles of the variances of a layer's parameters, in percent: most of them, and the one in the middle. */
export const VARIANCE_PERCENTS = [10, 50, 90] as const;
export const VARIANCE_QUANTILES = ["p10", "p50", "p90"] as const;

/** What the Layers chart can show: noise shares and variances with the range of the seeds, or quantiles. */
export const LAYER_MEASURES = {
  gradientNoise: { logarithmic: false },
  gradientVariance: { logarithmic: true },
  varianceQuantiles: { logarithmic: true },
} as const;

export type LayerMeasure = keyof typeof LAYER_MEASURES;

/** The statistics of gradientStatistics.ts, of each parameter tensor of the encoder by itself. */
export const layerVariance: Explanation & Pick<Metric, "cadence"> = {
  cadence: "gradientProbe",
  label: "Gradient variance of layers",
  formula: String.raw`\operatorname{tr} V_\ell = \frac{1}{R - 1} \sum_{p \in \ell} \sum_r (g_{rp} - m_p)^2`,
  guide:
    "Which layers' gradients change from batch to batch: as a share of a batch's squared gradient, in sum, or by the variances of the layer's single parameters.",
  source: "Micro-batch gradients at fixed weights, one parameter tensor at a time",
  unit: "",
  better: null,
};
