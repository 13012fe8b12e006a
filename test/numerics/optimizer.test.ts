import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import { createOptimizer, learningRateAt, type OptimizerOptions } from "../../src/engine/optimizers";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { type Plain, plainRandom } from "../support/stackedReference";
import { bits, toTensor } from "../support/tensors";

const DEFAULTS: OptimizerOptions = {
  id: "adam",
  momentum: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
};
const SHAPE = [3, 2, 2];
/** One per learner. */
const RATES = [0.1, 0.01, 0.03];

/** One step on one number, in float64, as PyTorch's documentation writes it. */
type Rule = (p: number, g: number, rate: number, memory: number[], step: number) => number;

const adamW: (options: OptimizerOptions) => Rule = (o) => (p, g, rate, memory, step) => {
  memory[0] = o.beta1 * (memory[0] ?? 0) + (1 - o.beta1) * g;
  memory[1] = o.beta2 * (memory[1] ?? 0) + (1 - o.beta2) * g * g;
  const m = memory[0] / (1 - o.beta1 ** (step + 1));
  const v = memory[1] / (1 - o.beta2 ** (step + 1));
  return p * (1 - rate * o.weightDecay) - (rate * m) / (Math.sqrt(v) + o.epsilon);
};

const sgd: (options: OptimizerOptions) => Rule = (o) => (p, g, rate, memory) => {
  memory[0] = o.momentum * (memory[0] ?? 0) + g + o.weightDecay * p;
  return p - rate * memory[0];
};

const CASES: [string, OptimizerOptions, Rule][] = [
  ["Adam", DEFAULTS, adamW(DEFAULTS)],
  ["AdamW", { ...DEFAULTS, weightDecay: 0.1 }, adamW({ ...DEFAULTS, weightDecay: 0.1 })],
  ["plain SGD", { ...DEFAULTS, id: "sgd", momentum: 0 }, sgd({ ...DEFAULTS, momentum: 0 })],
  ["SGD with momentum", { ...DEFAULTS, id: "sgd" }, sgd(DEFAULTS)],
  ["SGD with weight decay", { ...DEFAULTS, id: "sgd", weightDecay: 0.05 }, sgd({ ...DEFAULTS, weightDecay: 0.05 })],
];

describeOnEachBackend("createOptimizer", () => {
  it.each(CASES)("follows %s in float64, each learner at its own rate", async (_name, options, rule) => {
    const start = plainRandom(SHAPE, 1);
    const parameter = tf.variable(toTensor(start));
    const optimizer = createOptimizer(options, [parameter]);
    for (let step = 0; step < 6; step++) optimizer.apply([gradient(step)], step, tf.tensor1d(RATES));
    await expectAllclose(parameter, simulate(start, rule, 6), { rtol: 1e-4, atol: 1e-5 });
    optimizer.dispose();
    parameter.dispose();
  });

  it.each(CASES)("%s keeps a NaN to the learner that has it", async (_name, options) => {
    const start = plainRandom(SHAPE, 1);
    const [poisoned, free] = [tf.variable(toTensor(start)), tf.variable(toTensor(start))];
    const [ofPoisoned, ofFree] = [createOptimizer(options, [poisoned]), createOptimizer(options, [free])];
    const rates = tf.tensor1d(RATES);
    for (let step = 0; step < 3; step++) {
      ofPoisoned.apply([poison(gradient(step))], step, rates);
      ofFree.apply([gradient(step)], step, rates);
    }
    const [got, expected] = await Promise.all([poisoned, free].map(bits));
    expect(got!.slice(0, 4)).toEqual(expected!.slice(0, 4));
    expect(got!.slice(8)).toEqual(expected!.slice(8));
    for (const each of [ofPoisoned, ofFree, poisoned, free]) each.dispose();
  });

  it("leaves no tensor behind", () => {
    const parameter = tf.variable(toTensor(plainRandom(SHAPE, 1)));
    const before = tf.memory().numTensors;
    const optimizer = createOptimizer(DEFAULTS, [parameter]);
    const [g, rates] = [gradient(0), tf.tensor1d(RATES)];
    optimizer.apply([g], 0, rates);
    optimizer.dispose();
    tf.dispose([g, rates]);
    expect(tf.memory().numTensors).toBe(before);
    parameter.dispose();
  });
});

describe("learningRateAt", () => {
  const cosine = { id: "cosine", warmupSteps: 10 } as const;

  it("is constant without a warm-up", () => {
    expect([0, 5, 99].map((step) => learningRateAt(step, 100, { id: "constant", warmupSteps: 0 }, 0.1))).toEqual([
      0.1, 0.1, 0.1,
    ]);
  });

  it("warms up in equal steps, reaching the base with the last", () => {
    expect(learningRateAt(0, 110, cosine, 1)).toBeCloseTo(0.1);
    expect(learningRateAt(4, 110, cosine, 1)).toBeCloseTo(0.5);
    expect(learningRateAt(9, 110, cosine, 1)).toBe(1);
  });

  it("falls along half a cosine to 0", () => {
    expect(learningRateAt(10, 110, cosine, 1)).toBe(1);
    expect(learningRateAt(60, 110, cosine, 1)).toBeCloseTo(0.5);
    expect(learningRateAt(85, 110, cosine, 1)).toBeCloseTo((1 + Math.cos(0.75 * Math.PI)) / 2);
    expect(learningRateAt(110, 110, cosine, 1)).toBeCloseTo(0);
  });

  it("stays finite when the warm-up is as long as the run", () => {
    expect(Number.isFinite(learningRateAt(10, 10, cosine, 1))).toBe(true);
  });
});

function plainGradient(step: number): Plain {
  return plainRandom(SHAPE, 100 + step);
}

function gradient(step: number): tf.Tensor {
  return toTensor(plainGradient(step));
}

/** The same gradient with NaN for learner 1. */
function poison(g: tf.Tensor): tf.Tensor {
  return tf.concat([tf.slice(g, [0], [1]), tf.fill([1, 2, 2], Number.NaN), tf.slice(g, [2], [1])]);
}

function simulate(start: Plain, rule: Rule, steps: number): number[] {
  const memory = Array.from(start.values, (): number[] => []);
  let values = Array.from(start.values);
  for (let step = 0; step < steps; step++) {
    const g = plainGradient(step).values;
    values = values.map((p, i) => rule(p, g[i]!, RATES[Math.floor(i / 4)]!, memory[i]!, step));
  }
  return values;
}
