import type { Tensor } from "@tensorflow/tfjs";
import { softplus } from "../objectives/parts/softplus";
import { stepMetric } from "./define";

export const anchorEss = stepMetric({
  id: "anchorEss",
  label: "Anchor ESS",
  formula: String.raw`\frac{\bigl(\sum_i f_i\bigr)^2}{2B \sum_i f_i^2}`,
  guide: "Share of the anchors that would drive an InfoNCE step at these weights; FlatNCE always uses all of them.",
  source: "This project: Kish's effective sample size of the vanishing factors",
  unit: "share",
  domain: [0, 1],
  positive: true,
  better: null,
  small: { group: "anchors", place: 70 },
  measure: ({ contrasts }) => kish(softplus(contrasts.logXi.neg()).neg()),
  wasm: { measure: "anchorEss" },
  wgsl: /* wgsl */ `
    var largest = -softplus(-anchor_at(learner, 0u).log_xi);
    for (var i = lane; i < VIEWS; i += LANES) {
      largest = max(largest, -softplus(-anchor_at(learner, i).log_xi));
    }
    largest = lane_max(lane, largest);
    var sum = 0.0;
    var squares = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let relative = exp(-softplus(-anchor_at(learner, i).log_xi) - largest);
      sum += relative;
      squares += relative * relative;
    }
    let total = lane_sum(lane, sum);
    return total * total / (lane_sum(lane, squares) * f32(VIEWS));`,
});

/** Kish's effective sample size over N, as a share, of weights given by their logs [..., N, 1]. */
function kish(logWeights: Tensor): Tensor {
  const axes = [logWeights.rank - 2, logWeights.rank - 1];
  // Weights relative to the largest: the ratio is the same, and tiny ones cannot all underflow to 0/0.
  const relative = logWeights.sub(logWeights.max(axes, true)).exp();
  const anchors = logWeights.shape[logWeights.rank - 2] ?? 1;
  return relative.sum(axes).square().div(relative.square().sum(axes).mul(anchors));
}
