import { f32 } from "../engine/wgsl/numbers";
import { pairObjective } from "./define";
import { partition, positiveMean, positiveShares } from "./parts/pairMeans";

/**
 * The Donsker-Varadhan bound with the negatives' logits clipped to [-T, T] in the partition: less variance, some bias. A
 * negative beyond the clip passes no gradient.
 */
export const smile = pairObjective({
  id: "smile",
  label: "SMILE",
  formula: String.raw`-\frac{1}{B} \sum_i f_{ii} + \log \frac{1}{B(B-1)} \sum_{i \ne j} e^{\mathrm{clip}(f_{ij}, -T, T)}`,
  summary: "DV with clipped negatives, which tames its variance.",
  source: "Song and Ermon, arXiv 1910.06222, section 4",
  group: { id: "estimators", place: 50 },
  options: {
    clipAt: {
      label: "clip (T)",
      summary: "Largest size of a negative's logit in the partition; a large clip gives DV.",
      default: 2,
      minimum: 0.1,
      maximum: 100,
    },
  },
  pairs: (f, diagonal, { options: { clipAt } }) => {
    const { logMean, weights } = partition(f.clipByValue(-clipAt, clipAt), diagonal);
    const isWithin = f.abs().less(clipAt).toFloat();
    return {
      value: logMean.sub(positiveMean(f, diagonal)),
      gradient: weights.mul(isWithin).sub(positiveShares(diagonal)),
    };
  },
  wgsl: ({ options: { clipAt } }) => ({
    form: "softmax",
    over: "negatives",
    exponent: {
      value: `clamp(s, ${f32(-clipAt)}, ${f32(clipAt)})`,
      slope: `select(0.0, 1.0, abs(s) < ${f32(clipAt)})`,
    },
    together: { among: "side", x: "v + positive" },
    row: "return LogitGradient(mean - log(count) - positive, -1.0, exp(x - mean));",
  }),
});
