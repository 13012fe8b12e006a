import type { Tensor } from "@tensorflow/tfjs";
import type { MetricWgsl } from "../wgsl";

/** Mean over the anchors of x [..., N, 1]: [...]. */
export function anchorMean(x: Tensor): Tensor {
  return x.mean([x.rank - 2, x.rank - 1]);
}

/** `anchorMean` as WGSL, of an expression of the anchor `a`. */
export function anchorMeanWgsl(expression: string): MetricWgsl {
  return /* wgsl */ `
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += ${expression};
    }
    return lane_sum(lane, sum) / f32(VIEWS);`;
}

/** First and second views of x [..., N, D]: two tensors [..., B, D]. */
export function splitViews(x: Tensor): [Tensor, Tensor] {
  const [first, second] = x.split(2, x.rank - 2);
  if (!first || !second) throw new Error("A batch holds two views of every sample.");
  return [first, second];
}
