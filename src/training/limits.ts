import { getBackend, util } from "@tensorflow/tfjs";
import { batchSlices, largestBatch as largestBatchOf, withBatchSize } from "../config/batchSizes";
import type { ExperimentConfig } from "../config/schema";
import type { Dataset } from "../data/types";
import { largestTensor, mostMemory } from "../engine/backend";
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

/** Bytes up to which an experiment is made that nobody has asked for, such as that of a link: 512 MB. */
const MOST_UNASKED = 2 ** 29;

/**
 * Throws where an experiment does not fit the current backend, before anything is put there.
 * @param isUnasked it is a link's or the page's own, and nobody has pressed Play
 * @throws PlaygroundError that says how much it would take up, and with what it would fit; `largeUnasked` where it only has to be asked for
 */
export function assertRoom(config: ExperimentConfig, dataset: Dataset, encoder: Encoder, isUnasked = false): void {
  assertFits(config, dataset, encoder, largestTensor());
  assertTotalFits(config, dataset, encoder, mostMemory());
  const bytes = totalBytes(config, dataset, encoder);
  if (isUnasked && bytes > MOST_UNASKED) throw new PlaygroundError(say(texts.largeUnasked, { size: megabytes(bytes) }));
}

/**
 * Throws where all tensors of an experiment together are more than the backend can hold.
 * @param most bytes of all
 * @throws PlaygroundError with the largest batch or the fewest learners with which it would fit
 */
export function assertTotalFits(config: ExperimentConfig, dataset: Dataset, encoder: Encoder, most: number): void {
  const total = (batchSize: number) => totalBytes(withBatchSize(config, batchSize), dataset, encoder);
  const bytes = totalBytes(config, dataset, encoder);
  if (bytes <= most) return;
  const batch = largestBatch(config, (batchSize) => total(batchSize) <= most);
  const about = { size: megabytes(bytes), most: megabytes(most), remedy: remedyOf(config, batch) };
  throw new PlaygroundError(say(texts.tooLargeInAll, about));
}

/**
 * Throws where an experiment needs a tensor that the backend cannot hold, before anything is put there.
 * @param most bytes of a tensor
 * @throws PlaygroundError that names the tensor, and the largest batch or the fewest learners with which it would fit
 */
export function assertFits(config: ExperimentConfig, dataset: Dataset, encoder: Encoder, most: number): void {
  const tooLarge = needs(config, dataset, encoder).find(({ bytes }) => bytes > most);
  if (!tooLarge) return;
  const fits = (batchSize: number) =>
    needs(withBatchSize(config, batchSize), dataset, encoder).every(({ bytes }) => bytes <= most);
  const remedy = remedyOf(config, largestBatch(config, fits));
  const about = { what: tooLarge.what, size: megabytes(tooLarge.bytes), most: megabytes(most), remedy };
  throw new PlaygroundError(say(texts.tooLarge, about));
}

/** What would help. @param batch the largest with which it fits */
function remedyOf({ arms, seeds, queue }: ExperimentConfig, batch: number): Said {
  const fewer = queue.size > 0 ? texts.fewerLearnersOrKeys : texts.fewerLearners;
  return batch >= 2 ? say(texts.largestBatch, { batch }) : say(fewer, { learners: arms.length * seeds });
}

/** The largest batch with which everything fits, by bisection, since every need grows with it or does not change; 0 without one. */
function largestBatch(config: ExperimentConfig, fits: (batchSize: number) => boolean): number {
  let [good, bad] = [0, largestBatchOf(config)];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Copies of a learner that training holds: weights, their gradient, and the two moments of the largest optimizers. */
const COPIES = 4;
/** What is kept between two layers, and its gradient. */
const PASSES = 2;
/** Matrices of a batch's similarities that a loss works on at a time. */
const MATRICES = 3;

/** An estimate of all that an experiment takes up while a step is trained, in bytes. */
function totalBytes(config: ExperimentConfig, dataset: Dataset, encoder: Encoder): number {
  const { seeds, arms, queue } = config;
  const learners = arms.length * seeds;
  const views = 2 * largestBatchOf(config);
  const perView = PASSES * encoder.activations + MATRICES * (views + queue.size) + patches(encoder);
  const perLearner = COPIES * parameterCount(encoder) + views * perView + queue.size * encoder.embeddingSize;
  const memories = arms.length * memoryBytes(config, dataset);
  return BYTES * learners * perLearner + memories + dataset.train.values.byteLength;
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
