import { updateMetric } from "./define";
import { updateStatistics } from "./math/updateStatistics";

export const silentGradients = updateMetric({
  id: "silentGradients",
  label: "Share of silent gradients",
  short: "Silent gradients",
  formula: String.raw`\frac{1}{P} \sum_p \bigl[\lvert g_p \rvert < \varepsilon\bigr]`,
  guide:
    "Share of the parameters whose gradient is below Adam's epsilon, so that Adam no longer makes up for its smallness; dead units count as well.",
  source: "Kingma & Ba, arXiv 1412.6980, algorithm 1: epsilon in the denominator",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: "lower",
  small: { group: "gradient", place: 70 },
  reducer: () => ({ reduce: (sums) => updateStatistics(sums).silentGradients }),
});
