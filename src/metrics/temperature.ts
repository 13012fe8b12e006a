import { stepMetric } from "./define";

export const temperature = stepMetric({
  id: "temperature",
  label: "Temperature",
  formula: String.raw`\tau,\quad s_{ij} = u_i \cdot u_j / \tau`,
  guide: "What the cosines are divided by at this step: the lower it is, the more the nearest negatives dominate.",
  source: "Chen et al., arXiv 2002.05709, section 2.1",
  unit: "",
  domain: [0, null],
  positive: true,
  better: null,
  small: { group: "anchors", place: 80 },
  measure: ({ contrasts: { logXi }, temperature }) =>
    // The same for every anchor: the largest of them is it, unrounded.
    logXi
      .zerosLike()
      .add(temperature)
      .max([logXi.rank - 2, logXi.rank - 1]),
  wasm: { measure: "temperature" },
  wgsl: "return temperature(learner);",
});
