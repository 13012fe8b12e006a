import * as tf from "@tensorflow/tfjs";
import type { StepBlock } from "../../engine/stepBlock";
import type { Encoder, ForwardValues } from "../../ops/encoder";
import { stepHead } from "../../ops/head";
import { labeledBatch } from "../../ops/head/state";
import type { HeadArm } from "../../ops/head/types";
import type { CarriedReading } from "../state/carriedState";
import type { StepSink } from "../stepSink";
import type { BatchLabels } from "./batchLabels";
import { scoresOf } from "./classifier";

/** What a batch is measured on. */
export interface LossBatch {
  /** Both views of each slice's batch, [S, 2B, ...]. */
  views: tf.Tensor;
  /** What the learners carry, as they see it on these views. */
  reading: CarriedReading;
  block: StepBlock;
  /** Gets what is measured, and what the batch leaves for later steps, if it takes that. */
  sink: StepSink;
}

/** What a loss is a function of, one [L, ...] tensor each. */
export interface LossWeights {
  encoder: tf.Tensor[];
  /** The learned numbers, [L, 1, LEARNED], where an arm learns any. */
  learned: tf.Tensor[];
  /** Weights [L, F, C] and bias [L, 1, C], where an arm sees labels. */
  classifier: tf.Tensor[];
}

/** tau of each learner, [L, 1, 1]; null where the block says it. */
export type LossTemperature = (block: StepBlock, learned: tf.Tensor3D | null) => tf.Tensor3D | null;

interface LossOptions {
  encoder: Encoder;
  /** Blocks of the learner axis, in order. */
  arms: readonly HeadArm[];
  /** Samples of each learner's batch; null where all have as many. */
  own: readonly number[] | null;
  /** Null where no arm sees labels. */
  labels: BatchLabels | null;
  temperature: LossTemperature;
}

/**
 * The loss of some arms' learners. They share no weights, so the gradient of the sum of their losses is each one's own. The head
 * works out its gradient with respect to z together with the metrics; the tape carries it back through the encoder.
 */
export class LearnersLoss {
  private readonly options: LossOptions;

  constructor(options: LossOptions) {
    this.options = options;
  }

  /** The sum of the losses on a batch, to be differentiated; nobody reads its value. @param values of the encoder's forward pass */
  on(batch: LossBatch, values?: ForwardValues): (weights: LossWeights) => tf.Tensor {
    const { encoder, own, labels } = this.options;
    const head = this.head(batch);
    return (weights) => {
      const { features, embeddings, observed } = encoder.forward(weights.encoder, batch.views, null, own, values);
      batch.sink.carried?.running.include(observed);
      const scores = labels ? scoresOf(features, weights.classifier) : [];
      return head(embeddings, ...weights.learned, ...scores);
    };
  }

  /** As a function of z, and of the learned numbers and the class scores where there are some. */
  private head({ block, sink, reading }: LossBatch) {
    const { arms } = this.options;
    const labels = this.options.labels && { labels: this.options.labels.values, samples: samplesOf(reading) };
    return tf.customGrad((...inputs) => {
      const save = inputs.pop() as tf.GradSaveFunc;
      const scores = labels && (inputs.pop() as tf.Tensor3D);
      const [z, learned = null] = inputs as tf.Tensor3D[];
      const temperature = this.options.temperature(block, learned);
      const { queue, memory } = reading;
      const labeled = labels && scores && labeledBatch(scores, labels);
      const state = { learned, memory, queue, labeled };
      const outcome = stepHead(z as tf.Tensor3D, { block, temperature }, arms, sink, state);
      const gradients = [outcome.gradient];
      if (outcome.learned) gradients.push(outcome.learned);
      if (outcome.ofScores) gradients.push(outcome.ofScores);
      sink.carried?.commit(outcome, reading, block);
      save(gradients);
      // Nobody reads the value of the sum, and it is differentiated with respect to itself: dy is 1.
      // A gradient that goes through no further operation would be disposed with the tape, hence the clones.
      const gradFunc = (_dy: tf.Tensor, saved: tf.Tensor[]) => saved.map((gradient) => gradient.clone());
      return { value: tf.scalar(0), gradFunc };
    });
  }
}

function samplesOf({ samples }: CarriedReading): tf.Tensor2D {
  if (samples) return samples;
  throw new Error("A loss of labels needs the samples of the batch.");
}
