import { PlanBuilder } from "../plan";
import type { EncoderOptions, EncoderPlan } from "../types";

/** Multi-layer perceptron: `depth` dense layers of `width` units are the features, then the projection head. */
export function planMlp({ width, depth, projection, norm }: EncoderOptions, inputShape: number[]): EncoderPlan {
  const plan = new PlanBuilder(norm);
  let inputs = inputShape.reduce((product, size) => product * size, 1);
  for (let layer = 1; layer <= depth; layer++) {
    plan.dense(`hidden${layer}`, inputs, width);
    inputs = width;
  }
  return plan.finish(width, projection);
}
