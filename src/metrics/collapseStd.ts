import { stepMetric } from "./define";

export const collapseStd = stepMetric({
  id: "collapseStd",
  label: "Spread per dimension",
  short: "Spread",
  formula: String.raw`\frac{1}{D} \sum_a \operatorname{std}_i(u_{ia})`,
  guide:
    "How widely the embeddings are spread, in each direction. Near 1/\u221aD they use every one of the D directions; towards 0 they collapse to a point.",
  source: "Chen & He, SimSiam, arXiv 2011.10566, section 4.1",
  unit: "std. dev.",
  domain: [0, null],
  positive: true,
  better: "higher",
  small: { group: "embedding", place: 30 },
  marks: [{ at: ({ encoder }) => 1 / Math.sqrt(encoder.projection), text: "1/√D = {value}", digits: 2 }],
  measure: ({ unit }) => {
    const views = unit.rank - 2;
    const deviations = unit.sub(unit.mean(views, true));
    return deviations.square().mean(views).sqrt().mean(-1);
  },
  wasm: { measure: "collapseStd" },
  wgsl: /* wgsl */ `
    var sum = 0.0;
    for (var k = lane; k < VECTORS; k += LANES) {
      var mean = vec4f();
      for (var i = 0u; i < VIEWS; i++) { mean += unit_at(learner, i, k) / f32(VIEWS); }
      var variance = vec4f();
      for (var i = 0u; i < VIEWS; i++) {
        let deviation = unit_at(learner, i, k) - mean;
        variance += deviation * deviation / f32(VIEWS);
      }
      // Dimensions that only fill up the last vector are 0 throughout, and add nothing.
      sum += dot(sqrt(variance), vec4f(1.0));
    }
    return lane_sum(lane, sum) / f32(SIZE);`,
});
