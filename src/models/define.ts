import type { Settings } from "../settings/setting";
import type { EncoderDescription } from "./types";

/** Fixes the types of an encoder's options. */
export function defineEncoder<I extends string, O extends Settings>(
  encoder: EncoderDescription<I, O>,
): EncoderDescription<I, O> {
  return encoder;
}
