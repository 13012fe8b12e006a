import { stepMetric } from "./define";

export const smallestVanishingFactor = stepMetric({
  id: "smallestVanishingFactor",
  label: "Smallest vanishing factor",
  short: "Smallest factor",
  formula: String.raw`\min_i f_i,\quad f_i = \frac{\xi_i}{1 + \xi_i}`,
  guide:
    "The weight that is left to the anchor that InfoNCE has silenced most. Below 3 \u00d7 10\u207b\u2078 a cross-entropy in float32 passes it no attraction at all.",
  source: "Gradient identity of arXiv 2107.01152; the threshold is a quarter of the format's epsilon",
  unit: "",
  domain: [0, 1],
  positive: true,
  better: null,
  logarithmic: true,
  small: { group: "anchors", place: 20 },
  measure: ({ contrasts: { logXi } }) => logXi.sigmoid().min([logXi.rank - 2, logXi.rank - 1]),
  wasm: { measure: "smallestVanishingFactor" },
  wgsl: /* wgsl */ `
    var largest = softplus(-anchor_at(learner, 0u).log_xi);
    for (var i = lane; i < VIEWS; i += LANES) {
      largest = max(largest, softplus(-anchor_at(learner, i).log_xi));
    }
    return exp(-lane_max(lane, largest));`,
});
