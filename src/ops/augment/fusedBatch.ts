import type * as tf from "@tensorflow/tfjs";
import { type AugmentationRecipe, type Augmentations, type AugmentationWork, stagesOf } from "../../augmentations";
import type { Stage, Step } from "../../augmentations/types";
import type { Program } from "../../engine/webgpu/gpu";
import { type BatchOrder, ownBatchWgsl } from "../../engine/wgsl/batchOrder";
import { RANDOM_WGSL } from "../../engine/wgsl/random";
import { STEP_BLOCK_WGSL } from "../../engine/wgsl/stepBlock";

/** What is drawn. */
export interface FusedBatch {
  /** The number of each slice's seed, the bits of uint32: int32 [S]. */
  seeds: tf.TensorInfo;
  /** Uniform block whose `step` counts the draws. */
  block: tf.TensorInfo;
  /** L, for the layout of the block. */
  learners: number;
  order: BatchOrder;
  /** Where the samples of each slice's batch are to be written as well, as `batchIndices` draws them: int32 [S, B]. */
  ofBatch?: tf.TensorInfo | null | undefined;
  /** Purpose of the draws of the views. */
  purpose: number;
  /** Of which the recipe is, in their order. */
  augmentations: Augmentations;
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

/** Random numbers: the hash, `seeds`, the uniform `block`, the constant VIEWS, and where a view draws them (`own_view`). */
export function randomPart(batch: FusedBatch): ProgramPart {
  return {
    reads: { seeds: batch.seeds },
    uniforms: { block: { tensor: batch.block, type: "StepBlock" } },
    constants: { LEARNERS: batch.learners, VIEWS: viewCounts(batch).perSeed },
    wgsl: STEP_BLOCK_WGSL + RANDOM_WGSL + ownBatchWgsl(batch.order) + ownViewWgsl(batch),
  };
}

/** Where a view would be if its slice had rows for its own batch alone: second views follow the first ones. */
function ownViewWgsl({ order: { batchSize } }: FusedBatch): string {
  return /* wgsl */ `
fn own_view(view: u32) -> u32 {
  let row = view % VIEWS;
  return select(row - ${batchSize}u + own_batch(view / VIEWS), row, row < ${batchSize}u);
}`;
}

/** The stages that a batch needs, in their order. */
export function stagesFor({ augmentations, work }: FusedBatch): Stage[] {
  return stagesOf(augmentations).filter((stage) => stage.isNeeded(work));
}

/** What the stages do to four values in a row before they are clipped: with random numbers. */
export function valueSteps(batch: FusedBatch): Step[] {
  return stagesFor(batch).flatMap(({ wgsl }) => wgsl.values?.(batch.work, batch.purpose) ?? []);
}

/** The WGSL functions that the steps call. */
export function functionsOf(steps: readonly Step[]): string {
  return steps.map(({ functions }) => functions).join("");
}

/** The expression of a value after all steps. */
export function applyAll(steps: readonly Step[], value: string): string {
  return steps.reduce((expression, step) => step.apply(expression), value);
}
