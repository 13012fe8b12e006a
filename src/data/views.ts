import * as tf from "@tensorflow/tfjs";
import type { Purpose } from "../engine/random";
import { augmentImages, augmentPoints } from "../kernels/augment";
import { type AugmentationRecipe, augmentationNoise, augmentationParameters, augmentationWork } from "./augmentation";

export interface BatchViews {
  /** The number of each seed. */
  seeds: readonly number[];
  step: number;
  purpose: Purpose;
  /** Samples of each seed's batch, [S, B]. */
  indices: Int32Array;
}

/**
 * Both augmented views of each seed's batch, ready for an encoder. A function of its arguments alone.
 * @param resident images 0..1 [n, H, W, C] or points [n, D] on the backend
 * @returns [S, 2B, ...shape]; the caller disposes it
 */
export function augmentedViews(resident: tf.Tensor, recipe: AugmentationRecipe, batch: BatchViews): tf.Tensor {
  const { seeds, step, purpose, indices } = batch;
  const shape = resident.shape.slice(1);
  const work = augmentationWork(recipe, shape);
  const draw = { seeds, step, purpose, views: (2 * indices.length) / seeds.length };
  const size = tf.util.sizeFromShape(shape);
  const noise = work.noise > 0 ? augmentationNoise(draw, size) : new Float32Array(0);
  const common = { seeds: seeds.length, indices, noise, work };
  if (shape.length === 1) return augmentPoints(resident as tf.Tensor2D, common);
  return augmentImages(resident as tf.Tensor4D, { ...common, parameters: augmentationParameters(recipe, draw) });
}
