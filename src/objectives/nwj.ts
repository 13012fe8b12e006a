import { pairObjective } from "./define";
import { partition, positiveMean, positiveShares } from "./parts/pairMeans";

/** Minus the bound of Nguyen, Wainwright and Jordan on mutual information, with f the logits. */
export const nwj = pairObjective({
  id: "nwj",
  label: "NWJ",
  formula: String.raw`-\frac{1}{B} \sum_i f_{ii} + \frac{1}{B(B-1)} \sum_{i \ne j} e^{f_{ij} - 1}`,
  summary:
    "A bound on mutual information that never saturates, at the price of a high variance. There is no ceiling of log K.",
  source: "Nguyen, Wainwright and Jordan, arXiv 0809.0853; Poole et al., arXiv 1905.06922, section 2",
  group: { id: "estimators", place: 20 },
  pairs: (f, diagonal) => {
    const { logMean, weights } = partition(f, diagonal);
    const mean = logMean.sub(1).exp();
    return {
      value: mean.sub(positiveMean(f, diagonal)),
      gradient: weights.mul(mean).sub(positiveShares(diagonal)),
    };
  },
  wgsl: () => ({
    form: "pairwise",
    positive: "return vec2f(-p, -1.0);",
    pair: "let e = exp(s - 1.0); return Pair(e, e, 0.0);",
  }),
});
