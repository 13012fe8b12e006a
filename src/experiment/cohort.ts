import * as tf from "@tensorflow/tfjs";
import { initialise, type Parameters } from "../engine/parameters";
import { createRunningStatistics, type RunningStatistics } from "../engine/runningStatistics";
import type { StepBlock } from "../engine/stepBlock";
import type { Encoder, Representations } from "../models/types";
import type { ExperimentConfig } from "./config";
import { stepHead } from "./head";
import { type HeadArm, headArm } from "./headArm";
import type { StepSink } from "./stepSink";

/**
 * All learners of an experiment, advancing in lock-step: arms x seeds, arm-major (learner = arm * S + seed), every
 * parameter one tensor with the learner axis in front. Learners of one seed start from the same weights.
 */
export class Cohort {
  readonly learners: number;
  readonly parameters: Parameters;
  readonly config: ExperimentConfig;
  private readonly encoder: Encoder;
  private readonly running: RunningStatistics;
  private readonly arms: HeadArm[];

  /** @param seeds one number per seed, the source of its initial weights */
  constructor(encoder: Encoder, config: ExperimentConfig, seeds: number[]) {
    this.encoder = encoder;
    this.config = config;
    this.learners = config.arms.length * seeds.length;
    this.arms = config.arms.map((arm) => headArm(arm, seeds.length));
    this.parameters = initialise(encoder, seeds, config.arms.length);
    this.running = createRunningStatistics(encoder.state, this.learners);
  }

  /**
   * Gradients of every learner's loss at the current weights, one [L, ...] tensor per parameter; what the step measures
   * goes to the sink. The learners share no weights, so the gradient of the sum of their losses is each one's own. The
   * head works out its gradient with respect to z together with the metrics; the tape carries it back through the
   * encoder.
   *
   * @param views both views of each seed's batch, [S, 2B, ...]
   * @param purpose training moves the running statistics of batch normalisation; a probe leaves them as they are
   */
  differentiate(
    views: tf.Tensor,
    block: StepBlock,
    sink: StepSink,
    purpose: "training" | "probe" = "probe",
  ): tf.Tensor[] {
    const loss = tf.customGrad((z, save) => {
      const gradient = stepHead(z as tf.Tensor3D, block, this.arms, sink);
      (save as tf.GradSaveFunc)([gradient]);
      // Nobody reads the value of the sum, and it is differentiated with respect to itself: dy is 1.
      return { value: tf.scalar(0), gradFunc: (_dy: tf.Tensor, saved: tf.Tensor[]) => saved[0] as tf.Tensor };
    });
    const objective = (...parameters: tf.Tensor[]) => {
      const { embeddings, observed } = this.encoder.forward(parameters, views, null);
      if (purpose === "training") this.running.follow(observed);
      return loss(embeddings);
    };
    return tf.tidy(() => tf.grads(objective)(this.parameters.tensors));
  }

  /** Features and embeddings of `input` [1 or S, N, ...] at the current weights and running statistics. */
  encode(input: tf.Tensor): Representations {
    return tf.tidy(() => {
      const { features, embeddings } = this.encoder.forward(this.parameters.tensors, input, this.running.tensors);
      return { features, embeddings };
    });
  }

  /** Most numbers that one sample takes up between two layers of all learners. */
  get largestActivation(): number {
    return this.learners * this.encoder.largestActivation;
  }

  /** Temperature of each learner. */
  get temperatures(): number[] {
    return this.perLearner((arm) => arm.temperature ?? this.config.temperature);
  }

  /** One value per learner from one per arm. */
  perLearner(value: (arm: ExperimentConfig["arms"][number]) => number): number[] {
    const { arms, seeds } = this.config;
    return arms.flatMap((arm) => new Array<number>(seeds).fill(value(arm)));
  }

  dispose(): void {
    this.parameters.dispose();
    this.running.dispose();
  }
}
