import type { z } from "../data/zod";
import { PlaygroundError } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import type { SettingShape, SettingValues } from "../settings/setting";
import { convnet } from "./convnet";
import { texts } from "./errors";
import { mlp } from "./mlp";
import { planLayers } from "./plan";
import { resnet } from "./resnet";
import type { EncoderDescription, EncoderPlan } from "./types";

export { parameterCount } from "./plan";

/** Every encoder by its id, in the order in which lists show them; the first is the default and takes any samples. */
export const ENCODERS = { mlp, convnet, resnet };

export type EncoderId = keyof typeof ENCODERS;
export const ENCODER_IDS = Object.keys(ENCODERS) as [EncoderId, ...EncoderId[]];
export const [DEFAULT_ENCODER] = ENCODER_IDS;

/** An encoder in a config. */
export type EncoderOptions = {
  [I in EncoderId]: { id: I } & SettingValues<(typeof ENCODERS)[I]["options"]>;
}[EncoderId];

/** Its schema. */
export type EncoderSchema = {
  [I in EncoderId]: z.ZodObject<
    { id: z.ZodLiteral<I> } & SettingShape<(typeof ENCODERS)[I]["options"]>,
    z.core.$strict
  >;
}[EncoderId];

/** The encoder with this id. */
export function encoderOf(id: EncoderId): EncoderDescription {
  return ENCODERS[id] as EncoderDescription;
}

/**
 * The sizes of the encoder that a config describes, for samples of one shape ([H, W, C] or [D]). Pure numbers: the page asks
 * before anything runs.
 * @throws with a sentence for people when the encoder does not fit the samples
 */
export function planEncoder(options: EncoderOptions, inputShape: readonly number[]): EncoderPlan {
  const { samples, layers } = encoderOf(options.id);
  if (samples === "images" && inputShape.length !== 3)
    throw new PlaygroundError(
      say(texts.needsImages, { encoder: options.id, size: inputShape[0] ?? 0, other: DEFAULT_ENCODER }),
    );
  return planLayers(layers(options, inputShape), inputShape);
}

/** How many numbers the samples have that an encoder refused because they are no images; null where that is not what was said. */
export function refusedSize({ id, args }: Said): number | null {
  return id === texts.needsImages.id && typeof args?.size === "number" ? args.size : null;
}
