import { getBackend, util } from "@tensorflow/tfjs";
import type { ExperimentConfig } from "../config/schema";
import type { Dataset } from "../data/types";
import { gpu } from "../engine/webgpu/gpu";
import { parameterCount } from "../models";
import { objectiveOf } from "../objectives";
import type { Encoder } from "../ops/encoder";

const BYTES = 4;

/** A tensor of an experiment, in words, and its size in bytes. */
interface Need {
  what: string;
  bytes: number;
}

/**
 * Throws where an experiment needs a tensor that the backend cannot hold, before anything is put there.
 * @param most bytes of a tensor
 * @throws Error that names the tensor, and the largest batch or the fewest learners with which it would fit
 */
export function assertFits(config: ExperimentConfig, dataset: Dataset, encoder: Encoder, most: number): void {
  const tooLarge = needs(config, dataset, encoder).find(({ bytes }) => bytes > most);
  if (!tooLarge) return;
  const learners = config.arms.length * config.seeds;
  const batch = largestBatch(config, dataset, encoder, most);
  const remedy =
    batch >= 2
      ? `The largest batch size that fits is ${batch}.`
      : `Take fewer seeds or arms (there are ${learners} learners), fewer samples, ${config.queue.size > 0 ? "a shorter queue, " : ""}or a smaller encoder.`;
  throw new Error(
    `${tooLarge.what} would take up ${megabytes(tooLarge.bytes)}, but this device holds at most ${megabytes(most)} in one piece. ${remedy}`,
  );
}

/** The largest batch with which everything fits, by bisection, since every need grows with it or does not change; 0 without one. */
function largestBatch(config: ExperimentConfig, dataset: Dataset, encoder: Encoder, most: number): number {
  const fits = (batchSize: number) =>
    needs({ ...config, batchSize }, dataset, encoder).every(({ bytes }) => bytes <= most);
  let [good, bad] = [0, config.batchSize];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function needs(config: ExperimentConfig, dataset: Dataset, encoder: Encoder): Need[] {
  const { batchSize, seeds, arms, queue } = config;
  const learners = arms.length * seeds;
  const views = 2 * batchSize;
  const sample = util.sizeFromShape(dataset.shape);
  return [
    { what: "The similarities of a batch", bytes: BYTES * learners * views ** 2 },
    { what: "The views of a batch", bytes: BYTES * seeds * views * sample },
    { what: "The activations of a batch", bytes: BYTES * learners * views * encoder.largestActivation },
    { what: "The patches of a convolution", bytes: BYTES * learners * views * patches(encoder) },
    { what: "The optimiser's memory", bytes: 2 * BYTES * learners * parameterCount(encoder) },
    { what: "The similarities to the queue", bytes: BYTES * learners * views * queue.size },
    { what: "The queue of keys", bytes: BYTES * learners * queue.size * encoder.embeddingSize },
    { what: "The memory of an objective", bytes: memoryBytes(config, dataset) },
    { what: "The training data", bytes: residentBytes(dataset) },
  ];
}

/** Numbers of a sample's patches: the fused kernels and WASM convolve without writing them out for all learners. */
function patches({ largestPatches }: Encoder): number {
  return gpu() || getBackend() === "wasm" ? 0 : largestPatches;
}

/** A number per learner, view and sample; each arm has a tensor of its own. */
function memoryBytes({ arms, seeds }: ExperimentConfig, { train }: Dataset): number {
  const isNeeded = arms.some((arm) => objectiveOf(arm.objective).memory === "sample");
  return isNeeded ? 2 * BYTES * seeds * train.count : 0;
}

/** The fused kernels have all samples at hand, images as bytes; the others, those of a batch. */
function residentBytes({ train }: Dataset): number {
  return gpu() ? train.values.byteLength + (train.second?.byteLength ?? 0) : 0;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString("en")} MB`;
}
