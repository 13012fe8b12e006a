import * as tf from "@tensorflow/tfjs";
import type { StepBlock } from "../engine/stepBlock";
import type { ParameterSpec } from "../models/types";
import { matchesNorms, referenceNormFactors } from "../ops/matchNorms";
import {
  addDecayedWeights,
  chain,
  momentum,
  scaleByAdam,
  scaleByRate,
  scaleByTrustRatio,
  type Transform,
} from "../ops/optimizer";
import { isOfEncoder, type Parameters } from "../ops/parameters/parameters";
import { referenceSlots } from "./slots";
import type { Optimizer, OptimizerOptions, OptimizerSlot } from "./types";

/** The optimizers out of plain TensorFlow.js operations, on any backend: a chain of transforms for each parameter. */
export class ReferenceOptimizer implements Optimizer {
  readonly slots: readonly OptimizerSlot[];
  private options: OptimizerOptions;
  private readonly parameters: Parameters;
  private transforms: Transform[];
  /** By parameter, then slot. */
  private readonly states: tf.Variable[][];

  constructor(options: OptimizerOptions, parameters: Parameters) {
    this.options = options;
    this.parameters = parameters;
    this.transforms = parameters.specs.map((spec) => transformOf(options, spec));
    this.states = parameters.tensors.map((parameter, p) => initialState(this.transforms[p]!, parameter));
    this.slots = referenceSlots(options).map((slot, s) => ({ ...slot, tensors: this.states.map((own) => own[s]!) }));
  }

  apply(gradients: tf.Tensor[], { values }: StepBlock): void {
    tf.tidy(() => {
      const rates = tf.tensor1d(Array.from(values.learningRates));
      const matched = this.matched(gradients, rates.size);
      this.parameters.tensors.forEach((parameter, p) => {
        const now = { step: values.step - values.optimizerSince, rates: spread(rates, parameter) };
        const own = this.states[p]!;
        const { update, state } = this.transforms[p]!.apply(matched[p]!, own, parameter, now);
        (parameter as tf.Variable).assign(tf.sub(parameter, update));
        for (const [slot, variable] of own.entries()) variable.assign(state[slot]!);
      });
    });
  }

  change(options: OptimizerOptions): void {
    this.options = options;
    this.transforms = this.parameters.specs.map((spec) => transformOf(options, spec));
  }

  dispose(): void {
    tf.dispose(this.states);
  }

  /** Where gradient norms are matched: the encoders' gradients with arm 0's lengths, the losses' own numbers' as they are. */
  private matched(gradients: tf.Tensor[], learners: number): tf.Tensor[] {
    const { specs, seeds } = this.parameters;
    if (!matchesNorms(this.options, learners, seeds)) return gradients;
    const isMatched = specs.map(isOfEncoder);
    const factors = referenceNormFactors(
      gradients.filter((_, p) => isMatched[p]),
      seeds,
    );
    return gradients.map((gradient, p) => (isMatched[p] ? tf.mul(gradient, spread(factors, gradient)) : gradient));
  }
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

function initialState(transform: Transform, parameter: tf.Tensor): tf.Variable[] {
  return Array.from({ length: transform.slots }, () => tf.tidy(() => tf.variable(tf.zerosLike(parameter))));
}

/** [L] as [L, 1, ...], of the rank of `like`. */
function spread(perLearner: tf.Tensor, like: tf.Tensor): tf.Tensor {
  return perLearner.reshape([perLearner.size, ...like.shape.slice(1).map(() => 1)]);
}
