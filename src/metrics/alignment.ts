import { stepMetric } from "./define";
import { anchorMean, splitViews } from "./math/anchors";

export const alignment = stepMetric({
  id: "alignment",
  label: "Alignment",
  formula: String.raw`\frac{1}{2B} \sum_i \lVert u_i - u_{p(i)} \rVert^2`,
  guide:
    "How far apart the two views of a sample lie. It is the mean squared distance: 0 when they coincide, 2 when they are unrelated.",
  source: "Wang & Isola, arXiv 2005.10242, section 4.2",
  unit: "distance\u00b2",
  domain: [0, 4],
  positive: true,
  better: "lower",
  small: { group: "embedding", place: 10 },
  measure: ({ unit }) => {
    const [first, second] = splitViews(unit);
    return anchorMean(first.sub(second).square().sum(-1, true));
  },
  wasm: { measure: "alignment" },
  wgsl: /* wgsl */ `
    var sum = 0.0;
    for (var k = lane; k < SAMPLES * VECTORS; k += LANES) {
      let i = k / VECTORS;
      let difference = unit_at(learner, i, k % VECTORS) - unit_at(learner, i + SAMPLES, k % VECTORS);
      sum += dot(difference, difference);
    }
    return lane_sum(lane, sum) / f32(SAMPLES);`,
});
