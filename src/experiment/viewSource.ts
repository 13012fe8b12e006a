import type * as tf from "@tensorflow/tfjs";
import { type AugmentationRecipe, augmentationRecipe } from "../data/augmentation";
import { toBackend } from "../data/resident";
import type { Dataset } from "../data/types";
import { augmentedViews } from "../data/views";
import { batchIndices } from "../engine/batchOrder";
import { PURPOSE } from "../engine/random";
import type { StepBlock } from "../engine/stepBlock";
import type { ExperimentConfig } from "./config";
import { seedNumbers } from "./seeds";

/** Micro-batches that one step's probe may draw; keeps the draws of neighbouring steps apart. */
const MICRO_BATCHES_PER_STEP = 64;

/**
 * Where batches and their two views come from. The training split lives on the backend; which samples are drawn and
 * how they are augmented are functions of the seed and the step, the same for every arm.
 */
export class ViewSource {
  private readonly resident: tf.Tensor;
  private readonly recipe: AugmentationRecipe;
  private readonly seeds: number[];
  private readonly batchSize: number;

  /** @throws when the data set has fewer training samples than a batch */
  constructor(dataset: Dataset, config: ExperimentConfig) {
    assertFilled(dataset.train.count, config.batchSize);
    this.seeds = seedNumbers(config);
    this.batchSize = config.batchSize;
    this.recipe = augmentationRecipe(config.augmentation);
    this.resident = toBackend(dataset.train, dataset.shape);
  }

  /** Both views of each seed's training batch at a step: [S, 2B, ...], first views in front. */
  views(step: number): tf.Tensor {
    return this.drawAt(step, "training");
  }

  /** The same for micro-batch r of the gradient probe at a step, drawn independently of the training batches. */
  probeViews(step: number, r: number): tf.Tensor {
    return this.drawAt(probeDraw(step, r), "probe");
  }

  /** Views at the block's step, by what a recorded step may use: nothing but the block changes between replays. */
  draw(block: StepBlock, kind: DrawKind): tf.Tensor {
    return this.drawAt(block.values.step, kind);
  }

  dispose(): void {
    this.resident.dispose();
  }

  private drawAt(step: number, kind: DrawKind): tf.Tensor {
    const { seeds, batchSize } = this;
    const { order, purpose } = PURPOSES[kind];
    const indices = new Int32Array(seeds.length * batchSize);
    const count = this.resident.shape[0] as number;
    seeds.forEach((seed, s) => {
      indices.set(batchIndices({ seed, step, batchSize, count, purpose: order }), s * batchSize);
    });
    return augmentedViews(this.resident, this.recipe, { seeds, step, purpose, indices });
  }
}

/** Counter of the random draws of a step's r-th micro-batch. */
export function probeDraw(step: number, r: number): number {
  return step * MICRO_BATCHES_PER_STEP + r;
}

type DrawKind = "training" | "probe";

const PURPOSES = {
  training: { order: PURPOSE.trainingOrder, purpose: PURPOSE.trainingViews },
  probe: { order: PURPOSE.probeOrder, purpose: PURPOSE.probeViews },
} as const;

/** Said before anything is put on the backend: the first draw would say it too late. */
function assertFilled(count: number, batchSize: number): void {
  if (batchSize <= count) return;
  throw new Error(
    `A batch of ${batchSize} samples cannot be drawn from ${count} training samples: choose a batch size of at most ${count}.`,
  );
}
