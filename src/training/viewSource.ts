import * as tf from "@tensorflow/tfjs";
import { type AugmentationRecipe, augmentationRecipe } from "../augmentations/recipe";
import { type BatchSlice, batchSlices, largestBatch } from "../config/batchSizes";
import type { ExperimentConfig } from "../config/schema";
import type { Dataset } from "../data/types";
import { batchIndices } from "../engine/batchOrder";
import { PURPOSE, type Purpose } from "../engine/random";
import { StepBlock } from "../engine/stepBlock";
import { type WasmLane, wasm } from "../engine/wasm/lane";
import { type GpuBackend, gpu } from "../engine/webgpu/gpu";
import { PlaygroundError } from "../i18n/errors";
import { say } from "../i18n/message";
import { fusedViews, fusedViewsAndSamples, viewsOfBatch } from "../ops/augment";
import { packedToBackend, packedToLane } from "../ops/augment/resident";
import { hasKernels, wasmSamples, wasmViews } from "../ops/augment/wasm";
import { texts } from "./errors";
import type { TrainingLabels } from "./loss/batchLabels";

/** Micro-batches that one step's probe may draw; keeps the draws of neighboring steps apart. */
const MICRO_BATCHES_PER_STEP = 64;

/** What a batch is drawn for: its samples and their views. */
const DRAWS = {
  training: { order: PURPOSE.trainingOrder, purpose: PURPOSE.trainingViews },
  probe: { order: PURPOSE.probeOrder, purpose: PURPOSE.probeViews },
} as const;

/**
 * Where batches and their two views come from. Which samples are drawn and how they are augmented are functions of the seed and
 * the step, the same for every arm of one batch size. What is drawn lies in slices (config/batchSizes.ts): of one batch size, one
 * per seed, S; rows beyond a slice's own batch show its samples again and count for nothing. Of samples in pairs, each gives one of the two views, with nothing but noise added.
 */
export class ViewSource {
  /** n, samples that batches are drawn from. */
  readonly trainSamples: number;
  /** Of those samples; null where the data has none. */
  readonly labels: TrainingLabels | null;
  /** Whether labeled samples are kept for measuring, beside those that train. */
  readonly hasBank: boolean;
  private readonly drawer: Drawer;
  /** For views that are asked for by their step. */
  private readonly block: StepBlock;

  /** @throws PlaygroundError when the data set has fewer training samples than a batch */
  constructor(dataset: Dataset, config: ExperimentConfig) {
    const batchSize = largestBatch(config);
    assertFilled(dataset.train.count, batchSize);
    const { train, bank, classNames } = dataset;
    this.hasBank = bank !== undefined;
    this.trainSamples = train.count;
    this.labels = train.labels && { values: train.labels, classes: classNames.length };
    const recipe = augmentationRecipe(config.augmentation, dataset.shape);
    const draws = { recipe, slices: batchSlices(config), batchSize };
    this.block = new StepBlock(1);
    this.drawer = drawerOf(dataset, draws);
  }

  /** Both views of each slice's training batch at a step: [S, 2B, ...], first views in front. The caller disposes it. */
  views(step: number): tf.Tensor {
    return this.drawAt(step, "training");
  }

  /** The same for micro-batch r of the gradient probe at a step, drawn independently of the training batches. */
  probeViews(step: number, r: number): tf.Tensor {
    return this.drawAt(probeDraw(step, r), "probe");
  }

  /**
   * A batch at the block's step, in such a way that a recorded draw follows the block.
   * @param asksForSamples whether its samples are to be known beside its views
   */
  draw(block: StepBlock, what: keyof typeof DRAWS, asksForSamples = false): DrawnBatch {
    const { drawer } = this;
    const purposes = DRAWS[what];
    return asksForSamples
      ? drawer.drawWithSamples(block, purposes)
      : { views: drawer.draw(block, purposes), samples: null };
  }

  dispose(): void {
    this.drawer.dispose();
    this.block.dispose();
  }

  private drawAt(step: number, what: keyof typeof DRAWS): tf.Tensor {
    this.block.set({ step });
    return this.draw(this.block, what).views;
  }
}

/** Counter of the random draws of a step's r-th micro-batch. */
export function probeDraw(step: number, r: number): number {
  return step * MICRO_BATCHES_PER_STEP + r;
}

/** What one step sees. */
export interface DrawnBatch {
  /** Both views of each slice's batch, [S, 2B, ...]. */
  views: tf.Tensor;
  /** Which samples they show, int32 [S, B]; null where nobody asked. */
  samples: tf.Tensor2D | null;
}

interface Purposes {
  order: Purpose;
  purpose: Purpose;
}

interface Drawer {
  /** [S, 2B, ...] */
  draw(block: StepBlock, draw: Purposes): tf.Tensor;
  /** With the samples of each slice's batch, int32 [S, B]. */
  drawWithSamples(block: StepBlock, draw: Purposes): { views: tf.Tensor; samples: tf.Tensor2D };
  dispose(): void;
}

interface Draws {
  recipe: AugmentationRecipe;
  slices: BatchSlice[];
  /** B, the largest of their batches. */
  batchSize: number;
}

/** By kernels where all that the recipe asks for has some. */
function drawerOf(dataset: Dataset, draws: Draws): Drawer {
  const [backend, lane] = [gpu(), wasm()];
  if (backend) return fusedDrawer(backend, dataset, draws);
  return lane && hasKernels(dataset.shape, draws) ? wasmDrawer(lane, dataset, draws) : referenceDrawer(dataset, draws);
}

/** On the GPU alone, images as bytes. */
function fusedDrawer(backend: GpuBackend, { train, shape }: Dataset, { recipe, slices, batchSize }: Draws): Drawer {
  const resident = packedToBackend(backend, train, shape);
  const numbers = tf.tensor1d(
    Int32Array.from(slices, ({ seed }) => seed),
    "int32",
  );
  const own = slices.map((slice) => slice.batchSize);
  const from = (block: StepBlock) => ({
    seeds: numbers,
    block: block.tensor,
    learners: block.learners,
    batchSize,
    own,
  });
  return {
    draw: (block, purposes) => fusedViews(backend, resident, recipe, { ...from(block), ...purposes }),
    drawWithSamples: (block, purposes) =>
      fusedViewsAndSamples(backend, resident, recipe, { ...from(block), ...purposes }),
    dispose: () => tf.dispose([resident.values, numbers]),
  };
}

/** In WebAssembly's memory alone, images as bytes. */
function wasmDrawer(lane: WasmLane, { train, shape }: Dataset, { recipe, slices, batchSize }: Draws): Drawer {
  const resident = packedToLane(lane, train, shape);
  const numbers = slices.flatMap(({ seed, batchSize }) => [seed, batchSize]);
  const drawn = tf.tensor2d(Int32Array.from(numbers), [slices.length, 2], "int32");
  const from = (block: StepBlock) => ({ slices: drawn, block: block.tensor, batchSize });
  const draw: Drawer["draw"] = (block, purposes) =>
    wasmViews(lane, resident, { recipe }, { ...from(block), ...purposes });
  return {
    draw,
    drawWithSamples: (block, purposes) => ({
      views: draw(block, purposes),
      samples: wasmSamples(lane, train.count, { ...from(block), ...purposes }),
    }),
    dispose: () => tf.dispose([resident.values, drawn]),
  };
}

/** Drawn in JavaScript, made by TensorFlow.js operations, on any backend. */
function referenceDrawer({ train, shape }: Dataset, { recipe, slices, batchSize }: Draws): Drawer {
  const seeds = slices.map(({ seed }) => seed);
  const own = slices.map((slice) => slice.batchSize);
  const indicesAt = (step: number, order: Purpose) => {
    const indices = new Int32Array(slices.length * batchSize);
    slices.forEach((slice, s) => {
      const samples = batchIndices({ ...slice, step, count: train.count, purpose: order });
      for (let slot = 0; slot < batchSize; slot++) indices[s * batchSize + slot] = samples[slot % samples.length] ?? 0;
    });
    return indices;
  };
  const draw: Drawer["draw"] = ({ values: { step } }, { order, purpose }) =>
    viewsOfBatch(train, shape, recipe, { seeds, step, purpose, own, indices: indicesAt(step, order) });
  return {
    draw,
    drawWithSamples: (block, purposes) => ({
      views: draw(block, purposes),
      samples: tf.tensor2d(indicesAt(block.values.step, purposes.order), [slices.length, batchSize], "int32"),
    }),
    dispose: () => undefined,
  };
}

/** Said before anything is put on the backend: the first draw would say it too late. */
function assertFilled(count: number, batchSize: number): void {
  if (batchSize <= count) return;
  throw new PlaygroundError(say(texts.fewSamples, { batchSize, count }));
}
