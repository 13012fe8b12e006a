import * as tf from "@tensorflow/tfjs";
import { createOptimizer, learningRateAt, type Optimizer } from "../engine/optimizers";
import { initialise } from "../engine/parameters";
import type { Encoded, Encoder } from "../models/types";
import { OBJECTIVES } from "../objectives";
import type { ExperimentConfig } from "./config";
import { contrastiveHead, type HeadArm } from "./head";

/** What one training step leaves to be read later. The caller disposes both. */
export type StepOutcome = {
  /** In-step metrics, [L, STEP_METRICS.length]. */
  metrics: tf.Tensor2D;
  /** log xi of every anchor, [L, 2B]. */
  logXi: tf.Tensor2D;
};

type Differentiated = StepOutcome & { gradients: tf.Tensor[] };

/**
 * All learners of an experiment, advancing in lock-step: arms x seeds, arm-major (learner = arm * S + seed), every
 * parameter one tensor with the learner axis in front. Learners of one seed start from the same weights.
 */
export class Cohort {
  readonly learners: number;
  private readonly encoder: Encoder;
  private readonly config: ExperimentConfig;
  private readonly arms: HeadArm[];
  private readonly temperature: tf.Tensor3D;
  private readonly learningRateScale: tf.Tensor1D;
  private readonly parameters: tf.Variable[];
  private readonly optimizer: Optimizer;

  /** @param seeds one number per seed, the source of its initial weights */
  constructor(encoder: Encoder, config: ExperimentConfig, seeds: number[]) {
    this.encoder = encoder;
    this.config = config;
    this.learners = config.arms.length * seeds.length;
    this.arms = config.arms.map(({ objective, precision }) => ({
      objective: OBJECTIVES[objective],
      precision,
      learners: seeds.length,
    }));
    this.temperature = tf.tensor3d(
      perLearner(config, (arm) => arm.temperature ?? config.temperature),
      [this.learners, 1, 1],
    );
    this.learningRateScale = tf.tensor1d(
      perLearner(config, (arm) => (arm.learningRate ?? config.optimizer.learningRate) / config.optimizer.learningRate),
    );
    this.parameters = initialise(encoder, seeds, config.arms.length);
    this.optimizer = createOptimizer(config.optimizer, this.parameters);
  }

  /**
   * One update of every learner.
   *
   * @param views both views of each seed's batch, [S, 2B, ...]
   * @param step number of updates made before this one
   */
  update(views: tf.Tensor, step: number): StepOutcome {
    return tf.tidy(() => {
      const { gradients, metrics, logXi } = this.differentiate(views);
      const { schedule, learningRate } = this.config.optimizer;
      const rate = learningRateAt(step, this.config.steps, schedule, learningRate);
      this.optimizer.apply(gradients, step, tf.mul(this.learningRateScale, rate));
      return { metrics, logXi };
    });
  }

  /** Gradients of every learner's loss at the current weights, one [L, ...] tensor per parameter. */
  gradients(views: tf.Tensor): tf.Tensor[] {
    return tf.tidy(() => {
      const { gradients, metrics, logXi } = this.differentiate(views);
      tf.dispose([metrics, logXi]);
      return gradients;
    });
  }

  /** Features and embeddings of `input` [1 or S, N, ...] at the current weights. */
  encode(input: tf.Tensor): Encoded {
    return tf.tidy(() => this.encoder.forward(this.parameters, input));
  }

  dispose(): void {
    tf.dispose([this.parameters, this.temperature, this.learningRateScale]);
    this.optimizer.dispose();
  }

  /**
   * The learners share no weights, so the gradient of the sum of their losses is each one's own. The head works
   * out its gradient with respect to z together with the metrics; the tape carries it back through the encoder.
   * Metrics and log xi are kept out of every tidy, and are the caller's to dispose.
   */
  private differentiate(views: tf.Tensor): Differentiated {
    let outcome: StepOutcome | null = null;
    const loss = tf.customGrad((z, save) => {
      const { gradient, metrics, logXi } = contrastiveHead(z as tf.Tensor3D, this.temperature, this.arms);
      outcome = { metrics: tf.keep(metrics), logXi: tf.keep(logXi) };
      (save as tf.GradSaveFunc)([gradient]);
      return {
        value: tf.sum(metrics.slice([0, 0], [-1, 1])),
        gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.mul(saved[0] as tf.Tensor, dy),
      };
    });
    const objective = (...parameters: tf.Tensor[]) => loss(this.encoder.forward(parameters, views).embeddings);
    const gradients = tf.grads(objective)(this.parameters);
    if (!outcome) throw new Error("The contrastive head was not reached.");
    return { gradients, ...(outcome as StepOutcome) };
  }
}

function perLearner(config: ExperimentConfig, value: (arm: ExperimentConfig["arms"][number]) => number): number[] {
  return config.arms.flatMap((arm) => new Array<number>(config.seeds).fill(value(arm)));
}
