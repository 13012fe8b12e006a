import { f32 } from "../engine/wgsl/numbers";
import { anchorObjective } from "./define";

/** Every triplet of the batch: the positive's cosine should exceed each negative's by a margin. */
export const triplet = anchorObjective({
  id: "triplet",
  label: "Triplet",
  formula: String.raw`\frac{1}{M} \sum_{n \in N(i)} \max(0,\; m - c_{ip} + c_{in})`,
  summary: "A hinge on single comparisons: triplets that keep the margin count for nothing, all others alike.",
  source: "Schroff et al., FaceNet, arXiv 1503.03832, equation 3, with cosines",
  group: { id: "margins", place: 10 },
  similarity: "cosine",
  options: {
    margin: {
      label: "margin",
      summary: "By how much the positive's cosine has to exceed a negative's.",
      default: 1,
      minimum: 0,
      maximum: 2,
    },
  },
  rows: ({ positive, negatives, count, round }, { options: { margin } }) => {
    const hinge = round(negatives.sub(positive).add(margin).relu());
    const ofNegatives = hinge.greater(0).toFloat().div(count);
    return {
      value: hinge.sum(-1, true).div(count),
      positive: ofNegatives.sum(-1, true).neg(),
      negatives: ofNegatives,
    };
  },
  wgsl: ({ options: { margin } }) => ({
    form: "pairwise",
    positive: "return vec2f();",
    pair: /* wgsl */ `
      let hinge = max(s - p + ${f32(margin)}, 0.0);
      let counts = select(0.0, 1.0, hinge > 0.0);
      return Pair(hinge, counts, -counts);`,
  }),
});
