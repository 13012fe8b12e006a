import * as tf from "@tensorflow/tfjs";
import type { ExperimentConfig } from "../../config/schema";
import type { Dataset, Split } from "../../data/types";
import { readAndDispose } from "../../engine/readAndDispose";
import { type MetricIdFrom, metricsFrom } from "../../metrics";
import { heldOutSamples } from "../../metrics/math/heldOut";
import type { Classification } from "../../metrics/types";
import { encoderInput, toBackend } from "../../ops/augment/resident";
import type { Cohort } from "../cohort";

/** Held-out quality of each learner, [L]; the accuracies are NaN where the data has no labels. */
export type EvaluationResult = Record<MetricIdFrom<"heldOut">, Float32Array>;

/** Embeddings z of some samples, learner by learner, read back from the backend. */
export interface EmbeddedSamples {
  embeddings: Float32Array[];
  embeddingSize: number;
}

/** The same with features h. */
export interface EncodedSamples extends EmbeddedSamples {
  features: Float32Array[];
  featureSize: number;
}

/** What samples can be encoded with: all learners of a cohort, or one of them. */
export type Encoding = Pick<Cohort, "encode" | "largestActivation">;

/** Samples per forward pass at most, and the numbers that the activations of all learners may take up. */
const CHUNK = 250;
const ACTIVATIONS = 2 ** 24;

/** Samples that are encoded at once. */
export function chunkSize({ largestActivation }: Encoding): number {
  return Math.max(1, Math.min(CHUNK, Math.floor(ACTIVATIONS / largestActivation)));
}

/** A fixed part of a split, resident on the backend, for measuring learners at their current weights. */
export class EvaluationSet {
  readonly labels: Uint8Array | null;
  readonly count: number;
  private readonly samples: tf.Tensor;

  /** @param indices the samples of the split that belong to the set */
  constructor(split: Split, shape: number[], indices: Int32Array) {
    this.count = indices.length;
    this.labels = split.labels && Uint8Array.from(indices, (index) => split.labels?.[index] ?? 0);
    this.samples = toBackend(split, shape, indices);
  }

  /** Encodes all samples, without augmentation, with every learner. */
  async encode(cohort: Encoding): Promise<EncodedSamples> {
    const { features, embeddings } = this.forward(cohort, this.count);
    const [featureValues, embeddingValues] = await Promise.all([perLearner(features), perLearner(embeddings)]);
    const [featureSize, embeddingSize] = [features.shape[2] as number, embeddings.shape[2] as number];
    return { features: featureValues, featureSize, embeddings: embeddingValues, embeddingSize };
  }

  /** Embeds the first `limit` samples; reads nothing else back. */
  async embed(cohort: Cohort, limit: number): Promise<EmbeddedSamples> {
    const embeddings = tf.tidy(() => this.forward(cohort, Math.min(limit, this.count)).embeddings);
    return { embeddings: await perLearner(embeddings), embeddingSize: embeddings.shape[2] as number };
  }

  /** Class scores of all samples by each learner's classifier, without augmentation: [count, C] per learner. */
  async classify(cohort: Cohort): Promise<Float32Array[]> {
    const scores = tf.tidy(() =>
      tf.concat(
        this.inChunks(cohort, this.count, (input) => cohort.classify(input)),
        1,
      ),
    );
    return perLearner(scores);
  }

  dispose(): void {
    this.samples.dispose();
  }

  /** What `apply` makes of the first samples, a part of them at a time. */
  private inChunks<T>(cohort: Encoding, count: number, apply: (input: tf.Tensor) => T): T[] {
    const size = chunkSize(cohort);
    return Array.from({ length: Math.ceil(count / size) }, (_, chunk) => {
      const from = chunk * size;
      const samples = tf.slice(this.samples, from, Math.min(size, count - from));
      return apply(encoderInput(samples).expandDims(0));
    });
  }

  private forward(cohort: Encoding, count: number): { features: tf.Tensor; embeddings: tf.Tensor } {
    return tf.tidy(() => {
      const chunks = this.inChunks(cohort, count, (input) => cohort.encode(input));
      const joined = (pick: "features" | "embeddings") =>
        tf.concat(
          chunks.map((chunk) => chunk[pick]),
          1,
        );
      return { features: joined("features"), embeddings: joined("embeddings") };
    });
  }
}

/**
 * Every metric of held-out samples, at the current weights: accuracies on the features h, ranks on the embeddings z.
 *
 * @param bank labeled samples, which kNN and the probe may use
 * @param queries held-out samples, on which everything is measured
 */
export async function evaluate(
  cohort: Cohort,
  bank: EvaluationSet,
  queries: EvaluationSet,
  dataset: Dataset,
  options: ExperimentConfig["evaluation"],
): Promise<EvaluationResult> {
  const known = await bank.encode(cohort);
  const held = await queries.encode(cohort);
  const task = (learner: number): Classification | null =>
    bank.labels &&
    queries.labels && {
      bank: known.features[learner] as Float32Array,
      bankLabels: bank.labels,
      queries: held.features[learner] as Float32Array,
      queryLabels: queries.labels,
      dimension: known.featureSize,
      classes: dataset.classNames.length,
    };
  const samples = held.embeddings.map((embeddings, learner) =>
    heldOutSamples(embeddings, held.embeddingSize, task(learner)),
  );
  const columns = metricsFrom("heldOut").map(({ id, measure }) => [
    id,
    Float32Array.from(samples, (own) => measure(own, options)),
  ]);
  return Object.fromEntries(columns) as EvaluationResult;
}

/** Reads [L, ...] back, one array per learner, and disposes it. */
async function perLearner(tensor: tf.Tensor): Promise<Float32Array[]> {
  const values = (await readAndDispose(tensor)) as Float32Array;
  const learners = tensor.shape[0] as number;
  const length = values.length / learners;
  return Array.from({ length: learners }, (_, l) => values.subarray(l * length, (l + 1) * length));
}
