import * as tf from "@tensorflow/tfjs";
import { device } from "../../../src/engine/currentDevice";
import { gradientInPlace } from "../../../src/engine/inPlace";
import { StepBlock } from "../../../src/engine/stepBlock";
import type { ParameterSpec } from "../../../src/models/types";
import type { Encoder } from "../../../src/ops/encoder";
import { initialize, type Parameters } from "../../../src/ops/parameters/parameters";
import { createOptimizer, type OptimizerOptions } from "../../../src/optim";
import { type Plain, plainRandom } from "../stackedReference";
import { toTensor } from "../tensors";
import type { Rule } from "./rules";

/** Parameters of every kind under an optimizer, and what comes of them in float64. */

const ARMS = 2;
export const SEEDS = 2;
export const LEARNERS = ARMS * SEEDS;
/** Sizes that are and are not multiples of four, one larger than a workgroup's chunk. */
export const SPECS: ParameterSpec[] = [
  { name: "weights", shape: [2, 3], isExempt: false, init: { kind: "zeros" } },
  { name: "bias", shape: [1, 3], isExempt: true, init: { kind: "zeros" } },
  { name: "more weights", shape: [30, 70], isExempt: false, init: { kind: "zeros" } },
  { name: "numbers of a loss", shape: [1, 2], isExempt: true, isOfLoss: true, init: { kind: "zeros" } },
];
/** One per learner. */
export const RATES = [0.1, 0.01, 0.03, 0.05];
/** Of each learner's gradients; powers of two, which change no digit. */
const SCALES = [1, 2, 1 / 1024, 64];
export const STEPS = 6;

/** Falls from step to step, so that it matters whether a velocity keeps it. */
export const rateOf = (learner: number, step: number) => RATES[learner]! * (1 - step / 10);

export const DEFAULTS: OptimizerOptions = {
  id: "adam",
  momentum: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
  trustCoefficient: 0.001,
  matchGradientNorm: false,
};

export function shapeOf(p: number): number[] {
  return [LEARNERS, ...SPECS[p]!.shape];
}

/** The gradients of a step, of float32 values. */
export function gradientsAt(step: number): Float64Array[] {
  return SPECS.map((_, p) => {
    const { values } = plainRandom(shapeOf(p), 100 + 10 * step + p);
    return values.map((value, i) => value * SCALES[learnerOf(values, i)]!);
  });
}

/** Whose the i-th of some values [L, ...] is. */
export function learnerOf({ length }: ArrayLike<number>, i: number): number {
  return Math.floor((i * LEARNERS) / length);
}

/** Parameters under an optimizer, on the current backend. */
export function trainee(options: OptimizerOptions, start: Plain[]) {
  const encoder = { parameters: SPECS } as unknown as Encoder;
  const parameters = initialize(encoder, [1, 2], ARMS);
  const values = start.map((plain) => Float32Array.from(plain.values));
  if (parameters.flat) setFlat(parameters.tensors, values);
  else
    tf.tidy(() => {
      for (const [p, tensor] of parameters.tensors.entries()) (tensor as tf.Variable).assign(toTensor(start[p]!));
    });
  const optimizer = createOptimizer(options, parameters);
  const block = new StepBlock(LEARNERS);
  return {
    parameters,
    update(step: number, gradients = gradientsAt(step), placed = inPlaceOf(parameters)) {
      const correction = [options.beta1, options.beta2].map((beta) => 1 / (1 - beta ** (step + 1)));
      const learningRates = RATES.map((_, learner) => rateOf(learner, step));
      block.set({ step, learningRates, correction: correction as [number, number] });
      optimizer.apply(
        gradients.map((gradient, p) => placed(Float32Array.from(gradient), p)),
        block,
      );
    },
    dispose() {
      optimizer.dispose();
      block.dispose();
      parameters.dispose();
    },
  };
}

/** Writes values into parts of a flat tensor. */
function setFlat(tensors: tf.Tensor[], values: Float32Array[]): void {
  for (const [p, tensor] of tensors.entries()) device()!.writeInPlace(tensor, values[p]!);
}

/** Gradients where the optimizer takes them from. */
export function place(parameters: Parameters, gradients: Float64Array[]): tf.Tensor[] {
  return gradients.map((gradient, p) => inPlaceOf(parameters)(Float32Array.from(gradient), p));
}

function inPlaceOf({ tensors, flat }: Parameters): (values: Float32Array, p: number) => tf.Tensor {
  return (values, p) => {
    const tensor = tf.tensor(values, shapeOf(p));
    return flat ? gradientInPlace(tensor, tensors[p]!) : tensor;
  };
}

/** The values of parameter p after all steps, in float64. */
export function simulate(start: Plain, options: OptimizerOptions, rule: Rule, p: number): number[] {
  const size = start.values.length / LEARNERS;
  const memory = Array.from(start.values, (): number[] => []);
  return RATES.flatMap((_, learner) => {
    const [first, end] = [learner * size, (learner + 1) * size];
    let values = Array.from(start.values.slice(first, end));
    for (let step = 0; step < STEPS; step++) {
      const gradients = gradientsAt(step);
      const { isExempt, isOfLoss } = SPECS[p]!;
      const factor =
        options.matchGradientNorm && !isOfLoss
          ? lengthOf(gradients, learner % SEEDS) / lengthOf(gradients, learner)
          : 1;
      const own = Array.from(gradients[p]!.slice(first, end), (g) => g * factor);
      const state = {
        rate: rateOf(learner, step),
        memory: memory.slice(first, end),
        step,
        isExempt,
        decay: isOfLoss ? 0 : options.weightDecay,
      };
      values = rule(values, own, state);
    }
    return values;
  });
}

/** Length of a learner's gradient over all parameters of the encoder. */
function lengthOf(gradients: Float64Array[], learner: number): number {
  const ofEncoder = gradients.filter((_, p) => !SPECS[p]!.isOfLoss);
  return Math.hypot(...ofEncoder.flatMap((all) => Array.from(all).filter((_, i) => learnerOf(all, i) === learner)));
}
