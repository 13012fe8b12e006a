import * as tf from "@tensorflow/tfjs";
import { addDecayedWeights, chain, momentum, scaleByAdam, type Transform } from "./transforms";

export { learningRateAt } from "./schedule";

export interface OptimizerOptions {
  id: "adam" | "sgd";
  /** SGD only. */
  momentum: number;
  /** Adam only. */
  beta1: number;
  beta2: number;
  epsilon: number;
  /** Decoupled under Adam (AdamW), added to the gradient under SGD. */
  weightDecay: number;
}

/** Updates all parameters of a cohort in place. */
export interface Optimizer {
  /**
   * One update: parameter <- parameter - learningRate * update.
   * @param gradients one [L, ...] tensor per parameter
   * @param step updates made before this one
   * @param learningRates of each learner, [L]
   */
  apply(gradients: tf.Tensor[], step: number, learningRates: tf.Tensor): void;
  dispose(): void;
}

/** @param parameters of the cohort, [L, ...] each; they stay the caller's */
export function createOptimizer(options: OptimizerOptions, parameters: tf.Variable[]): Optimizer {
  const transform = transformOf(options);
  const states = parameters.map((parameter) => initialState(transform, parameter));
  return {
    apply: (gradients, step, learningRates) =>
      tf.tidy(() => {
        parameters.forEach((parameter, p) => {
          const { update, state } = transform.apply(gradients[p]!, states[p]!, parameter, step);
          parameter.assign(tf.sub(parameter, tf.mul(update, spread(learningRates, parameter))));
          for (const [slot, variable] of states[p]!.entries()) variable.assign(state[slot]!);
        });
      }),
    dispose: () => tf.dispose(states),
  };
}

function transformOf(options: OptimizerOptions): Transform {
  const decay = options.weightDecay > 0 ? [addDecayedWeights(options.weightDecay)] : [];
  if (options.id === "adam") return chain([scaleByAdam(options), ...decay]);
  return chain([...decay, ...(options.momentum > 0 ? [momentum(options.momentum)] : [])]);
}

function initialState(transform: Transform, parameter: tf.Variable): tf.Variable[] {
  return Array.from({ length: transform.slots }, () => tf.tidy(() => tf.variable(tf.zerosLike(parameter))));
}

/** [L] as [L, 1, ...], of the rank of `like`. */
function spread(perLearner: tf.Tensor, like: tf.Tensor): tf.Tensor {
  return perLearner.reshape([perLearner.size, ...like.shape.slice(1).map(() => 1)]);
}
