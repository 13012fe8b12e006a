import { z } from "../data/zod";
import { defineEncoder } from "./define";
import { convUnit, type Layer, linearConvUnit, type Norm, projectionHead } from "./layers";
import { depth, norm, projection, width } from "./options";

/** Depths that there are; a depth counts the convolutions without the shortcuts', and one dense layer. */
export const RESNET_DEPTHS = [8, 10, 14, 18] as const;
type Depth = (typeof RESNET_DEPTHS)[number];

/**
 * Basic blocks per stage. Three stages of 6n + 2 layers are the networks for CIFAR of He et al. (arXiv 1512.03385,
 * section 4.2), four stages those for ImageNet (table 1).
 */
const STAGES: Record<Depth, readonly number[]> = {
  8: [1, 1, 1],
  10: [1, 1, 1, 1],
  14: [2, 2, 2],
  18: [2, 2, 2, 2],
};

/**
 * Residual network with a stem for small images (a 3 x 3 convolution of stride 1, no pooling), basic blocks, and a global
 * average pool as features.
 */
export const resnet = defineEncoder({
  id: "resnet",
  label: "ResNet",
  summary: "Residual blocks of two convolutions each, as in the networks for CIFAR.",
  samples: "images",
  options: {
    width: width(16),
    depth: {
      ...depth(8),
      schema: z.literal(RESNET_DEPTHS).default(8),
      tooltip:
        "How many layers the network has, as its paper counts them. Of He et al. (2016): 8 and 14 have three stages, as its networks for CIFAR; 10 and 18 have four, and width 64 makes them ResNet-10 and ResNet-18.",
      control: "choice",
    },
    projection: projection(32),
    norm: norm("group"),
  },
  layers({ width, depth, projection, norm }) {
    const blocks = STAGES[depth].flatMap((count, stage) =>
      Array.from({ length: count }, (_, block) => ({ outputs: width * 2 ** stage, halves: stage > 0 && block === 0 })),
    );
    return [
      ...convUnit("stem", norm, { kernel: 3, stride: 1, outputs: width }),
      ...blocks.map((block, index) => basicBlock(`block${index + 1}`, norm, block)),
      { kind: "globalAveragePool" },
      projectionHead(blocks.at(-1)?.outputs ?? width, projection),
    ];
  },
});

/**
 * Two 3 x 3 convolutions beside a shortcut. Each stage but the first begins with one that halves the sides and doubles the
 * channels; its shortcut is a 1 x 1 convolution, since it changes the shape.
 */
function basicBlock(name: string, norm: Norm, { outputs, halves }: { outputs: number; halves: boolean }): Layer {
  const stride = halves ? 2 : 1;
  return {
    kind: "residual",
    shortcut: halves ? linearConvUnit(`${name}/shortcut`, norm, { kernel: 1, stride, outputs }) : [],
    branch: [
      ...convUnit(`${name}/convolution1`, norm, { kernel: 3, stride, outputs }),
      ...linearConvUnit(`${name}/convolution2`, norm, { kernel: 3, stride: 1, outputs }),
    ],
  };
}
