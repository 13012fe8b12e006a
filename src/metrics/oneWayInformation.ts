import type { Tensor } from "@tensorflow/tfjs";
import { softplus } from "../objectives/parts/softplus";
import { stepMetric } from "./define";
import { anchorMean } from "./math/anchors";
import { oneWayCeiling } from "./math/ceilings";

export const oneWayInformation = stepMetric({
  id: "oneWayInformation",
  label: "Mutual information, lower bound from first to second views",
  short: "One way",
  formula: String.raw`\log B - \frac{1}{B} \sum_i \Bigl(\log \sum_j e^{f_{ij}} - f_{ii}\Bigr)`,
  guide:
    "How much a first view is known to say about the second, at the least. The bound as it is usually stated: the B second views are the candidates of each first view, and it cannot exceed log B.",
  source: "van den Oord et al., arXiv 1807.03748, section 2.3; Poole et al., arXiv 1905.06922, equation 10",
  unit: "nats",
  domain: [null, null],
  positive: false,
  better: "higher",
  small: { group: "anchors", place: 50 },
  marks: [{ at: ({ batchSize }) => oneWayCeiling(batchSize), text: "log B = {value}" }],
  measure: ({ contrasts: { positive, negatives } }) => {
    const samples = (positive.shape[positive.rank - 2] ?? 0) / 2;
    const ofFirst = (x: Tensor) => x.split(2, x.rank - 2)[0] as Tensor;
    const ofSecond = ofFirst(negatives).split(2, negatives.rank - 1)[1] as Tensor;
    return anchorMean(softplus(ofSecond.sub(ofFirst(positive)).logSumExp(-1, true)))
      .neg()
      .add(oneWayCeiling(samples));
  },
  wasm: { measure: "oneWayInformation" },
  wgsl: /* wgsl */ `
    var sum = 0.0;
    for (var i = lane; i < SAMPLES; i += LANES) {
      let own = cosine(learner, i, SAMPLES + i);
      var largest = -2.0;
      for (var j = 0u; j < SAMPLES; j++) {
        if (j != i) { largest = max(largest, cosine(learner, i, SAMPLES + j)); }
      }
      var total = 0.0;
      for (var j = 0u; j < SAMPLES; j++) {
        if (j != i) { total += exp((cosine(learner, i, SAMPLES + j) - largest) / temperature(learner)); }
      }
      sum += softplus((largest - own) / temperature(learner) + log(total));
    }
    return log(f32(SAMPLES)) - lane_sum(lane, sum) / f32(SAMPLES);`,
});
