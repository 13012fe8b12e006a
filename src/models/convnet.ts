import type { Tensor, Tensor5D } from "@tensorflow/tfjs";
import { globalAveragePool } from "../ops/conv";
import type { ForwardPass } from "./forward";
import type { Encoded, EncoderOptions } from "./types";

/** Forward pass of plans/convnet.ts. */
export function forwardConvnet(pass: ForwardPass, { depth }: EncoderOptions, input: Tensor): Encoded {
  let x = input as Tensor5D;
  for (let layer = 0; layer < depth; layer++) x = pass.convolution(x, { kernel: 3, stride: 2, activation: "relu" });
  return pass.finish(globalAveragePool(x));
}
