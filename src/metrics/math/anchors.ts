import type { Tensor } from "@tensorflow/tfjs";
import type { StepMetric } from "../types";

/** Mean over the anchors of x [..., N, 1]: [...]. */
export function anchorMean(x: Tensor): Tensor {
  return x.mean([x.rank - 2, x.rank - 1]);
}

/** `anchorMean` for kernels, of an expression of the anchor `a`, in WGSL. */
export function anchorMeanKernels(expression: string): Required<Pick<StepMetric, "wgsl" | "wasm">> {
  const wgsl = /* wgsl */ `
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += ${expression};
    }
    return lane_sum(lane, sum) / f32(VIEWS);`;
  return { wgsl, wasm: { perAnchor: expression } };
}

/** First and second views of x [..., N, D]: two tensors [..., B, D]. */
export function splitViews(x: Tensor): [Tensor, Tensor] {
  const [first, second] = x.split(2, x.rank - 2);
  if (!first || !second) throw new Error("A batch holds two views of every sample.");
  return [first, second];
}
