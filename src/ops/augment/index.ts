import * as tf from "@tensorflow/tfjs";
import { ALL, type Augmentations } from "../../augmentations";
import { augmentationNoise, augmentationParameters } from "../../augmentations/draws";
import { type AugmentationRecipe, augmentationWork } from "../../augmentations/recipe";
import { subset } from "../../data/split";
import type { Split } from "../../data/types";
import { assertFilled, feistelSize } from "../../engine/batchOrder";
import type { Purpose } from "../../engine/random";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import type { BatchOrder } from "../../engine/wgsl/batchOrder";
import { fusedImages } from "./fused";
import type { FusedBatch } from "./fusedBatch";
import { fusedPoints } from "./fusedPoints";
import { augmentImages, augmentPoints } from "./reference";
import { pairOffset, type ResidentSamples, toBackend, unpaired } from "./resident";

export interface BatchViews {
  /** The number of each slice's seed. */
  seeds: readonly number[];
  step: number;
  purpose: Purpose;
  /** Samples of each slice's batch, [S, B]. */
  indices: Int32Array;
  /** How many of them are its own; B unless given. */
  own?: readonly number[] | undefined;
  /** Rows from the first of a pair of samples to its second; 0 where both views are made of one sample. */
  pairOffset?: number;
}

/**
 * Both augmented views of each seed's batch, ready for an encoder. A function of its arguments alone.
 * @param resident images 0..1 [n, H, W, C] or points [n, D] on the backend
 * @returns [S, 2B, ...shape]; the caller disposes it
 */
export function augmentedViews(
  resident: tf.Tensor,
  recipe: AugmentationRecipe,
  batch: BatchViews,
  augmentations: Augmentations = ALL,
): tf.Tensor {
  const { seeds, step, purpose, indices, own, pairOffset } = batch;
  const shape = resident.shape.slice(1);
  const work = augmentationWork(recipe, shape, augmentations);
  const draw = { seeds, step, purpose, own, views: (2 * indices.length) / seeds.length };
  const size = tf.util.sizeFromShape(shape);
  const noise = work.noise > 0 ? augmentationNoise(draw, size) : new Float32Array(0);
  const common = { seeds: seeds.length, indices, noise, work, pairOffset };
  if (shape.length === 1) return augmentPoints(resident as tf.Tensor2D, common, augmentations);
  const parameters = augmentationParameters(recipe, draw, augmentations);
  return augmentImages(resident as tf.Tensor4D, { ...common, parameters }, augmentations);
}

/**
 * The same of samples that are not on the backend. It reads floats, four times the bytes of images: only the samples of the
 * batch become such.
 * @param shape of one sample
 */
export function viewsOfBatch(
  split: Split,
  shape: number[],
  recipe: AugmentationRecipe,
  batch: Omit<BatchViews, "pairOffset">,
): tf.Tensor {
  const drawn = subset(split, batch.indices);
  const indices = Int32Array.from({ length: drawn.count }, (_, row) => row);
  return tf.tidy(() => {
    const samples = toBackend(unpaired(drawn), shape);
    return augmentedViews(samples, recipe, { ...batch, indices, pairOffset: pairOffset(drawn) });
  });
}

export interface FusedDraw extends Pick<FusedBatch, "seeds" | "block" | "learners" | "ofBatch"> {
  /** B, the largest batch. */
  batchSize: number;
  /** Samples of each slice's own batch; B unless given. */
  own?: readonly number[] | undefined;
  /** Purposes of the draws: of the views, and of the order of the samples. */
  purpose: Purpose;
  order: Purpose;
}

/**
 * The views that `augmentedViews` makes of the samples that `batchIndices` draws, at the step in the block: wholly on the
 * GPU, so that a step can be recorded and replayed. Three dispatches at most for images, one for points.
 * @returns [S, 2B, ...shape]; the caller disposes it
 * @throws when there are fewer samples than a batch
 */
export function fusedViews(
  backend: GpuBackend,
  { values, count, shape, pairOffset }: ResidentSamples,
  recipe: AugmentationRecipe,
  draw: FusedDraw,
  augmentations: Augmentations = ALL,
): tf.Tensor {
  const batch = fusedBatch({ count, shape }, recipe, draw, augmentations);
  const [first = 0, width = 0, channels = 0] = shape;
  if (shape.length === 1) return fusedPoints(backend, values, { size: first, pairOffset }, batch);
  return fusedImages(backend, values, [first, width, channels], batch);
}

/** The same with the samples of each slice's batch, int32 [S, B], in no further dispatch. */
export function fusedViewsAndSamples(
  backend: GpuBackend,
  resident: ResidentSamples,
  recipe: AugmentationRecipe,
  draw: Omit<FusedDraw, "ofBatch">,
): { views: tf.Tensor; samples: tf.Tensor2D } {
  const samples = output<tf.Rank.R2>(backend, [draw.seeds.shape[0] as number, draw.batchSize], "int32");
  return { views: fusedViews(backend, resident, recipe, { ...draw, ofBatch: samples }), samples };
}

/** Resolves what the programs need to know. */
export function fusedBatch(
  { count, shape }: { count: number; shape: number[] },
  recipe: AugmentationRecipe,
  draw: FusedDraw,
  augmentations: Augmentations = ALL,
): FusedBatch {
  const work = augmentationWork(recipe, shape, augmentations);
  return { ...draw, order: batchOrder(count, draw, draw.order), augmentations, recipe, work };
}

function batchOrder(
  count: number,
  { batchSize, own }: Pick<FusedDraw, "batchSize" | "own">,
  purpose: Purpose,
): BatchOrder {
  assertFilled(count, batchSize);
  return { count, batchSize, own: own ?? [batchSize], ...feistelSize(count), purpose };
}
