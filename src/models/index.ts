import { forwardConvnet } from "./convnet";
import { ForwardPass } from "./forward";
import { forwardMlp } from "./mlp";
import { planEncoder } from "./plans";
import { forwardResnet } from "./resnet";
import type { Encoder, EncoderOptions } from "./types";

export { parameterCount } from "./plans";

const FORWARD = { mlp: forwardMlp, convnet: forwardConvnet, resnet: forwardResnet };

/**
 * The encoder that a config describes, for samples of one shape ([H, W, C] or [D]).
 * @throws with a sentence for people when the encoder does not fit the samples
 */
export function createEncoder(options: EncoderOptions, inputShape: number[]): Encoder {
  return {
    ...planEncoder(options, inputShape),
    forward: (parameters, input, running) =>
      FORWARD[options.id](new ForwardPass(parameters, options.norm, running), options, input),
  };
}
