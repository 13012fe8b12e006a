import type { AugmentationOptions } from "../../src/data/augmentation";
import { type ExperimentInput, experimentSchema } from "../../src/experiment/config";

export type AugmentationInput = ExperimentInput["augmentation"];

/** What a config says of augmentation, its defaults filled in. */
export function augmentationOf(fields: AugmentationInput): AugmentationOptions {
  return experimentSchema.parse({ augmentation: fields }).augmentation;
}
