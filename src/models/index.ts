import { util } from "@tensorflow/tfjs";
import { convnet } from "./convnet";
import { mlp } from "./mlp";
import type { Encoder, EncoderOptions } from "./types";

const ENCODERS = { mlp, convnet };

/**
 * The encoder that a config describes, for samples of one shape ([H, W, C] or [D]).
 * @throws with a sentence for people when the encoder does not fit the samples
 */
export function createEncoder(options: EncoderOptions, inputShape: number[]): Encoder {
  return ENCODERS[options.id](options, inputShape);
}

/** Trainable numbers of one learner. */
export function parameterCount(encoder: Encoder): number {
  return encoder.parameters.reduce((sum, { shape }) => sum + util.sizeFromShape(shape), 0);
}
