import * as tf from "@tensorflow/tfjs";
import type { StepBlock } from "../engine/stepBlock";
import { gpu } from "../engine/webgpu/gpu";
import type { ParameterSpec } from "../models/types";
import { matchesNorms, normFactors } from "../ops/matchNorms/reference";
import {
  addDecayedWeights,
  chain,
  momentum,
  scaleByAdam,
  scaleByRate,
  scaleByTrustRatio,
  type Transform,
} from "../ops/optimizer/reference";
import { isOfEncoder, type Parameters } from "../ops/parameters/parameters";
import { FusedOptimizer } from "./fusedOptimizer";

export { learningRateAt } from "./schedule";

export interface OptimizerOptions {
  id: "adam" | "sgd" | "lars";
  /** SGD and LARS. */
  momentum: number;
  /** Adam only. */
  beta1: number;
  beta2: number;
  epsilon: number;
  /**
   * Decoupled under Adam (AdamW), added to the gradient under SGD and LARS. Adam and SGD let biases and the like
   * decay as well, as PyTorch does; LARS does not. The losses' own numbers never decay.
   */
  weightDecay: number;
  /** LARS only: eta. */
  trustCoefficient: number;
  /** Gives every learner's gradient the length of arm 0's of the same seed (matchNorms.ts). */
  matchGradientNorm: boolean;
}

/** Updates all parameters of a cohort in place. */
export interface Optimizer {
  /**
   * One update of every parameter, by what the optimiser makes of its gradient.
   * @param gradients one [L, ...] tensor per parameter
   * @param block its step is the number of updates made before this one; its learning rates are the learners'
   */
  apply(gradients: tf.Tensor[], block: StepBlock): void;
  dispose(): void;
}

/** @param parameters of the cohort; they stay the caller's */
export function createOptimizer(options: OptimizerOptions, parameters: Parameters): Optimizer {
  const backend = gpu();
  const { flat, seeds } = parameters;
  return backend && flat ? new FusedOptimizer(backend, options, flat, seeds) : composedOptimizer(options, parameters);
}

/** Plain TensorFlow.js operations, any backend. */
function composedOptimizer(options: OptimizerOptions, { specs, tensors, seeds }: Parameters): Optimizer {
  const parameters = tensors as tf.Variable[];
  const transforms = specs.map((spec) => transformOf(options, spec));
  const states = parameters.map((parameter, p) => initialState(transforms[p]!, parameter));
  return {
    apply: (gradients, { values }) =>
      tf.tidy(() => {
        const rates = tf.tensor1d(Array.from(values.learningRates));
        const own = matchesNorms(options, rates.size, seeds) ? matched(gradients, specs, seeds) : gradients;
        parameters.forEach((parameter, p) => {
          const now = { step: values.step, rates: spread(rates, parameter) };
          const { update, state } = transforms[p]!.apply(own[p]!, states[p]!, parameter, now);
          parameter.assign(tf.sub(parameter, update));
          for (const [slot, variable] of states[p]!.entries()) variable.assign(state[slot]!);
        });
      }),
    dispose: () => tf.dispose(states),
  };
}

/** The encoders' gradients with arm 0's lengths, and those of the losses' own numbers as they are. */
function matched(gradients: tf.Tensor[], specs: ParameterSpec[], seeds: number): tf.Tensor[] {
  const isMatched = specs.map(isOfEncoder);
  const factors = normFactors(
    gradients.filter((_, p) => isMatched[p]),
    seeds,
  );
  return gradients.map((gradient, p) => (isMatched[p] ? tf.mul(gradient, spread(factors, gradient)) : gradient));
}

/**
 * The learning rate comes after momentum in SGD, as in PyTorch, and before it in LARS, as in its paper (algorithm 1) and
 * in SimCLR's implementation: there a velocity keeps the rates at which it was gathered.
 */
function transformOf(options: OptimizerOptions, { isExempt, isOfLoss }: ParameterSpec): Transform {
  const decay = options.weightDecay > 0 && !isOfLoss ? [addDecayedWeights(options.weightDecay)] : [];
  const velocity = options.momentum > 0 ? [momentum(options.momentum)] : [];
  switch (options.id) {
    case "adam":
      return chain([scaleByAdam(options), ...decay, scaleByRate()]);
    case "sgd":
      return chain([...decay, ...velocity, scaleByRate()]);
    case "lars":
      return chain([
        ...(isExempt || isOfLoss ? [] : [...decay, scaleByTrustRatio(options.trustCoefficient)]),
        scaleByRate(),
        ...velocity,
      ]);
  }
}

function initialState(transform: Transform, parameter: tf.Variable): tf.Variable[] {
  return Array.from({ length: transform.slots }, () => tf.tidy(() => tf.variable(tf.zerosLike(parameter))));
}

/** [L] as [L, 1, ...], of the rank of `like`. */
function spread(perLearner: tf.Tensor, like: tf.Tensor): tf.Tensor {
  return perLearner.reshape([perLearner.size, ...like.shape.slice(1).map(() => 1)]);
}
