import type { EncoderOptions, EncoderPlan } from "../types";
import { planConvnet } from "./convnet";
import { planMlp } from "./mlp";
import { planResnet } from "./resnet";

const PLANS = { mlp: planMlp, convnet: planConvnet, resnet: planResnet };

/**
 * The sizes of the encoder that a config describes, for samples of one shape ([H, W, C] or [D]). Pure numbers, without
 * TensorFlow.js: the page asks before anything runs.
 * @throws with a sentence for people when the encoder does not fit the samples
 */
export function planEncoder(options: EncoderOptions, inputShape: number[]): EncoderPlan {
  return PLANS[options.id](options, inputShape);
}

/** Trainable numbers of one learner. */
export function parameterCount({ parameters }: Pick<EncoderPlan, "parameters">): number {
  const size = (shape: number[]) => shape.reduce((product, length) => product * length, 1);
  return parameters.reduce((sum, { shape }) => sum + size(shape), 0);
}
