import type { Diagnostic } from "./types";

/** Sums over the parameters of one learner, around one update. */
export interface UpdateSums {
  /** |delta theta|^2 */
  squaredChange: number;
  /** |theta|^2 before it. */
  squaredNorm: number;
  /** Parameters whose gradient is smaller in magnitude than Adam's epsilon. */
  silent: number;
  /** All parameters. */
  count: number;
}

export interface UpdateStatistics {
  /** NaN for weights that are all 0. */
  updateSize: number;
  silentGradients: number;
}

export function updateStatistics({ squaredChange, squaredNorm, silent, count }: UpdateSums): UpdateStatistics {
  return {
    updateSize: squaredNorm > 0 ? Math.sqrt(squaredChange / squaredNorm) : Number.NaN,
    silentGradients: silent / count,
  };
}

export const updateSize: Diagnostic = {
  id: "updateSize",
  cadence: "gradientProbe",
  label: "Relative size of an update",
  formula: String.raw`\frac{\lVert \Delta\theta \rVert}{\lVert \theta \rVert}`,
  guide:
    "Length of the update that follows the probe beside that of the weights; about 1e-3 is usual for a healthy run.",
  source: "The update ratio of training diagnostics, for example Karpathy, CS231n notes, part 3",
  unit: "",
  domain: [0, null],
  positive: true,
  better: null,
};

export const silentGradients: Diagnostic = {
  id: "silentGradients",
  cadence: "gradientProbe",
  label: "Share of silent gradients",
  formula: String.raw`\frac{1}{P} \sum_p \bigl[\lvert g_p \rvert < \varepsilon\bigr]`,
  guide:
    "Share of the parameters whose gradient is below Adam's epsilon, so that Adam no longer makes up for its smallness; dead units count as well.",
  source: "Kingma & Ba, arXiv 1412.6980, algorithm 1: epsilon in the denominator",
  unit: "",
  domain: [0, 1],
  positive: true,
  better: "lower",
};
