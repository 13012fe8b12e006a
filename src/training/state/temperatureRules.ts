import * as tf from "@tensorflow/tfjs";
import type { ExperimentConfig, TemperatureRuleId } from "../../config/schema";
import { ruleOf } from "../../config/temperature";
import { createStateTensor, type StateTensor } from "../../engine/stateTensor";
import type { StepBlock } from "../../engine/stepBlock";
import type { Plane } from "../../ops/parts/plane";
import {
  boundLearned,
  controlTemperatures,
  effectiveTemperatures,
  type LiveTemperatureTensors,
} from "../../ops/temperature";

/** Where a rule leaves the temperature alone. */
const UNBOUNDED = { minimum: 1e-9, maximum: 1e9 };

interface LearnerRule {
  minimum: number;
  maximum: number;
  isLearned: boolean;
  isControlled: boolean;
}

/**
 * Temperatures that training changes, as ops/temperature/index.ts defines them: learned (gradient descent on the
 * logarithm of the inverse temperature) or set by a controller. Learners of another rule keep their base.
 */
export class LiveTemperatures {
  private readonly controller: { target: number; gain: number };
  private readonly rules: tf.Tensor3D;
  private readonly factor: StateTensor<tf.Rank.R3> | null;

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
  effective(block: StepBlock, learned: tf.Tensor3D | null): tf.Tensor3D {
    return effectiveTemperatures(this.tensors, learned, block);
  }

  /** After an update of the learned numbers, [L, 1, LEARNED], which it changes in place. */
  bound(learned: tf.Tensor3D, block: StepBlock): void {
    tf.tidy(() => boundLearned(this.tensors, learned, block));
  }

  /**
   * The controller's step, where some learner has one.
   * @param ess effective sample size of each anchor's negatives in the batch; worked out if it is needed
   */
  control(ess: () => Plane, block: StepBlock): void {
    const { factor } = this.tensors;
    if (factor) controlTemperatures({ ...this.tensors, factor }, ess(), this.controller, block);
  }

  /** c of each learner, [L, 1, 1]; null where no learner has a controller. */
  get controlled(): tf.Tensor3D | null {
    return this.factor?.tensor ?? null;
  }

  dispose(): void {
    this.rules.dispose();
    this.factor?.dispose();
  }

  private get tensors(): LiveTemperatureTensors {
    return { rules: this.rules, factor: this.factor?.tensor ?? null };
  }
}

/**
 * The temperatures of an experiment as training changes them; null where the config alone says them.
 * @param learnsNumbers whether there is a parameter of learned numbers, of which one is the temperature's
 */
export function liveTemperatures(config: ExperimentConfig, learnsNumbers: boolean): LiveTemperatures | null {
  const { minimum, maximum } = config.temperatureRule;
  const ids = config.arms.flatMap((arm) => new Array<TemperatureRuleId>(config.seeds).fill(ruleOf(config, arm)));
  const rules = ids.map((id) => {
    const [isLearned, isControlled] = [id === "learned", id === "ess"];
    return { ...(isLearned || isControlled ? { minimum, maximum } : UNBOUNDED), isLearned, isControlled };
  });
  const isLive = learnsNumbers || rules.some(({ isControlled }) => isControlled);
  return isLive ? new LiveTemperatures(rules, config.temperatureRule) : null;
}
