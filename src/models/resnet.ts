import type { Tensor, Tensor5D } from "@tensorflow/tfjs";
import { globalAveragePool } from "../ops/conv";
import type { ForwardPass } from "./forward";
import { basicBlocks } from "./plans/resnet";
import type { Encoded, EncoderOptions } from "./types";

/** Forward pass of plans/resnet.ts. */
export function forwardResnet(pass: ForwardPass, options: EncoderOptions, input: Tensor): Encoded {
  let x = pass.convolution(input as Tensor5D, { kernel: 3, stride: 1, activation: "relu" });
  for (const { stride, isProjected } of basicBlocks(options)) {
    const shortcut = isProjected ? pass.convolution(x, { kernel: 1, stride, activation: "linear" }) : x;
    const inner = pass.convolution(x, { kernel: 3, stride, activation: "relu" });
    x = pass.convolution(inner, { kernel: 3, stride: 1, activation: "relu" }, shortcut);
  }
  return pass.finish(globalAveragePool(x));
}
