import type * as tf from "@tensorflow/tfjs";
import { ALL, type AugmentationRecipe, type Augmentations, columnsOf, stagesOf } from "../../augmentations";
import { augmentationWork } from "../../augmentations/recipe";
import type { ImageShape, Stage, StageKernel, Work } from "../../augmentations/types";
import { assertFilled, feistelSize } from "../../engine/batchOrder";
import type { Purpose } from "../../engine/random";
import { type WasmLane, wasmOutput } from "../../engine/wasm/lane";
import type { ResidentSamples } from "./resident";

/**
 * Both views of each slice's batch in WebAssembly (wasm.as.ts, and the kernels of the augmentations): what is drawn goes into a table,
 * and each stage is a pass over all views. Nothing depends on JavaScript but the step in the block.
 */

export interface WasmDraw {
  /** Of each slice its seed, the bits of uint32, and the samples of its own batch, B at most: int32 [S, 2]. */
  slices: tf.TensorInfo;
  /** Block whose `step` counts the draws. */
  block: tf.TensorInfo;
  /** B, the largest batch. */
  batchSize: number;
  /** Purposes of the draws: of the views, and of the order of the samples. */
  purpose: Purpose;
  order: Purpose;
}

/** Which augmentations there are, and what they are asked for. */
export interface WasmRecipe {
  recipe: AugmentationRecipe;
  augmentations?: Augmentations;
}

/** Whether all that a recipe asks for on samples of a shape has kernels. */
export function hasKernels(shape: readonly number[], { recipe, augmentations = ALL }: WasmRecipe): boolean {
  const work = augmentationWork(recipe, shape, augmentations);
  const isReady = ({ stage, columns, draws }: Augmentations[number]) =>
    stage.wasm !== undefined && (columns.length === 0 || draws?.wasm !== undefined);
  return augmentations.every((augmentation) => isReady(augmentation) || !augmentation.stage.isNeeded(work));
}

/**
 * The views that `augmentedViews` makes of the samples that `batchIndices` draws, at the step in the block. All that the recipe asks
 * for needs kernels.
 * @returns [S, 2B, ...shape]; the caller disposes it
 * @throws when there are fewer samples than a batch
 */
export function wasmViews(lane: WasmLane, resident: ResidentSamples, of: WasmRecipe, draw: WasmDraw): tf.Tensor {
  const samples = wasmSamples(lane, resident.count, draw);
  const drawn = drawTable(lane, resident.shape, of, draw);
  const y = gathered(lane, resident, { ...drawn, samples }, draw);
  const stages = neededStages(resident.shape, of);
  const apply = (isCentered: boolean) => {
    for (const stage of stages)
      if (Boolean(stage.isCentered) === isCentered) applyStage(lane, { y, ...drawn }, stage, resident.shape, of);
  };
  apply(false);
  if (resident.shape.length === 3) lane.run("centerViews", { reads: [drawn.plan], writes: [y], numbers: [] });
  apply(true);
  for (const tensor of [samples, drawn.plan, drawn.table]) tensor.dispose();
  return y;
}

/** Which samples each slice's batch has, as `batchIndices` draws them: int32 [S, B]. */
export function wasmSamples(
  lane: WasmLane,
  count: number,
  { slices, block, batchSize, order }: Omit<WasmDraw, "purpose">,
): tf.Tensor2D {
  assertFilled(count, batchSize);
  const sliceCount = slices.shape[0] as number;
  const samples = wasmOutput<tf.Rank.R2>(lane, [sliceCount, batchSize], "int32");
  const { halfBits, rounds } = feistelSize(count);
  const numbers = [sliceCount, batchSize, count, halfBits, rounds, order];
  lane.run("drawSamples", { reads: [slices, block], writes: [samples], numbers });
  return samples;
}

/** What kernels of views are given. */
interface DrawnTable {
  /** ViewPlan of augmentations/viewPlan.as.ts. */
  plan: tf.Tensor;
  /** The columns of each view, [S, 2B, columns], as `augmentationParameters` has them; those that no stage needs are undefined. */
  table: tf.Tensor;
}

const PLAN_SIZE = 10;

/** Draws what the stages need to know of each view. */
export function drawTable(
  lane: WasmLane,
  shape: readonly number[],
  { recipe, augmentations = ALL }: WasmRecipe,
  { slices, block, batchSize, purpose }: WasmDraw,
): DrawnTable {
  const sliceCount = slices.shape[0] as number;
  const columns = columnsOf(augmentations);
  const plan = lane.scratch(PLAN_SIZE);
  const table = wasmOutput(lane, [sliceCount, 2 * batchSize, columns.length]);
  const numbers = [sliceCount, batchSize, purpose, columns.length, ...imageShape(shape)];
  lane.run("planViews", { reads: [slices, block], writes: [plan, table], numbers });
  const work = augmentationWork(recipe, shape, augmentations);
  for (const { draws, stage, columns: own } of augmentations) {
    if (!draws?.wasm || own.length === 0 || !stage.isNeeded(work)) continue;
    const { kernel, numbers } = draws.wasm;
    lane.run(kernel, { reads: [plan], writes: [], numbers: [columns.indexOf(own[0] as string), ...numbers(recipe)] });
  }
  return { plan, table };
}

/** The samples of all views: images 0..1, points as they are. */
function gathered(
  lane: WasmLane,
  { values, shape, pairOffset }: ResidentSamples,
  { plan, table, samples }: DrawnTable & { samples: tf.Tensor },
  { batchSize }: WasmDraw,
): tf.Tensor {
  const y = wasmOutput(lane, [table.shape[0] as number, 2 * batchSize, ...shape]);
  const kernel = values.dtype === "int32" ? "gatherBytes" : "gatherFloats";
  lane.run(kernel, { reads: [plan, values, samples], writes: [y], numbers: [pairOffset] });
  return y;
}

function neededStages(shape: readonly number[], { recipe, augmentations = ALL }: WasmRecipe): Stage[] {
  const work = augmentationWork(recipe, shape, augmentations);
  return stagesOf(augmentations).filter((stage) => stage.isNeeded(work));
}

function applyStage(
  lane: WasmLane,
  { y, plan }: { y: tf.Tensor; plan: tf.Tensor },
  stage: Stage,
  shape: readonly number[],
  { recipe, augmentations = ALL }: WasmRecipe,
): void {
  const work = augmentationWork(recipe, shape, augmentations);
  const columns = columnsOf(augmentations);
  for (const { kernel, columns: read, numbers, scratch } of kernelsOf(stage, work)) {
    const own = scratch ? [lane.scratch(scratch(imageShape(shape), work))] : [];
    const places = read.map((column) => columns.indexOf(column));
    lane.run(kernel, { reads: [plan], writes: [y, ...own], numbers: [...places, ...numbers(work)] });
    own[0]?.dispose();
  }
}

/** @throws where it has none */
function kernelsOf(stage: Stage, work: Work): readonly StageKernel[] {
  const kernels = stage.wasm?.(work);
  if (!kernels) throw new Error("A stage of the augmentations has no WebAssembly kernel.");
  return kernels;
}

/** Points are images of one row and one channel to what goes over their numbers. */
function imageShape([height = 1, width = 1, channels = 1]: readonly number[]): ImageShape {
  return [height, width, channels];
}
