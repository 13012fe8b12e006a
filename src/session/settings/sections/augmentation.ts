import { ALL, type Augmentations } from "../../../augmentations";
import type { ExperimentConfig } from "../../../config/schema";
import { sourceOf } from "../../../data/sources";
import type { Field, Section } from "../field";

/** Ranges of the augmentations. Drawn by the operations that they belong to (data/views/), whose names say the rest. */

const isImages = (config: ExperimentConfig) => sourceOf(config.dataset).holdsImages;

export const augmentation = {
  label: "Augmentation",
  rows: [
    {
      path: "augmentation.strength",
      label: "Strength",
      tooltip:
        "How hard the two views of a sample are made to match. 1 is SimCLR's recipe. Weak augmentation makes positives easy, and easy positives are what makes the gradient of InfoNCE vanish.",
      control: "slider",
      step: 0.05,
      visible: isImages,
    },
    ...augmentationRows(),
  ],
} as const satisfies Section;

/** One row for every field of an augmentation. */
export function augmentationRows(augmentations: Augmentations = ALL): Field[] {
  return augmentations.flatMap(({ fields }) =>
    Object.entries(fields).map(([name, { schema: _, automatic: __, ...shown }]) => ({
      path: `augmentation.${name}`,
      ...shown,
    })),
  );
}
