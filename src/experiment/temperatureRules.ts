import * as tf from "@tensorflow/tfjs";
import { createStateTensor, type StateTensor } from "../engine/stateTensor";
import type { StepBlock } from "../engine/stepBlock";
import { gpu } from "../kernels/gpu";
import {
  controlTemperatures,
  effectiveTemperatures,
  type LiveTemperatureTensors,
  projectedGradient,
} from "../kernels/liveTemperatures";
import { temperaturesOf } from "../kernels/stepBlock";
import type { ExperimentConfig, TemperatureRuleId } from "./config";
import { LEARNED_TEMPERATURE } from "./headArm";
import { ruleOf } from "./temperatureSettings";

/** Where a rule leaves the temperature alone. */
const UNBOUNDED = { minimum: 1e-9, maximum: 1e9 };

/** The temperatures in the block, [L, 1, 1]. */
export function givenTemperatures(block: StepBlock): tf.Tensor3D {
  const backend = gpu();
  if (backend) return temperaturesOf(backend, block.tensor, block.learners);
  return tf.tensor3d(Array.from(block.values.temperatures), [block.learners, 1, 1]);
}

interface LearnerRule {
  minimum: number;
  maximum: number;
  isLearned: boolean;
  isControlled: boolean;
}

/**
 * Temperatures that training changes, all learners at once: tau = base e^-l / c, kept between two bounds, with l learned
 * (gradient descent on the logarithm of the inverse temperature) or c set by a controller. Learners of another rule keep
 * their base. On WebGPU each of the three is one small program.
 */
export class LiveTemperatures {
  private readonly controller: { target: number; gain: number };
  /** Columns: lowest and highest temperature, 1 where it is learned, 1 where it is controlled; [L, 1, 4]. */
  private readonly rules: tf.Tensor3D;
  /** c, [L, 1, 1]; null where no learner has a controller. */
  readonly factor: StateTensor<tf.Rank.R3> | null;

  constructor(rules: readonly LearnerRule[], controller: { target: number; gain: number }) {
    this.controller = controller;
    const rows = rules.map((rule) => [[rule.minimum, rule.maximum, Number(rule.isLearned), Number(rule.isControlled)]]);
    this.rules = tf.keep(tf.tensor3d(rows));
    this.factor = rules.some(({ isControlled }) => isControlled)
      ? createStateTensor([rules.length, 1, 1], new Float32Array(rules.length).fill(1))
      : null;
  }

  /**
   * tau of each learner, [L, 1, 1].
   * @param learned [L, 1, LEARNED]; null where nothing is
   */
  effective(block: StepBlock, learned: tf.Tensor | null): tf.Tensor3D {
    const backend = gpu();
    if (backend) return effectiveTemperatures(backend, { ...this.onGpu(block), learned });
    const { minimum, maximum } = this.columns();
    return this.unbounded(block, learned).maximum(minimum).minimum(maximum);
  }

  /**
   * The gradient of the learned numbers with that of the temperature's set to 0 where the temperature is not learned, and
   * where descent would push it further out of its bounds (projected gradient): without that, l would go on growing where
   * it has no effect, and take as long to come back. On WebGPU it is left where the optimiser looks for it.
   * @param gradient [L, 1, LEARNED]
   */
  projected(gradient: tf.Tensor3D, block: StepBlock, learned: tf.Tensor): tf.Tensor3D {
    const backend = gpu();
    if (backend) return projectedGradient(backend, { ...this.onGpu(block), learned }, gradient);
    const { minimum, maximum, isLearned } = this.columns();
    const tau = this.unbounded(block, learned);
    const own = gradient.slice([0, 0, LEARNED_TEMPERATURE], [-1, -1, 1]);
    const isBelow = tau.lessEqual(minimum).logicalAnd(own.less(0));
    const isAbove = tau.greaterEqual(maximum).logicalAnd(own.greater(0));
    const isKept = isLearned.greater(0).logicalAnd(isBelow.logicalOr(isAbove).logicalNot());
    const kept = tf.where(isKept, own, tf.zerosLike(own)) as tf.Tensor3D;
    const others = gradient.shape[2] - 1;
    return others === 0 ? kept : tf.concat([kept, gradient.slice([0, 0, 1], [-1, -1, others])], 2);
  }

  /**
   * The controller's step: 1/tau grows by the gain where more than the target of the negatives carries the gradient, and
   * shrinks by it where less does. Its factor stays where the temperature's bounds are, so that it need not come back.
   * @param ess effective sample size of each anchor's negatives in the batch, [L, N]
   */
  control(ess: tf.Tensor2D, block: StepBlock): void {
    if (!this.factor) return;
    const factor = this.factor.tensor;
    const backend = gpu();
    if (backend) controlTemperatures(backend, { ...this.onGpu(block), factor }, ess, this.controller);
    else this.factor.assign(this.controlled(factor, ess, block));
  }

  dispose(): void {
    this.rules.dispose();
    this.factor?.dispose();
  }

  private unbounded(block: StepBlock, learned: tf.Tensor | null): tf.Tensor3D {
    let tau: tf.Tensor3D = givenTemperatures(block);
    if (learned) tau = tau.div(learned.slice([0, 0, LEARNED_TEMPERATURE], [-1, -1, 1]).exp());
    return this.factor ? tau.div(this.factor.tensor) : tau;
  }

  private controlled(factor: tf.Tensor3D, ess: tf.Tensor2D, block: StepBlock): tf.Tensor3D {
    const { target, gain } = this.controller;
    const { minimum, maximum, isControlled } = this.columns();
    const [learners, views] = ess.shape;
    const share = ess
      .mean(1, true)
      .div(views - 2)
      .reshape([learners, 1, 1]);
    const change = share.greater(target).toFloat().mul(2).sub(1).mul(gain).mul(isControlled).add(1);
    const base = givenTemperatures(block);
    return factor.mul(change).maximum(base.div(maximum)).minimum(base.div(minimum)) as tf.Tensor3D;
  }

  private columns(): Record<keyof LearnerRule, tf.Tensor> {
    const [minimum, maximum, isLearned, isControlled] = this.rules.split(4, 2) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    return { minimum, maximum, isLearned, isControlled };
  }

  private onGpu({ tensor: block, learners }: StepBlock): LiveTemperatureTensors {
    return { rules: this.rules, learned: null, factor: this.factor?.tensor ?? null, block, learners };
  }
}

/** The temperatures of an experiment as training changes them; null where the config alone says them. */
export function liveTemperatures(config: ExperimentConfig): LiveTemperatures | null {
  const { minimum, maximum } = config.temperatureRule;
  const ids = config.arms.flatMap((arm) => new Array<TemperatureRuleId>(config.seeds).fill(ruleOf(config, arm)));
  const rules = ids.map((id) => {
    const [isLearned, isControlled] = [id === "learned", id === "ess"];
    return { ...(isLearned || isControlled ? { minimum, maximum } : UNBOUNDED), isLearned, isControlled };
  });
  const isLive = rules.some(({ isLearned, isControlled }) => isLearned || isControlled);
  return isLive ? new LiveTemperatures(rules, config.temperatureRule) : null;
}
