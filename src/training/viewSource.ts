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
import { fusedSamples, fusedViews, viewsOfBatch } from "../ops/augment";
import { packedToBackend, packedToLane } from "../ops/augment/resident";
import { hasKernels, wasmSamples, wasmViews } from "../ops/augment/wasm";
import type { TrainingLabels } from "./batchLabels";
import { texts } from "./errors";

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

  /** Views at the block's step, in such a way that a recorded draw follows the block. */
  draw(block: StepBlock, what: keyof typeof DRAWS): tf.Tensor {
    return this.drawer.draw(block, DRAWS[what]);
  }

  /** Which samples the batches of `draw` have: int32 [S, B]. */
  samples(block: StepBlock, what: keyof typeof DRAWS): tf.Tensor2D {
    return this.drawer.samples(block, DRAWS[what].order);
  }

  dispose(): void {
    this.drawer.dispose();
    this.block.dispose();
  }

  private drawAt(step: number, what: keyof typeof DRAWS): tf.Tensor {
    this.block.set({ step });
    return this.draw(this.block, what);
  }
}

/** Counter of the random draws of a step's r-th micro-batch. */
export function probeDraw(step: number, r: number): number {
  return step * MICRO_BATCHES_PER_STEP + r;
}

interface Drawer {
  draw(block: StepBlock, draw: { order: Purpose; purpose: Purpose }): tf.Tensor;
  samples(block: StepBlock, order: Purpose): tf.Tensor2D;
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
  // The WebAssembly kernels fill every row of a slice with its own batch.
  const areEven = draws.slices.every(({ batchSize }) => batchSize === draws.batchSize);
  return lane && areEven && hasKernels(dataset.shape, draws)
    ? wasmDrawer(lane, dataset, draws)
    : referenceDrawer(dataset, draws);
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
    samples: (block, order) => fusedSamples(backend, train.count, { ...from(block), order }),
    dispose: () => tf.dispose([resident.values, numbers]),
  };
}

/** In WebAssembly's memory alone, images as bytes. */
function wasmDrawer(lane: WasmLane, { train, shape }: Dataset, { recipe, slices, batchSize }: Draws): Drawer {
  const resident = packedToLane(lane, train, shape);
  const numbers = slices.flatMap(({ seed, batchSize }) => [seed, batchSize]);
  const drawn = tf.tensor2d(Int32Array.from(numbers), [slices.length, 2], "int32");
  const from = (block: StepBlock) => ({ slices: drawn, block: block.tensor, batchSize });
  return {
    draw: (block, purposes) => wasmViews(lane, resident, { recipe }, { ...from(block), ...purposes }),
    samples: (block, order) => wasmSamples(lane, train.count, { ...from(block), order }),
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
  return {
    draw: ({ values: { step } }, { order, purpose }) =>
      viewsOfBatch(train, shape, recipe, { seeds, step, purpose, own, indices: indicesAt(step, order) }),
    samples: ({ values: { step } }, order) => tf.tensor2d(indicesAt(step, order), [slices.length, batchSize], "int32"),
    dispose: () => undefined,
  };
}

/** Said before anything is put on the backend: the first draw would say it too late. */
function assertFilled(count: number, batchSize: number): void {
  if (batchSize <= count) return;
  throw new PlaygroundError(say(texts.fewSamples, { batchSize, count }));
}
