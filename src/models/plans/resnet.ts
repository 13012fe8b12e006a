import { PlanBuilder } from "../plan";
import type { EncoderOptions, EncoderPlan } from "../types";
import { imageSize } from "./imageSize";

/** Depths that there are; a depth counts the convolutions without the shortcuts', and one dense layer. */
export const RESNET_DEPTHS = [8, 10, 14, 18] as const;

/**
 * Basic blocks per stage. Three stages of 6n + 2 layers are the networks for CIFAR of He et al. (arXiv 1512.03385,
 * section 4.2), four stages those for ImageNet (table 1).
 */
const STAGES: Record<(typeof RESNET_DEPTHS)[number], readonly number[]> = {
  8: [1, 1, 1],
  10: [1, 1, 1, 1],
  14: [2, 2, 2],
  18: [2, 2, 2, 2],
};

/** Two 3 x 3 convolutions beside a shortcut. */
export interface BasicBlock {
  channels: number;
  /** Of the first convolution and of the shortcut. */
  stride: 1 | 2;
  /** Whether the shortcut is a 1 x 1 convolution, since it changes the shape; otherwise it is the identity. */
  isProjected: boolean;
}

/**
 * All blocks in their order: each stage but the first begins by halving the sides and doubling the channels.
 * @throws when there is no such depth
 */
export function basicBlocks({ width, depth }: Pick<EncoderOptions, "width" | "depth">): BasicBlock[] {
  const stages: readonly number[] | undefined = STAGES[depth as keyof typeof STAGES];
  if (!stages) throw new Error(`There is no resnet of depth ${depth}: choose ${RESNET_DEPTHS.join(", ")}.`);
  return stages.flatMap((blocks, stage) =>
    Array.from({ length: blocks }, (_, block): BasicBlock => {
      const halves = stage > 0 && block === 0;
      return { channels: width * 2 ** stage, stride: halves ? 2 : 1, isProjected: halves };
    }),
  );
}

/**
 * Residual network with a stem for small images (a 3 x 3 convolution of stride 1, no pooling), basic blocks, a global
 * average pool as features, then the projection head.
 * @throws when the samples are no images, or there is no such depth
 */
export function planResnet(options: EncoderOptions, inputShape: number[]): EncoderPlan {
  const plan = new PlanBuilder(options.norm);
  const stem = { kernel: 3, stride: 1, channels: options.width };
  let image = plan.convolution("stem", imageSize("resnet", inputShape), stem);
  for (const [index, { channels, stride, isProjected }] of basicBlocks(options).entries()) {
    const name = `block${index + 1}`;
    if (isProjected) plan.convolution(`${name}/shortcut`, image, { kernel: 1, stride, channels });
    image = plan.convolution(`${name}/convolution1`, image, { kernel: 3, stride, channels });
    image = plan.convolution(`${name}/convolution2`, image, { kernel: 3, stride: 1, channels });
  }
  return plan.finish(image.channels, options.projection);
}
