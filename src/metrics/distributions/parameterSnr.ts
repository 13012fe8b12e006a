import type { Explanation, Metric } from "../types";

/**
 * Histogram of the signal-to-noise ratio |m_p| / sqrt(V_p) of single parameters, with m the mean and V the unbiased
 * variance of R micro-batch gradients at fixed weights. Bins are even in log10; the outermost ones are open, and
 * parameters without any gradient are in none.
 */

const [FROM, TO, BINS] = [-3, 3, 24];

/** Position of the bins: log10 of the first one's left edge, and their width. */
export const SNR_BINS = { from: FROM, width: (TO - FROM) / BINS, count: BINS } as const;

/** Edges between the bins, ascending. */
export const SNR_EDGES: readonly number[] = Array.from(
  { length: BINS - 1 },
  (_, i) => 10 ** (FROM + (i + 1) * SNR_BINS.width),
);

export const parameterSnr: Explanation & Pick<Metric, "cadence"> = {
  cadence: "gradientProbe",
  label: "Signal-to-noise ratio of single parameters",
  formula: String.raw`\frac{\lvert m_p \rvert}{\sqrt{V_p}},\quad m_p = \frac{1}{R} \sum_r g_{rp}`,
  guide:
    "How many parameters have a gradient that stands out from its noise. Noise alone leaves a ratio of about 1/\u221aR over R batches, the dashed line.",
  source: "Micro-batch gradients at fixed weights; parameters without any gradient are left out",
  unit: "ratio",
  better: "higher",
};
