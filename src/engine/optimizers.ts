import * as tf from "@tensorflow/tfjs";
import { gpu } from "../kernels/gpu";
import type { ParameterSpec } from "../models/types";
import { FusedOptimizer } from "./fusedOptimizer";
import type { Parameters } from "./parameters";
import type { StepBlock } from "./stepBlock";
import { addDecayedWeights, chain, momentum, scaleByAdam, scaleByTrustRatio, type Transform } from "./transforms";

export { learningRateAt } from "./schedule";

export interface OptimizerOptions {
  id: "adam" | "sgd" | "lars";
  /** SGD and LARS. */
  momentum: number;
  /** Adam only. */
  beta1: number;
  beta2: number;
  epsilon: number;
  /** Decoupled under Adam (AdamW), added to the gradient under SGD and LARS. */
  weightDecay: number;
  /** LARS only: eta. */
  trustCoefficient: number;
}

/** Updates all parameters of a cohort in place. */
export interface Optimizer {
  /**
   * One update: parameter <- parameter - learningRate * update.
   * @param gradients one [L, ...] tensor per parameter
   * @param block its step is the number of updates made before this one; its learning rates are the learners'
   */
  apply(gradients: tf.Tensor[], block: StepBlock): void;
  dispose(): void;
}

/** @param parameters of the cohort; they stay the caller's */
export function createOptimizer(options: OptimizerOptions, { specs, tensors, flat }: Parameters): Optimizer {
  const backend = gpu();
  if (backend && flat) return new FusedOptimizer(backend, options, flat);
  return composedOptimizer(options, specs, tensors as tf.Variable[]);
}

/** Plain TensorFlow.js operations, any backend. */
function composedOptimizer(options: OptimizerOptions, specs: ParameterSpec[], parameters: tf.Variable[]): Optimizer {
  const transforms = specs.map(({ isBias }) => transformOf(options, isBias));
  const states = parameters.map((parameter, p) => initialState(transforms[p]!, parameter));
  return {
    apply: (gradients, { values }) =>
      tf.tidy(() => {
        const rates = tf.tensor1d(Array.from(values.learningRates));
        parameters.forEach((parameter, p) => {
          const { update, state } = transforms[p]!.apply(gradients[p]!, states[p]!, parameter, values.step);
          parameter.assign(tf.sub(parameter, tf.mul(update, spread(rates, parameter))));
          for (const [slot, variable] of states[p]!.entries()) variable.assign(state[slot]!);
        });
      }),
    dispose: () => tf.dispose(states),
  };
}

function transformOf(options: OptimizerOptions, isBias: boolean): Transform {
  const decay = options.weightDecay > 0 ? [addDecayedWeights(options.weightDecay)] : [];
  const velocity = options.momentum > 0 ? [momentum(options.momentum)] : [];
  switch (options.id) {
    case "adam":
      return chain([scaleByAdam(options), ...decay]);
    case "sgd":
      return chain([...decay, ...velocity]);
    case "lars":
      return chain([...(isBias ? [] : [...decay, scaleByTrustRatio(options.trustCoefficient)]), ...velocity]);
  }
}

function initialState(transform: Transform, parameter: tf.Variable): tf.Variable[] {
  return Array.from({ length: transform.slots }, () => tf.tidy(() => tf.variable(tf.zerosLike(parameter))));
}

/** [L] as [L, 1, ...], of the rank of `like`. */
function spread(perLearner: tf.Tensor, like: tf.Tensor): tf.Tensor {
  return perLearner.reshape([perLearner.size, ...like.shape.slice(1).map(() => 1)]);
}
