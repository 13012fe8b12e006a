import type { Tensor, Tensor3D } from "@tensorflow/tfjs";
import type { ForwardPass } from "./forward";
import type { Encoded, EncoderOptions } from "./types";

/** Forward pass of plans/mlp.ts. */
export function forwardMlp(pass: ForwardPass, { depth }: EncoderOptions, input: Tensor): Encoded {
  const [slices = 1, samples = 1] = input.shape;
  let h = input.reshape([slices, samples, -1]) as Tensor3D;
  for (let layer = 0; layer < depth; layer++) h = pass.dense(h);
  return pass.finish(h);
}
