import * as tf from "@tensorflow/tfjs";
import { augmentationRecipe } from "../../augmentations/recipe";
import type { ExperimentConfig } from "../../config/schema";
import { seedNumbers } from "../../config/seeds";
import { subset } from "../../data/split";
import type { Dataset } from "../../data/types";
import { PURPOSE } from "../../engine/random";
import { viewsOfBatch } from "../../ops/augment";
import type { SamplePictures } from "../../record/events";
import { readPairs } from "./readPairs";

/** Bytes that the pictures may take up; what lies beyond has none. */
const MOST_BYTES = 8 * 2 ** 20;
/** Samples whose views are made at once. */
const CHUNK = 50;
/** A sample, and its two views. */
const PICTURES = 3;

/**
 * The first samples of a split as they are in the data, each with two views as training would draw them. The views' random numbers are
 * their own: nothing of a run is touched.
 * @param dataset whose training split the samples are
 */
export async function samplePictures({ train, shape }: Dataset, config: ExperimentConfig): Promise<SamplePictures> {
  const size = shape.reduce((a, b) => a * b, 1);
  const count = Math.min(train.count, Math.floor(MOST_BYTES / (PICTURES * size * train.values.BYTES_PER_ELEMENT)));
  const isImages = shape.length === 3;
  const views = isImages ? new Uint8Array(2 * count * size) : new Float32Array(2 * count * size);
  const recipe = augmentationRecipe(config.augmentation, shape);
  const [seed = 0] = seedNumbers(config);
  for (let from = 0; from < count; from += CHUNK) {
    const indices = range(from, Math.min(count, from + CHUNK));
    const draw = { seeds: [seed], step: from, purpose: PURPOSE.previewViews, indices };
    const drawn = tf.tidy(() => viewsOfBatch(train, shape, recipe, draw));
    const { values } = await readPairs(drawn, indices.length, indices.length).finally(() => drawn.dispose());
    views.set(isImages ? values.map(toByte) : values, 2 * from * size);
  }
  return { values: subset(train, range(0, count)).values, views, count, shape };
}

function toByte(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 255);
}

function range(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from }, (_, i) => from + i);
}
