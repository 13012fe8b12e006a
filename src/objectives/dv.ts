import { pairObjective } from "./define";
import { logAverage, logAverageWgsl } from "./parts/logAverage";
import { partition, positiveMean, positiveShares } from "./parts/pairMeans";

/**
 * Minus the bound of Donsker and Varadhan, with f the logits. The logarithm of a batch's mean is biased, and so is its
 * gradient; MINE divides by a moving average of the mean instead.
 */
export const dv = pairObjective({
  id: "dv",
  label: "DV / MINE",
  formula: String.raw`-\frac{1}{B} \sum_i f_{ii} + \log \frac{1}{B(B-1)} \sum_{i \ne j} e^{f_{ij}}`,
  summary: "The Donsker-Varadhan bound on mutual information; with an average, MINE's correction of its gradient.",
  source: "Belghazi et al., MINE, arXiv 1801.04062, section 3.2",
  group: { id: "estimators", place: 30 },
  memory: "learner",
  options: {
    partitionAverage: {
      label: "average",
      summary: "Share of earlier batches in the partition that the gradient is divided by. 0 is plain DV.",
      default: 0,
      minimum: 0,
      maximum: 0.999,
    },
  },
  pairs: (f, diagonal, { options: { partitionAverage }, memory }) => {
    const { logMean, weights } = partition(f, diagonal);
    const logPartition = logAverage(memory, logMean, 1 - partitionAverage);
    return {
      value: logMean.sub(positiveMean(f, diagonal)),
      gradient: weights.mul(logMean.sub(logPartition).exp()).sub(positiveShares(diagonal)),
      memory: logPartition,
    };
  },
  wgsl: ({ options: { partitionAverage } }) => ({
    form: "softmax",
    over: "negatives",
    together: { among: "side", x: "v + positive" },
    row: /* wgsl */ `
      let log_mean = mean - log(count);
      kept = ${logAverageWgsl("memory", "log_mean", 1 - partitionAverage)};
      return LogitGradient(log_mean - positive, -1.0, exp(x - mean) * exp(log_mean - kept));`,
  }),
});
