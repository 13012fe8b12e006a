import { anchorObjective } from "./define";
import { dualRows } from "./parts/dual";
import { logAverage, logAverageWgsl } from "./parts/logAverage";

/**
 * Stochastic optimization of the global contrastive loss: every view keeps a moving average U_i of the mean of e^{d_in}, and
 * the gradient divides by the average in place of the batch's own sum. In the dual family, u = log(M U_i), held fixed.
 */
export const sogClr = anchorObjective({
  id: "sogClr",
  label: "SogCLR",
  formula: String.raw`\log(M U_i),\quad U_i \leftarrow (1 - \gamma)\, U_i + \gamma \frac{1}{M} \sum_{n \in N(i)} e^{s_{in} - s_{ip}}`,
  summary: "Normalises by what a sample met over many batches, so that a small batch stands for the whole data set.",
  source: "Yuan et al., SogCLR, arXiv 2202.12387, algorithm 1",
  group: { id: "batch", place: 70 },
  memory: "sample",
  options: {
    memoryRate: {
      label: "rate (gamma)",
      summary: "Share of the current batch in a sample's average. 1 forgets all earlier batches, which is FlatNCE.",
      default: 0.9,
      minimum: 0.001,
      maximum: 1,
    },
  },
  rows: (contrasts, { options: { memoryRate }, memory }) => {
    const logCount = Math.log(contrasts.count);
    const average = logAverage(memory, contrasts.logXi.sub(logCount), memoryRate);
    const u = average.add(logCount);
    return { value: u, ...dualRows(contrasts, u), memory: average };
  },
  wgsl: ({ options: { memoryRate } }) => ({
    form: "softmax",
    over: "negatives",
    row: /* wgsl */ `
      let log_count = log(count);
      kept = ${logAverageWgsl("memory", "v - log_count", memoryRate)};
      let u = kept + log_count;
      let scale = exp(v - u);
      return LogitGradient(u, -scale, scale);`,
  }),
});
