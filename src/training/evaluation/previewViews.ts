import { type AugmentationOptions, augmentationRecipe } from "../../augmentations/recipe";
import { subset } from "../../data/split";
import type { Dataset } from "../../data/types";
import { batchIndices } from "../../engine/batchOrder";
import { PURPOSE } from "../../engine/random";
import { viewsOfBatch } from "../../ops/augment";
import type { ViewsPreview } from "../../record/events";
import { readPairs } from "./readPairs";

/** Samples of a preview. */
const SHOWN = 16;

export interface PreviewDraw {
  augmentation: AugmentationOptions;
  /** The number of the seed. */
  seed: number;
  /** Which draw: another one has other samples and other views. */
  draw: number;
}

/**
 * What an augmentation makes of a few training samples: the batch of `draw`, by the reference, which makes the batches of a
 * run as well where nothing is fused, and needs no program for each new strength. Its random numbers are its own, nothing is
 * kept, and nothing of a run is touched. Its work is queued before it returns.
 *
 * @param dataset whose training split the samples are from
 */
export async function previewViews({ train, shape }: Dataset, what: PreviewDraw): Promise<ViewsPreview> {
  const { augmentation, seed, draw: step } = what;
  const count = Math.min(SHOWN, train.count);
  const indices = batchIndices({ seed, step, batchSize: count, count: train.count, purpose: PURPOSE.previewOrder });
  const recipe = augmentationRecipe(augmentation, shape);
  const views = viewsOfBatch(train, shape, recipe, { seeds: [seed], step, purpose: PURPOSE.previewViews, indices });
  const pairs = await readPairs(views, count, count).finally(() => views.dispose());
  const { values, labels } = subset(train, indices);
  return { samples: values, labels, pairs };
}
