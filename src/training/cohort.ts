import * as tf from "@tensorflow/tfjs";
import { batchSizes, hasMixedBatches, learnerBatches } from "../config/batchSizes";
import type { ArmConfig, ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import { ruleOf, temperatureAt } from "../config/temperature";
import type { StepBlock } from "../engine/stepBlock";
import type { ParameterSpec } from "../models/types";
import type { Encoder, Representations } from "../ops/encoder";
import { composedArms, stepHead } from "../ops/head";
import { LEARNED, LEARNED_TEMPERATURE } from "../ops/head/state";
import type { HeadArm } from "../ops/head/types";
import { copyEncoder, initialize, type Parameters } from "../ops/parameters/parameters";
import { type BatchLabels, labelsFor, type TrainingLabels } from "./batchLabels";
import { CLASSIFIER_TENSORS, classifierSpecs, scoresOf } from "./classifier";
import { LearnerCopy } from "./extraction/learnerCopy";
import { headArm } from "./headArm";
import { type CarriedReading, CarriedState } from "./state/carriedState";
import { type CohortViews, cohortViews } from "./stateDict/names";
import { type Place, tensorPlace } from "./stateDict/places";
import type { StepSink } from "./stepSink";

/** What learners have to know of the training split. */
interface TrainingFacts {
  /** n, its samples. */
  trainSamples: number;
  /** Null where the data has none. */
  labels: TrainingLabels | null;
  /** Whether labeled samples are kept for measuring. */
  hasBank?: boolean;
}

/** For learners whose objectives ask for neither. */
const NO_FACTS: TrainingFacts = { trainSamples: 0, labels: null };

/**
 * All learners of an experiment, advancing in lock-step: arms x seeds, arm-major (learner = arm * S + seed), every
 * parameter one tensor with the learner axis in front. Learners of one seed start from the same weights.
 */
export class Cohort {
  readonly learners: number;
  /**
   * Those of the encoder; then the learned numbers, [L, 1, LEARNED], where an arm learns any; then weights [L, F, C] and
   * bias [L, 1, C] of a classifier, where an arm sees labels.
   */
  readonly parameters: Parameters;
  /** As it is now (`change`). */
  config: ExperimentConfig;
  readonly carried: CarriedState;
  /** What its tensors are called in a state dict. */
  readonly views: CohortViews;
  private readonly encoder: Encoder;
  private readonly arms: HeadArm[];
  /** Samples of each learner's batch; null where all have as many. */
  private readonly own: readonly number[] | null;
  /** Null where no arm sees labels. */
  private readonly labels: BatchLabels | null;

  /**
   * @param seeds one number per seed, the source of its initial weights
   * @param training the training split: some objectives keep a number of each sample, some see its label
   * @throws Error where an arm is trained with labels and there are none
   */
  constructor(encoder: Encoder, config: ExperimentConfig, seeds: number[], training = NO_FACTS) {
    this.encoder = encoder;
    this.config = config;
    this.learners = config.arms.length * seeds.length;
    this.own = learnerBatches(config);
    this.arms = headArms(config, seeds.length);
    this.labels = labelsFor(this.arms, training);
    const ofClassifier = this.labels ? classifierSpecs(encoder.featureSize, this.labels.classes) : [];
    const learned = learnedSpecs(config, this.arms);
    const specs = [...encoder.parameters, ...learned, ...ofClassifier];
    this.parameters = initialize({ parameters: specs }, seeds, config.arms.length);
    this.views = cohortViews(encoder, { learned: learned[0]?.shape[1] ?? 0, classes: this.labels?.classes ?? 0 });
    const { arms, parameters } = this;
    const { trainSamples } = training;
    this.carried = new CarriedState({ encoder, config, seeds, arms, parameters, trainSamples });
  }

  /** Whether a batch's samples have to be known beside its views. */
  get asksForSamples(): boolean {
    return this.labels !== null || this.arms.some(({ objective }) => objective.memory === "sample");
  }

  /**
   * Gradients of every learner's loss at the current weights, or at others, one [L, ...] tensor per parameter; what the
   * step measures goes to the sink, and so does what it leaves for later ones, if the sink takes it. The learners share no
   * weights, so the gradient of the sum of their losses is each one's own. The head works out its gradient with respect to
   * z together with the metrics; the tape carries it back through the encoder.
   *
   * @param views both views of each slice's batch, [S, 2B, ...]
   * @param parameters one [L, ...] tensor per parameter
   * @param reading what the learners carry, as they see it on these views; read anew unless given
   */
  differentiate(
    views: tf.Tensor,
    block: StepBlock,
    sink: StepSink,
    parameters: tf.Tensor[] = this.parameters.tensors,
    reading?: CarriedReading,
  ): tf.Tensor[] {
    return tf.tidy(() => {
      const read = reading ?? this.carried.read(views, null);
      const loss = this.lossOf(block, sink, read);
      const objective = (...all: tf.Tensor[]) => {
        const { weights, learned, classifier } = this.divide(all);
        const { features, embeddings, observed } = this.encoder.forward(weights, views, null, this.own);
        sink.carried?.running.include(observed);
        return loss(embeddings, ...learned, ...scoresOf(features, classifier));
      };
      return tf.grads(objective)(parameters);
    });
  }

  /** Objectives whose loss is not in the head's programs on this backend: where one of them is, the others stay fused. */
  get composedObjectives(): string[] {
    return composedArms(this.arms).map(({ objective }) => objective.id);
  }

  /** Features and embeddings of `input` [1 or S, N, ...] at the current weights and running statistics. */
  encode(input: tf.Tensor): Representations {
    return tf.tidy(() => {
      const { weights } = this.divide(this.parameters.tensors);
      const { features, embeddings } = this.encoder.forward(weights, input, this.carried.running.tensors);
      return { features, embeddings };
    });
  }

  /** Embeddings z of both views of each slice's batch, as the loss of an update sees them, [L, 2B, embeddingSize]; changes nothing. */
  embedBatch(views: tf.Tensor): tf.Tensor {
    return tf.tidy(() => {
      const { weights } = this.divide(this.parameters.tensors);
      return this.encoder.forward(weights, views, null, this.own).embeddings;
    });
  }

  /** Most numbers that one sample takes up between two layers of all learners. */
  get largestActivation(): number {
    return this.learners * this.encoder.largestActivation;
  }

  /** Temperature of each learner that the config says for a step. */
  temperaturesAt(step: number): number[] {
    return this.perLearner((arm) => temperatureAt(this.config, arm, step));
  }

  /** One value per learner from one per arm. */
  perLearner(value: (arm: ArmConfig) => number): number[] {
    const { arms, seeds } = this.config;
    return arms.flatMap((arm) => new Array<number>(seeds).fill(value(arm)));
  }

  /**
   * Class scores of `input` [1 or S, N, ...] at the current weights, [L, N, C].
   * @throws Error where no arm sees labels
   */
  classify(input: tf.Tensor): tf.Tensor3D {
    const { classifier } = this.divide(this.parameters.tensors);
    return tf.tidy(() => {
      const [scores] = scoresOf(this.encode(input).features, classifier);
      if (!scores) throw new Error("Learners without an arm that sees labels have no classifier.");
      return scores;
    });
  }

  /**
   * Learners of another experiment on the same encoder, as many as these, which begin with the weights and running
   * statistics that these have now. The caller disposes them.
   * @throws as the constructor
   */
  successors(config: ExperimentConfig, training: TrainingFacts): Cohort {
    const next = new Cohort(this.encoder, config, seedNumbers(config), training);
    copyEncoder(this.parameters, next.parameters);
    next.carried.running.copy(this.carried.running);
    return next;
  }

  /** One learner's encoder as it is now, which no later step changes; the caller disposes it. */
  copyOf(learner: number): Promise<LearnerCopy> {
    const { weights } = this.divide(this.parameters.tensors);
    return LearnerCopy.read(this.encoder, learner, { weights, running: this.carried.running.tensors });
  }

  /** Where its parameters and all that it carries lie. */
  get places(): Place[] {
    const learners = { from: 0, count: this.learners };
    const parameters = this.parameters.tensors.map((tensor, p) =>
      tensorPlace(tensor, { prefix: "", learners, views: this.views.parameters[p] ?? [] }),
    );
    return [...parameters, ...this.carried.places(this.views)];
  }

  dispose(): void {
    this.labels?.dispose();
    this.carried.dispose();
    this.parameters.dispose();
  }

  /** The loss of all learners, as a function of z, and of the learned numbers and the class scores where there are some. */
  private lossOf(block: StepBlock, sink: StepSink, reading: CarriedReading) {
    const labels = this.labels && { labels: this.labels.values, samples: samplesOf(reading) };
    const { temperatures } = this.carried;
    return tf.customGrad((...inputs) => {
      const save = inputs.pop() as tf.GradSaveFunc;
      const scores = labels && (inputs.pop() as tf.Tensor3D);
      const [z, learned = null] = inputs as tf.Tensor3D[];
      const temperature = temperatures?.effective(block, learned) ?? null;
      const { queue, memory } = reading;
      const labeled = labels && scores && { ...labels, scores };
      const state = { learned, memory, queue, labeled };
      const outcome = stepHead(z as tf.Tensor3D, { block, temperature }, this.arms, sink, state);
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

  private divide(parameters: tf.Tensor[]): Record<"weights" | "learned" | "classifier", tf.Tensor[]> {
    const count = this.encoder.parameters.length;
    const end = parameters.length - (this.labels ? CLASSIFIER_TENSORS : 0);
    return {
      weights: parameters.slice(0, count),
      learned: parameters.slice(count, end),
      classifier: parameters.slice(end),
    };
  }
}

/** The learners of every arm; with their batch size where arms differ in it. */
function headArms(config: ExperimentConfig, seeds: number): HeadArm[] {
  const sizes = hasMixedBatches(config) ? batchSizes(config) : [];
  return config.arms.map((arm, index) => ({ ...headArm(arm, seeds), batchSize: sizes[index] }));
}

function samplesOf({ samples }: CarriedReading): tf.Tensor2D {
  if (samples) return samples;
  throw new Error("A loss of labels needs the samples of the batch.");
}

/** The parameter of the learned numbers: the logarithm of the inverse temperature's factor, then the objectives' own. */
function learnedSpecs(config: ExperimentConfig, arms: readonly HeadArm[]): ParameterSpec[] {
  const own = Math.max(...arms.map(({ objective }) => objective.learned));
  const isNeeded = own > 0 || config.arms.some((arm) => ruleOf(config, arm) === "learned");
  const columns = LEARNED_TEMPERATURE + 1 + own;
  return isNeeded
    ? [{ name: LEARNED, shape: [1, columns], isExempt: true, isOfLoss: true, init: { kind: "zeros" } }]
    : [];
}
