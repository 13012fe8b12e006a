import * as tf from "@tensorflow/tfjs";
import { batchSizes, hasMixedBatches, learnerBatches } from "../config/batchSizes";
import type { ArmConfig, ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import { ruleOf, temperatureAt } from "../config/temperature";
import type { ParameterSpec } from "../models/types";
import type { Encoder, ForwardValues, Representations } from "../ops/encoder";
import { armsBesideKernels, composedArms } from "../ops/head";
import { LEARNED, LEARNED_TEMPERATURE } from "../ops/head/state";
import type { HeadArm } from "../ops/head/types";
import { copyEncoder, initialize, type Parameters } from "../ops/parameters/parameters";
import { LearnerCopy } from "./extraction/learnerCopy";
import { type BatchLabels, labelsFor, seesLabels, type TrainingLabels } from "./loss/batchLabels";
import { CLASSIFIER_TENSORS, classifierSpecs, scoresOf } from "./loss/classifier";
import { headArm } from "./loss/headArm";
import { LearnersLoss, type LossBatch, type LossTemperature, type LossWeights } from "./loss/learnersLoss";
import { CarriedState } from "./state/carriedState";
import { type CohortViews, cohortViews } from "./stateDict/names";
import { type Place, tensorPlace } from "./stateDict/places";

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
  private readonly loss: LearnersLoss;

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
    const { own, labels, carried } = this;
    const temperature: LossTemperature = (...now) => carried.temperatures?.effective(...now) ?? null;
    this.loss = new LearnersLoss({ encoder, arms, own, labels, temperature });
  }

  /** Whether a batch's samples have to be known beside its views. */
  get asksForSamples(): boolean {
    return this.labels !== null || this.arms.some(({ objective }) => objective.memory === "sample");
  }

  /**
   * Gradients of every learner's loss at the current weights, or at others, one [L, ...] tensor per parameter; what the
   * step measures goes to the sink, and so does what it leaves for later ones, if the sink takes it.
   *
   * @param batch its reading is made anew unless given
   * @param parameters one [L, ...] tensor per parameter
   * @param values of the encoder's forward pass
   */
  differentiate(
    { views, reading, ...batch }: Omit<LossBatch, "reading"> & Partial<Pick<LossBatch, "reading">>,
    parameters: tf.Tensor[] = this.parameters.tensors,
    values?: ForwardValues,
  ): tf.Tensor[] {
    return tf.tidy(() => {
      const read = reading ?? this.carried.read(views, null);
      const loss = this.loss.on({ ...batch, views, reading: read }, values);
      return tf.grads((...all) => loss(this.divide(all)))(parameters);
    });
  }

  /**
   * The losses of all arms but the first, for their learners [L - S] alone.
   * @param temperature tau of each of them, [L - S, 1, 1]
   */
  lossOfOthers(temperature: () => tf.Tensor3D): LearnersLoss {
    const { encoder, config } = this;
    const arms = this.arms.slice(1);
    const labels = arms.some(seesLabels) ? this.labels : null;
    return new LearnersLoss({ encoder, arms, own: this.own?.slice(config.seeds) ?? null, labels, temperature });
  }

  /** Objectives whose loss is not in the head's programs on this backend: where one of them is, the others stay fused. */
  get composedObjectives(): string[] {
    return composedArms(this.arms).map(({ objective }) => objective.id);
  }

  /** Arms, by their places, that are so beside the kernels of others; nothing where there are none. */
  get besideKernels(): { composed?: number[] } {
    const composed = armsBesideKernels(this.arms);
    return composed.length > 0 ? { composed } : {};
  }

  /** Features and embeddings of `input` [1 or S, N, ...] at the current weights and running statistics. */
  encode(input: tf.Tensor): Representations {
    return tf.tidy(() => {
      const { encoder: weights } = this.divide(this.parameters.tensors);
      const { features, embeddings } = this.encoder.forward(weights, input, this.carried.running.tensors);
      return { features, embeddings };
    });
  }

  /** Embeddings z of both views of each slice's batch, as the loss of an update sees them, [L, 2B, embeddingSize]; changes nothing. */
  embedBatch(views: tf.Tensor): tf.Tensor {
    return tf.tidy(() => {
      const { encoder: weights } = this.divide(this.parameters.tensors);
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
    const { encoder: weights } = this.divide(this.parameters.tensors);
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

  /** Parameters in the order of `parameters`, by what they are of. */
  divide(parameters: tf.Tensor[]): LossWeights {
    const count = this.encoder.parameters.length;
    const end = parameters.length - (this.labels ? CLASSIFIER_TENSORS : 0);
    return {
      encoder: parameters.slice(0, count),
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

/** The parameter of the learned numbers: the logarithm of the inverse temperature's factor, then the objectives' own. */
function learnedSpecs(config: ExperimentConfig, arms: readonly HeadArm[]): ParameterSpec[] {
  const own = Math.max(...arms.map(({ objective }) => objective.learned));
  const isNeeded = own > 0 || config.arms.some((arm) => ruleOf(config, arm) === "learned");
  const columns = LEARNED_TEMPERATURE + 1 + own;
  return isNeeded
    ? [{ name: LEARNED, shape: [1, columns], isExempt: true, isOfLoss: true, init: { kind: "zeros" } }]
    : [];
}
