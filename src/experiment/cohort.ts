import * as tf from "@tensorflow/tfjs";
import { initialise, type Parameters } from "../engine/parameters";
import type { StepBlock } from "../engine/stepBlock";
import { gpu, gradientOutput } from "../kernels/gpu";
import { copyInto } from "../kernels/inPlace";
import type { Encoded, Encoder, ParameterSpec } from "../models/types";
import { type CarriedReading, CarriedState } from "./carriedState";
import type { ArmConfig, ExperimentConfig } from "./config";
import { stepHead } from "./head";
import { type HeadArm, headArm, LEARNED_TEMPERATURE } from "./headArm";
import type { StepSink } from "./stepSink";
import { ruleOf, temperatureAt } from "./temperatureSettings";

/**
 * All learners of an experiment, advancing in lock-step: arms x seeds, arm-major (learner = arm * S + seed), every
 * parameter one tensor with the learner axis in front. Learners of one seed start from the same weights.
 */
export class Cohort {
  readonly learners: number;
  /** Those of the encoder; then the learned numbers, [L, 1, LEARNED], where an arm learns any. */
  readonly parameters: Parameters;
  readonly config: ExperimentConfig;
  readonly carried: CarriedState;
  private readonly encoder: Encoder;
  private readonly arms: HeadArm[];

  /**
   * @param seeds one number per seed, the source of its initial weights
   * @param trainSamples samples of the training split, of which some objectives keep a number each
   */
  constructor(encoder: Encoder, config: ExperimentConfig, seeds: number[], trainSamples = 0) {
    this.encoder = encoder;
    this.config = config;
    this.learners = config.arms.length * seeds.length;
    this.arms = config.arms.map((arm) => headArm(arm, seeds.length));
    const specs = [...encoder.parameters, ...learnedSpecs(config, this.arms)];
    this.parameters = initialise({ parameters: specs }, seeds, config.arms.length);
    const { arms, parameters } = this;
    this.carried = new CarriedState({ encoder, config, seeds, arms, parameters, trainSamples });
  }

  /** Whether a batch's samples have to be known beside its views. */
  get asksForSamples(): boolean {
    return this.arms.some(({ objective }) => objective.memory === "sample");
  }

  /**
   * Gradients of every learner's loss at the current weights, or at others, one [L, ...] tensor per parameter; what the
   * step measures goes to the sink, and so does what it leaves for later ones, if the sink takes it. The learners share no
   * weights, so the gradient of the sum of their losses is each one's own. The head works out its gradient with respect to
   * z together with the metrics; the tape carries it back through the encoder.
   *
   * @param views both views of each seed's batch, [S, 2B, ...]
   * @param parameters one [L, ...] tensor per parameter
   * @param samples of each seed's batch, [S, B], where the cohort asks for them
   */
  differentiate(
    views: tf.Tensor,
    block: StepBlock,
    sink: StepSink,
    parameters: tf.Tensor[] = this.parameters.tensors,
    samples: tf.Tensor2D | null = null,
  ): tf.Tensor[] {
    return tf.tidy(() => {
      const loss = this.lossOf(block, sink, this.carried.read(views, samples));
      const objective = (...all: tf.Tensor[]) => {
        const { weights, learned } = this.divide(all);
        return loss(this.encoder.forward(weights, views).embeddings, ...learned);
      };
      return tf.grads(objective)(parameters);
    });
  }

  /** Features and embeddings of `input` [1 or S, N, ...] at the current weights. */
  encode(input: tf.Tensor): Encoded {
    return tf.tidy(() => this.encoder.forward(this.divide(this.parameters.tensors).weights, input));
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

  dispose(): void {
    this.carried.dispose();
    this.parameters.dispose();
  }

  /** The loss of all learners, as a function of z and of the learned numbers where there are some. */
  private lossOf(block: StepBlock, sink: StepSink, reading: CarriedReading) {
    const { temperatures } = this.carried;
    return tf.customGrad((...inputs) => {
      const save = inputs.pop() as tf.GradSaveFunc;
      const [z, learned = null] = inputs as tf.Tensor3D[];
      const temperature = temperatures?.effective(block, learned) ?? null;
      const { queue, memories } = reading;
      const outcome = stepHead(z as tf.Tensor3D, { block, temperature }, this.arms, sink, { learned, memories, queue });
      const gradients = [outcome.gradient];
      if (learned && outcome.learned) gradients.push(this.learnedGradient(outcome.learned, block, learned));
      sink.carried?.keep(outcome, reading, block);
      save(gradients);
      // Nobody reads the value of the sum, and it is differentiated with respect to itself: dy is 1.
      // A gradient that goes through no further operation would be disposed with the tape, hence the clones.
      const gradFunc = (_dy: tf.Tensor, saved: tf.Tensor[]) => saved.map((gradient) => gradient.clone());
      return { value: tf.scalar(0), gradFunc };
    });
  }

  /** The gradient of the learned numbers as the optimiser is to see it, where it looks for it. */
  private learnedGradient(raw: tf.Tensor3D, block: StepBlock, learned: tf.Tensor3D): tf.Tensor3D {
    const { temperatures } = this.carried;
    return temperatures ? temperatures.projected(raw, block, learned) : withoutTemperature(raw, learned);
  }

  private divide(parameters: tf.Tensor[]): { weights: tf.Tensor[]; learned: tf.Tensor[] } {
    const count = this.encoder.parameters.length;
    return { weights: parameters.slice(0, count), learned: parameters.slice(count) };
  }
}

/** The parameter of the learned numbers: the logarithm of the inverse temperature's factor, then the objectives' own. */
function learnedSpecs(config: ExperimentConfig, arms: readonly HeadArm[]): ParameterSpec[] {
  const own = Math.max(...arms.map(({ objective }) => objective.learned));
  const isNeeded = own > 0 || config.arms.some((arm) => ruleOf(config, arm) === "learned");
  const columns = LEARNED_TEMPERATURE + 1 + own;
  return isNeeded
    ? [{ name: "learned", shape: [1, columns], isBias: true, isOfLoss: true, init: { kind: "zeros" } }]
    : [];
}

/** The same where no temperature is learned: its column gets no gradient. */
function withoutTemperature(raw: tf.Tensor3D, learned: tf.Tensor3D): tf.Tensor3D {
  const gradient = tf.pad(raw.slice([0, 0, LEARNED_TEMPERATURE + 1]), [
    [0, 0],
    [0, 0],
    [LEARNED_TEMPERATURE + 1, 0],
  ]);
  const backend = gpu();
  if (!backend) return gradient;
  const place = gradientOutput(backend, learned);
  copyInto(backend, place, gradient);
  return place;
}
