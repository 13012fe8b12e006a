import type { Tensor } from "@tensorflow/tfjs";
import { anchorObjective } from "./define";
import { classPrior, debiasedRows, debiasedWgsl } from "./parts/debiased";
import { EXCLUDED, LOWEST } from "./parts/sentinels";
import type { Contrasts } from "./types";

/** The debiased loss with its negatives re-weighted by e^{beta s_in}: the harder a negative, the more it counts. */
export const hardNegative = anchorObjective({
  id: "hardNegative",
  label: "Hard negatives",
  formula: String.raw`\log(1 + r_i),\quad \xi_i \to \xi^\beta_i = \frac{\sum_n e^{(1 + \beta) d_{in}}}{\frac{1}{M} \sum_n e^{\beta d_{in}}},\quad d_{in} = s_{in} - s_{ip}`,
  summary: "Counts the most similar negatives for more than their share. \u03b2 = 0 is the debiased loss.",
  source: "Robinson et al., Contrastive Learning with Hard Negative Samples, arXiv 2010.04592, section 3",
  group: { id: "batch", place: 100 },
  smallestBatch: {
    size: 3,
    reason: "with two samples there is one other sample, and nothing to choose from; there, infoNce says as much",
  },
  options: {
    classPrior,
    concentration: {
      label: "concentration (beta)",
      summary: "How much more the harder negatives count. 0 counts all alike.",
      default: 1,
      minimum: 0,
      maximum: 10,
    },
  },
  rows: (contrasts, { options }) =>
    debiasedRows({ ...contrasts, ...concentrated(contrasts, options.concentration) }, options.classPrior),
  wgsl: ({ options }) => ({ ...debiasedWgsl(options.classPrior), concentration: options.concentration }),
});

/**
 * log xi^beta, and its derivatives with respect to the negatives in the place of the softmax weights: they sum to 1 as well,
 * but may be negative.
 */
function concentrated(contrasts: Contrasts, beta: number): Pick<Contrasts, "logXi" | "weights"> {
  const sharp = tilted(contrasts, 1 + beta);
  const mild = tilted(contrasts, beta);
  return {
    logXi: sharp.logSum.sub(mild.logSum).add(Math.log(contrasts.count)),
    weights: sharp.weights.mul(1 + beta).sub(mild.weights.mul(beta)),
  };
}

/** Over the negatives: log sum e^{k d_in}, [..., N, 1], and the softmax of k d_in, [..., N, K]. */
function tilted({ positive, negatives, round }: Contrasts, k: number): { logSum: Tensor; weights: Tensor } {
  const exponents = round(negatives.sub(positive).mul(k)).where(
    negatives.greater(LOWEST),
    negatives.onesLike().mul(EXCLUDED),
  );
  const largest = exponents.max(-1, true);
  const terms = round(round(exponents.sub(largest)).exp());
  const total = round(terms.sum(-1, true));
  return { logSum: largest.add(total.log()), weights: round(terms.div(total)) };
}
