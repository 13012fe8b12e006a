import { type ImageSize, PlanBuilder } from "../plan";
import type { EncoderOptions, EncoderPlan } from "../types";
import { imageSize } from "./imageSize";

/**
 * Small convolutional encoder: `depth` convolutions of 3 x 3 pixels and stride 2, whose channels double each time, a
 * global average pool as features, then the projection head.
 * @throws when the samples are no images, or too small for the depth
 */
export function planConvnet({ width, depth, projection, norm }: EncoderOptions, inputShape: number[]): EncoderPlan {
  let image = imageSize("convnet", inputShape);
  assertNotTooDeep(image, depth);
  const plan = new PlanBuilder(norm);
  for (let layer = 0; layer < depth; layer++)
    image = plan.convolution(`convolution${layer + 1}`, image, { kernel: 3, stride: 2, channels: width * 2 ** layer });
  return plan.finish(image.channels, projection);
}

function assertNotTooDeep({ height, width }: ImageSize, depth: number): void {
  const deepest = Math.ceil(Math.log2(Math.min(height, width)));
  if (depth <= deepest) return;
  throw new Error(
    `A convnet of depth ${depth} is too deep for images of ${height} x ${width} pixels, since each convolution halves ` +
      `the sides: choose a depth of at most ${deepest}, or the mlp encoder.`,
  );
}
