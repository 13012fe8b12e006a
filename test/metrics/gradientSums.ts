import type { GradientSums } from "../../src/metrics/types";

/** The sums that a probe over these gradients gathers. */
export function sumsOf(gradients: number[][]): GradientSums {
  const microBatches = gradients.length;
  const mean = gradients[0]!.map((_, p) => gradients.reduce((sum, g) => sum + g[p]!, 0) / microBatches);
  const squared = (values: number[]) => values.reduce((sum, value) => sum + value ** 2, 0);
  return {
    sumSquaredDeviations: gradients.reduce((sum, g) => sum + squared(g.map((value, p) => value - mean[p]!)), 0),
    squaredMeanNorm: squared(mean),
    microBatches,
  };
}
