import type * as tf from "@tensorflow/tfjs";
import type { AugmentationRecipe } from "../../augmentations/viewRecipe";
import type { AugmentationWork } from "../../augmentations/viewTable";
import type { Program } from "../../engine/webgpu/gpu";
import type { BatchOrder } from "../../engine/wgsl/batchOrder";
import { RANDOM_WGSL } from "../../engine/wgsl/random";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";
import { noiseWgsl, SILENCE_WGSL } from "./wgsl/noise";

/** What is drawn. */
export interface FusedBatch {
  /** The number of each seed, the bits of uint32: int32 [S]. */
  seeds: tf.TensorInfo;
  /** Uniform block whose `step` counts the draws. */
  block: tf.TensorInfo;
  /** L, for the layout of the block. */
  learners: number;
  order: BatchOrder;
  /** Purpose of the draws of the views. */
  purpose: number;
  recipe: AugmentationRecipe;
  work: AugmentationWork;
}

/** What programs have in common, to be put together. */
export interface ProgramPart extends Pick<Program, "reads" | "uniforms" | "constants" | "elements"> {
  wgsl: string;
}

/** Views of one seed, 2B, and of all. */
export function viewCounts({ order, seeds }: FusedBatch): { perSeed: number; all: number } {
  const perSeed = 2 * order.batchSize;
  return { perSeed, all: perSeed * (seeds.shape[0] as number) };
}

/** Random numbers: the hash, `seeds`, the uniform `block`, and the constant VIEWS. */
export function randomPart(batch: FusedBatch): ProgramPart {
  return {
    reads: { seeds: batch.seeds },
    uniforms: { block: { tensor: batch.block, type: "StepBlock" } },
    constants: { LEARNERS: batch.learners, VIEWS: viewCounts(batch).perSeed },
    wgsl: STEP_BLOCK_WGSL + RANDOM_WGSL,
  };
}

/** The function `noise`, with random numbers only where there is any. */
export function noisePart(batch: FusedBatch): ProgramPart {
  const deviation = batch.work.noise;
  if (deviation === 0) return { reads: {}, wgsl: SILENCE_WGSL };
  const random = randomPart(batch);
  return { ...random, wgsl: random.wgsl + noiseWgsl(deviation, batch.purpose) };
}
