import * as tf from "@tensorflow/tfjs";
import { type AugmentationOptions, augmentationRecipe } from "../data/augmentation";
import { pairOffset, toBackend, unpaired } from "../data/resident";
import { subset } from "../data/split";
import type { Dataset, Split } from "../data/types";
import { augmentedViews } from "../data/views";
import { batchIndices } from "../engine/batchOrder";
import { PURPOSE } from "../engine/random";
import type { ViewsPreview } from "./events";
import { readPairs } from "./snapshot";

/** Samples of a preview. */
const SHOWN = 8;

export interface PreviewDraw {
  augmentation: AugmentationOptions;
  /** The number of the seed. */
  seed: number;
  /** Which draw: another one has other samples and other views. */
  draw: number;
}

/**
 * What an augmentation makes of a few training samples: the batch of `draw` by the code that batches and views are made with
 * (the reference, which needs no program for each new strength), with random numbers of its own. Nothing is kept, and
 * nothing of a run is touched. Its work is queued before it returns.
 *
 * @param dataset whose training split the samples are from
 */
export async function previewViews(dataset: Dataset, what: PreviewDraw): Promise<ViewsPreview> {
  const shown = drawSamples(dataset.train, what);
  const views = tf.tidy(() => drawViews(shown, dataset.shape, what));
  const pairs = await readPairs(views, shown.count, shown.count);
  views.dispose();
  return { samples: shown.values, labels: shown.labels, pairs };
}

function drawSamples(train: Split, { seed, draw }: PreviewDraw): Split {
  const batchSize = Math.min(SHOWN, train.count);
  const purpose = PURPOSE.previewOrder;
  return subset(train, batchIndices({ seed, step: draw, batchSize, count: train.count, purpose }));
}

/** [1, 2 count, ...shape] */
function drawViews(shown: Split, shape: number[], { augmentation, seed, draw }: PreviewDraw): tf.Tensor {
  return augmentedViews(toBackend(unpaired(shown), shape), augmentationRecipe(augmentation, shape), {
    seeds: [seed],
    step: draw,
    purpose: PURPOSE.previewViews,
    indices: Int32Array.from({ length: shown.count }, (_, i) => i),
    pairOffset: pairOffset(shown),
  });
}
