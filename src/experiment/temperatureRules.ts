import * as tf from "@tensorflow/tfjs";
import { createStateTensor, type StateTensor } from "../engine/stateTensor";
import type { StepBlock } from "../engine/stepBlock";
import { gpu } from "../kernels/gpu";
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

/** Each learner's rule, in numbers that tensors are made of. */
interface Rules {
  isLearned: number[];
  isControlled: number[];
  minimum: number[];
  maximum: number[];
  target: number;
  gain: number;
}

/**
 * Temperatures that training changes, all learners at once: tau = base e^-l / c, kept between two bounds, with l learned
 * (gradient descent on the logarithm of the inverse temperature) or c set by a controller. Learners of another rule have
 * l = 0, c = 1 and no bounds. Few operations on L numbers, written once for every backend.
 */
export class LiveTemperatures {
  private readonly rules: Rules;
  /** [L, 1, 1] each. */
  private readonly bounds: { minimum: tf.Tensor; maximum: tf.Tensor };
  private readonly masks: { isLearned: tf.Tensor; isControlled: tf.Tensor };
  /** c, [L, 1, 1]; null where no learner has a controller. */
  readonly factor: StateTensor<tf.Rank.R3> | null;

  constructor(rules: Rules) {
    const column = (values: number[]) => tf.keep(tf.tensor3d(values, [values.length, 1, 1]));
    this.rules = rules;
    this.bounds = { minimum: column(rules.minimum), maximum: column(rules.maximum) };
    this.masks = { isLearned: column(rules.isLearned), isControlled: column(rules.isControlled) };
    const learners = rules.minimum.length;
    this.factor = rules.isControlled.some(Boolean)
      ? createStateTensor([learners, 1, 1], new Float32Array(learners).fill(1))
      : null;
  }

  /**
   * tau of each learner, [L, 1, 1].
   * @param learned [L, 1, LEARNED]; null where nothing is
   */
  effective(block: StepBlock, learned: tf.Tensor | null): tf.Tensor3D {
    const { minimum, maximum } = this.bounds;
    return this.unbounded(block, learned).maximum(minimum).minimum(maximum);
  }

  /**
   * The gradient of the learned numbers with that of the temperature's set to 0 where the temperature is not learned, and
   * where descent would push it further out of its bounds (projected gradient): without that, l would go on growing where
   * it has no effect, and take as long to come back.
   * @param gradient [L, 1, LEARNED]
   */
  projected(gradient: tf.Tensor3D, block: StepBlock, learned: tf.Tensor): tf.Tensor3D {
    const tau = this.unbounded(block, learned);
    const own = gradient.slice([0, 0, LEARNED_TEMPERATURE], [-1, -1, 1]);
    const tooLow = tau.lessEqual(this.bounds.minimum).toFloat().mul(own.less(0).toFloat());
    const tooHigh = tau.greaterEqual(this.bounds.maximum).toFloat().mul(own.greater(0).toFloat());
    const allowed = this.masks.isLearned.mul(tf.sub(1, tooLow.add(tooHigh)));
    const kept = tf.where(allowed.greater(0), own, tf.zerosLike(own)) as tf.Tensor3D;
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
    const { target, gain } = this.rules;
    const [learners, views] = ess.shape;
    const share = ess
      .mean(1)
      .div(views - 2)
      .reshape([learners, 1, 1]);
    const change = share.greater(target).toFloat().mul(2).sub(1).mul(gain).mul(this.masks.isControlled).add(1);
    const base = givenTemperatures(block);
    const most = base.div(this.bounds.minimum);
    const least = base.div(this.bounds.maximum);
    this.factor.assign(this.factor.tensor.mul(change).maximum(least).minimum(most));
  }

  dispose(): void {
    tf.dispose([...Object.values(this.bounds), ...Object.values(this.masks)]);
    this.factor?.dispose();
  }

  private unbounded(block: StepBlock, learned: tf.Tensor | null): tf.Tensor3D {
    let tau: tf.Tensor3D = givenTemperatures(block);
    if (learned) tau = tau.div(learned.slice([0, 0, LEARNED_TEMPERATURE], [-1, -1, 1]).exp());
    return this.factor ? tau.div(this.factor.tensor) : tau;
  }
}

/** The temperatures of an experiment as training changes them; null where the config alone says them. */
export function liveTemperatures(config: ExperimentConfig): LiveTemperatures | null {
  const { target, gain, minimum, maximum } = config.temperatureRule;
  const rules = config.arms.flatMap((arm) => new Array<TemperatureRuleId>(config.seeds).fill(ruleOf(config, arm)));
  const isLive = (id: TemperatureRuleId) => id === "learned" || id === "ess";
  if (!rules.some(isLive)) return null;
  return new LiveTemperatures({
    isLearned: rules.map((id) => Number(id === "learned")),
    isControlled: rules.map((id) => Number(id === "ess")),
    minimum: rules.map((id) => (isLive(id) ? minimum : UNBOUNDED.minimum)),
    maximum: rules.map((id) => (isLive(id) ? maximum : UNBOUNDED.maximum)),
    target,
    gain,
  });
}
