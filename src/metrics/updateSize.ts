import { updateMetric } from "./define";
import { updateStatistics } from "./math/updateStatistics";

export const updateSize = updateMetric({
  id: "updateSize",
  label: "Relative size of an update",
  short: "Update size",
  formula: String.raw`\frac{\lVert \Delta\theta \rVert}{\lVert \theta \rVert}`,
  guide:
    "How much a step changes the weights. Length of the update that follows the probe, as a share of that of the weights; about 0.001 is usual for a healthy run.",
  source: "The update ratio of training diagnostics, for example Karpathy, CS231n notes, part 3",
  unit: "ratio",
  domain: [0, null],
  positive: true,
  better: null,
  logarithmic: true,
  small: { group: "gradient", place: 60 },
  reducer: () => ({ reduce: (sums) => updateStatistics(sums).updateSize }),
});
