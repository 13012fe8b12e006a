import type { EncoderPlan } from "./types";

/** A backward pass costs two forward ones: a product for the gradient of the weights, one for that of the input. */
const PASSES = 3;

/**
 * Multiply-accumulates of one training step in dense layers and convolutions; what the loss, augmentation and
 * normalization add is left out.
 */
export function macsPerStep(
  { macsPerSample }: Pick<EncoderPlan, "macsPerSample">,
  { learners, batchSize }: { learners: number; batchSize: number },
): number {
  return PASSES * macsPerSample * 2 * batchSize * learners;
}

/**
 * How long a step should take.
 * @param rate multiply-accumulates per millisecond, as measured on the device
 */
export function expectedMilliseconds(macs: number, rate: number): number {
  return macs / rate;
}
