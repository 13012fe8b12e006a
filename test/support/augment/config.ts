import type { AugmentationOptions } from "../../../src/augmentations/recipe";
import { type ExperimentInput, experimentSchema } from "../../../src/config/schema";

export type AugmentationInput = ExperimentInput["augmentation"];

/** What a config says of augmentation, its defaults filled in. */
export function augmentationOf(fields: AugmentationInput): AugmentationOptions {
  return experimentSchema.parse({ augmentation: fields }).augmentation;
}
