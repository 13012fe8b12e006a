import { pairObjective } from "./define";
import { negativeShares, positiveShares, sumOfPairs } from "./parts/pairMeans";
import { softplus } from "./parts/softplus";

/** The Jensen-Shannon estimator: logistic regression of positives against negatives, the two classes weighing the same. */
export const jsd = pairObjective({
  id: "jsd",
  label: "JSD",
  formula: String.raw`\frac{1}{B} \sum_i \log(1 + e^{-f_{ii}}) + \frac{1}{B(B-1)} \sum_{i \ne j} \log(1 + e^{f_{ij}})`,
  summary: "Tells positive pairs from negative ones by logistic regression: low variance, no estimate of information.",
  source: "Hjelm et al., Deep InfoMax, arXiv 1808.06670, equation 4",
  group: { id: "estimators", place: 40 },
  pairs: (f, diagonal) => {
    const sign = diagonal.mul(-2).add(1);
    const shares = positiveShares(diagonal).add(negativeShares(diagonal));
    const excess = f.mul(sign);
    return {
      value: sumOfPairs(softplus(excess).mul(shares)),
      gradient: excess.sigmoid().mul(sign).mul(shares),
    };
  },
  wgsl: () => ({
    form: "pairwise",
    positive: "return vec2f(softplus(-p), -exp(-softplus(p)));",
    pair: "return Pair(softplus(s), exp(-softplus(-s)), 0.0);",
  }),
});
