import { PlaygroundError } from "../i18n/errors";
import { say } from "../i18n/message";
import { defineEncoder } from "./define";
import { texts } from "./errors";
import { convUnit, projectionHead } from "./layers";
import { depth, norm, projection, width } from "./options";

/**
 * Small convolutional encoder: `depth` convolutions of 3 x 3 pixels and stride 2, whose channels double each time, and a
 * global average pool as features. By default with 32, 64 and 128 channels, as the presets have it.
 */
export const convnet = defineEncoder({
  id: "convnet",
  label: "Convnet",
  summary: "A few convolutions that halve the image each time, and the mean over all pixels.",
  samples: "images",
  options: { width: width(32), depth: depth(3), projection: projection(32), norm: norm("none") },
  layers({ width, depth, projection, norm }, inputShape) {
    assertNotTooDeep(inputShape, depth);
    const channels = Array.from({ length: depth }, (_, layer) => width * 2 ** layer);
    return [
      ...channels.flatMap((outputs, layer) =>
        convUnit(`convolution${layer + 1}`, norm, { kernel: 3, stride: 2, outputs }),
      ),
      { kind: "globalAveragePool" },
      projectionHead(channels.at(-1) as number, projection),
    ];
  },
});

function assertNotTooDeep([height = 0, width = 0]: readonly number[], depth: number): void {
  const deepest = Math.ceil(Math.log2(Math.min(height, width)));
  if (depth <= deepest) return;
  throw new PlaygroundError(say(texts.tooDeep, { depth, height, width, deepest }));
}
