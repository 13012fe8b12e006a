import { getBackend, util } from "@tensorflow/tfjs";
import { batchSlices, largestBatch as largestBatchOf, withBatchSize } from "../config/batchSizes";
import type { ExperimentConfig } from "../config/schema";
import type { Dataset } from "../data/types";
import { gpu } from "../engine/webgpu/gpu";
import { PlaygroundError } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import { parameterCount } from "../models";
import { objectiveOf } from "../objectives";
import type { Encoder } from "../ops/encoder";
import { texts } from "./errors";

const BYTES = 4;

/** A tensor of an experiment, in words, and its size in bytes. */
interface Need {
  what: Said;
  bytes: number;
}

/**
 * Throws where an experiment needs a tensor that the backend cannot hold, before anything is put there.
 * @param most bytes of a tensor
 * @throws PlaygroundError that names the tensor, and the largest batch or the fewest learners with which it would fit
 */
export function assertFits(config: ExperimentConfig, dataset: Dataset, encoder: Encoder, most: number): void {
  const tooLarge = needs(config, dataset, encoder).find(({ bytes }) => bytes > most);
  if (!tooLarge) return;
  const learners = config.arms.length * config.seeds;
  const batch = largestBatch(config, dataset, encoder, most);
  const fewer = config.queue.size > 0 ? texts.fewerLearnersOrKeys : texts.fewerLearners;
  const remedy = batch >= 2 ? say(texts.largestBatch, { batch }) : say(fewer, { learners });
  const about = { what: tooLarge.what, size: megabytes(tooLarge.bytes), most: megabytes(most), remedy };
  throw new PlaygroundError(say(texts.tooLarge, about));
}

/** The largest batch with which everything fits, by bisection, since every need grows with it or does not change; 0 without one. */
function largestBatch(config: ExperimentConfig, dataset: Dataset, encoder: Encoder, most: number): number {
  const fits = (batchSize: number) =>
    needs(withBatchSize(config, batchSize), dataset, encoder).every(({ bytes }) => bytes <= most);
  let [good, bad] = [0, largestBatchOf(config)];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function needs(config: ExperimentConfig, dataset: Dataset, encoder: Encoder): Need[] {
  const { seeds, arms, queue } = config;
  const learners = arms.length * seeds;
  const views = 2 * largestBatchOf(config);
  const sample = util.sizeFromShape(dataset.shape);
  return [
    { what: texts.similarities, bytes: BYTES * learners * views ** 2 },
    { what: texts.views, bytes: BYTES * batchSlices(config).length * views * sample },
    { what: texts.activations, bytes: BYTES * learners * views * encoder.largestActivation },
    { what: texts.patches, bytes: BYTES * learners * views * patches(encoder) },
    { what: texts.optimizer, bytes: 2 * BYTES * learners * parameterCount(encoder) },
    { what: texts.queueSimilarities, bytes: BYTES * learners * views * queue.size },
    { what: texts.queue, bytes: BYTES * learners * queue.size * encoder.embeddingSize },
    { what: texts.memory, bytes: memoryBytes(config, dataset) },
    { what: texts.data, bytes: residentBytes(dataset) },
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

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}
