import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import { StepBlock } from "../../src/engine/stepBlock";
import { gpu, gradientOutput } from "../../src/engine/webgpu/gpu";
import { playgroundBackend } from "../../src/engine/webgpu/register";
import type { ParameterSpec } from "../../src/models/types";
import type { Encoder } from "../../src/ops/encoder";
import { createEncoder } from "../../src/ops/encoder";
import { fusedNormFactors, referenceNormFactors } from "../../src/ops/matchNorms";
import { sumOfSquares } from "../../src/ops/matchNorms/reference";
import { initialize, type Parameters } from "../../src/ops/parameters/parameters";
import { createOptimizer, learningRateAt, type OptimizerOptions } from "../../src/optim";
import { Cohort } from "../../src/training/cohort";
import { TrainingStep } from "../../src/training/trainingStep";
import { ViewSource } from "../../src/training/viewSource";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";
import { dataOf, tinyConfig } from "../support/experiment";
import { type Plain, plainRandom, plainZeros } from "../support/stackedReference";
import { bits, toTensor } from "../support/tensors";

const DEFAULTS: OptimizerOptions = {
  id: "adam",
  momentum: 0.9,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
  trustCoefficient: 0.001,
  matchGradientNorm: false,
};
const ARMS = 2;
const SEEDS = 2;
const LEARNERS = ARMS * SEEDS;
/** Sizes that are and are not multiples of four, one larger than a workgroup's chunk. */
const SPECS: ParameterSpec[] = [
  { name: "weights", shape: [2, 3], isExempt: false, init: { kind: "zeros" } },
  { name: "bias", shape: [1, 3], isExempt: true, init: { kind: "zeros" } },
  { name: "more weights", shape: [30, 70], isExempt: false, init: { kind: "zeros" } },
  { name: "numbers of a loss", shape: [1, 2], isExempt: true, isOfLoss: true, init: { kind: "zeros" } },
];
/** One per learner. */
const RATES = [0.1, 0.01, 0.03, 0.05];
/** Of each learner's gradients; powers of two, which change no digit. */
const SCALES = [1, 2, 1 / 1024, 64];
const STEPS = 6;

/** Falls from step to step, so that it matters whether a velocity keeps it. */
const rateOf = (learner: number, step: number) => RATES[learner]! * (1 - step / 10);

/** One step on one learner's parameter, in float64, as PyTorch's documentation (AdamW, SGD) and the papers (LARS) write it. */
type Rule = (
  parameter: number[],
  gradient: number[],
  state: { rate: number; memory: number[][]; step: number; isExempt: boolean; decay: number },
) => number[];

const adamW: (options: OptimizerOptions) => Rule =
  (o) =>
  (parameter, gradient, { rate, memory, step, decay }) =>
    parameter.map((p, i) => {
      const [own, g] = [memory[i]!, gradient[i]!];
      own[0] = o.beta1 * (own[0] ?? 0) + (1 - o.beta1) * g;
      own[1] = o.beta2 * (own[1] ?? 0) + (1 - o.beta2) * g * g;
      const m = own[0] / (1 - o.beta1 ** (step + 1));
      const v = own[1] / (1 - o.beta2 ** (step + 1));
      return p * (1 - rate * decay) - (rate * m) / (Math.sqrt(v) + o.epsilon);
    });

const sgd: (options: OptimizerOptions) => Rule =
  (o) =>
  (parameter, gradient, { rate, memory, decay }) =>
    parameter.map((p, i) => {
      const own = memory[i]!;
      own[0] = o.momentum * (own[0] ?? 0) + gradient[i]! + decay * p;
      return p - rate * own[0];
    });

const lars: (options: OptimizerOptions) => Rule =
  (o) =>
  (parameter, gradient, { rate, memory, isExempt }) => {
    const decayed = parameter.map((p, i) => gradient[i]! + (isExempt ? 0 : o.weightDecay * p));
    const trust = isExempt ? 1 : (o.trustCoefficient * Math.hypot(...parameter)) / Math.hypot(...decayed);
    return parameter.map((p, i) => {
      const own = memory[i]!;
      own[0] = o.momentum * (own[0] ?? 0) + rate * trust * decayed[i]!;
      return p - own[0];
    });
  };

const cases = (rule: (options: OptimizerOptions) => Rule, name: string, changes: Partial<OptimizerOptions>) => {
  const options = { ...DEFAULTS, ...changes };
  return [name, options, rule(options)] as [string, OptimizerOptions, Rule];
};
const CASES = [
  cases(adamW, "Adam", {}),
  cases(adamW, "AdamW", { weightDecay: 0.1 }),
  cases(sgd, "plain SGD", { id: "sgd", momentum: 0 }),
  cases(sgd, "SGD with momentum", { id: "sgd" }),
  cases(sgd, "SGD with weight decay", { id: "sgd", weightDecay: 0.05 }),
  cases(sgd, "plain SGD with weight decay", { id: "sgd", momentum: 0, weightDecay: 0.05 }),
  cases(sgd, "SGD with matched gradient norms", { id: "sgd", weightDecay: 0.05, matchGradientNorm: true }),
  cases(lars, "LARS without momentum", { id: "lars", momentum: 0, trustCoefficient: 0.02 }),
  cases(lars, "LARS", { id: "lars", trustCoefficient: 0.02, weightDecay: 0.1 }),
];

describeOnEachBackend("createOptimizer", () => {
  it.each(CASES)("follows %s in float64, each learner at its own rate", async (_name, options, rule) => {
    const start = SPECS.map((_, p) => plainRandom(shapeOf(p), 1 + p));
    const trained = trainee(options, start);
    for (let step = 0; step < STEPS; step++) trained.update(step);
    for (const [p, tensor] of trained.parameters.tensors.entries())
      await expectAllclose(tensor, simulate(start[p]!, options, rule, p), { rtol: 1e-4, atol: 1e-5 });
    trained.dispose();
  });

  it("keeps the learners apart: a NaN stays with its own", async () => {
    const start = SPECS.map((_, p) => plainRandom(shapeOf(p), 1 + p));
    for (const [, options] of CASES) {
      const [poisoned, healthy] = [trainee(options, start), trainee(options, start)];
      for (let step = 0; step < 3; step++) {
        poisoned.update(step, gradientsAt(step).map(poison));
        healthy.update(step);
      }
      for (const [p, tensor] of poisoned.parameters.tensors.entries()) {
        const [got, free] = await Promise.all([bits(tensor), bits(healthy.parameters.tensors[p]!)]);
        const others = got.length - got.length / LEARNERS;
        expect(got.slice(0, others)).toEqual(free.slice(0, others));
        expect(got.slice(others)).not.toEqual(free.slice(others));
      }
      for (const each of [poisoned, healthy]) each.dispose();
    }
  });

  it("lets a parameter that starts at 0 leave it under LARS, and one without a gradient rest", async () => {
    const options: OptimizerOptions = { ...DEFAULTS, id: "lars", momentum: 0 };
    const start = SPECS.map((_, p) => (p === 0 ? plainZeros(shapeOf(p)) : plainRandom(shapeOf(p), 1 + p)));
    const gradients = gradientsAt(0).map((values, p) => (p === 2 ? values.fill(0) : values));
    const trained = trainee(options, start);
    trained.update(0, gradients);
    const moved = Array.from(gradients[0]!, (g, i) => -rateOf(learnerOf(gradients[0]!, i), 0) * g);
    await expectAllclose(trained.parameters.tensors[0]!, moved, { rtol: 1e-5 });
    await expectAllclose(trained.parameters.tensors[2]!, Array.from(start[2]!.values), { rtol: 0, atol: 0 });
    trained.dispose();
  });

  /** Learners: arm 0 of seeds 0 and 1, arm 1 of seeds 0 and 1. */
  it.each([
    ["keeps a gradient of 0", [1, 1, 0, 1], [1, 1, 0, 1]],
    ["stands still where arm 0 does", [0, 1, 1, 1], [0, 1, 0, 1]],
    ["goes on by itself where arm 0 is not finite", [Number.NaN, Number.POSITIVE_INFINITY, 2, 3], [null, null, 2, 3]],
    ["leaves arm 0 alone where arm 1 is not finite", [2, 3, Number.NaN, Number.NEGATIVE_INFINITY], [2, 3, null, null]],
    ["reaches over a ratio whose square float32 does not hold", [1e12, 1e-12, 1e-12, 1e12], [1e12, 1e-12, 1e12, 1e-12]],
  ])("under matched gradient norms %s", async (_name, sizes, expected) => {
    const trained = trainee(
      { ...DEFAULTS, id: "sgd", momentum: 0, matchGradientNorm: true },
      SPECS.map((_, p) => plainZeros(shapeOf(p))),
    );
    const ofSizes = SPECS.map((_, p) => plainZeros(shapeOf(p)).values.map((_, i, all) => sizes[learnerOf(all, i)]!));
    trained.update(0, ofSizes);
    const values = await trained.parameters.tensors[0]!.data();
    for (const [learner, size] of expected.entries()) {
      const got = -values[(learner * values.length) / LEARNERS]! / RATES[learner]!;
      if (size === null) expect(Number.isFinite(got)).toBe(false);
      else expect(Math.abs(got - size)).toBeLessThanOrEqual(1e-4 * size);
    }
    trained.dispose();
  });

  it("refuses gradients that were not left in their places, where it would use others", () => {
    const trained = trainee(
      DEFAULTS,
      SPECS.map((_, p) => plainRandom(shapeOf(p), 1 + p)),
    );
    const optimizer = createOptimizer(DEFAULTS, trained.parameters);
    const strays = SPECS.map((_, p) => tf.zeros(shapeOf(p)));
    const apply = () => optimizer.apply(strays, new StepBlock(LEARNERS));
    if (trained.parameters.flat) expect(apply).toThrow(/parameter 0 was not left in its place/);
    else expect(apply).not.toThrow();
    for (const each of [optimizer, trained]) each.dispose();
  });

  it("leaves no tensor behind", () => {
    const before = tf.memory();
    const trained = trainee(
      DEFAULTS,
      SPECS.map((_, p) => plainRandom(shapeOf(p), 1 + p)),
    );
    tf.tidy(() => trained.update(0));
    trained.dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
  });
});

/** A training step of a tiny experiment under plain SGD. */
async function stepOf(optimizer: ExperimentInput["optimizer"], captured = true) {
  const config = tinyConfig({ optimizer: { id: "sgd", momentum: 0, ...optimizer }, captured });
  const cohort = new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
  return { cohort, step: new TrainingStep(cohort, new ViewSource(await dataOf(config), config)) };
}

describeOnEachBackend("optimizer.matchGradientNorm", () => {
  /** How far each learner goes in its first step. */
  async function strides(matchGradientNorm: boolean): Promise<number[]> {
    const { cohort, step } = await stepOf({ matchGradientNorm });
    const before = cohort.parameters.tensors.map((tensor) => tf.mul(tensor, 1));
    step.update(0);
    const moves = before.map((tensor, p) => tf.sub(cohort.parameters.tensors[p]!, tensor));
    const lengths = Array.from(await tf.sqrt(sumOfSquares(moves)).data());
    for (const each of [step, cohort]) each.dispose();
    return lengths;
  }

  it("makes the arms of a seed take steps of equal size, which they do not by themselves", async () => {
    const [matched, own] = [await strides(true), await strides(false)];
    for (const seed of [0, 1]) {
      expect(matched[seed]).toBe(own[seed]);
      expect(matched[seed + 2]! / matched[seed]!).toBeCloseTo(1, 3);
      expect(Math.abs(own[seed + 2]! / own[seed]! - 1)).toBeGreaterThan(0.01);
    }
  });
});

describeOnWebGpu("matched gradient norms in kernels", (backend) => {
  it("are those of the composed reference", async () => {
    const start = SPECS.map((_, p) => plainRandom(shapeOf(p), 1 + p));
    const trained = trainee(DEFAULTS, start);
    const { flat } = trained.parameters;
    const gradients = place(trained.parameters, gradientsAt(0));
    const shape = { chunks: flat!.chunks, learners: LEARNERS, seeds: SEEDS };
    const ofEncoder = gradients.filter((_, p) => !SPECS[p]!.isOfLoss);
    const expected = Array.from(await referenceNormFactors(ofEncoder, SEEDS).data());
    await expectAllclose(fusedNormFactors(backend, flat!.gradients, shape), expected, { rtol: 1e-5 });
    trained.dispose();
  });

  it("are recorded with the step, as two dispatches more, and replayed to the bit", async () => {
    const runs = [
      await stepOf({ matchGradientNorm: true }),
      await stepOf({ matchGradientNorm: true }, false),
      await stepOf({ matchGradientNorm: false }),
    ] as const;
    for (const { step } of runs) for (let t = 0; t < 5; t++) step.update(t);
    const [replayed, plain, unmatched] = runs;
    expect(replayed.step.dispatches).toBe(unmatched.step.dispatches! + 2);
    for (const [p, tensor] of replayed.cohort.parameters.tensors.entries())
      expect(await bits(tensor)).toEqual(await bits(plain.cohort.parameters.tensors[p]!));
    for (const { step, cohort } of runs) for (const each of [step, cohort]) each.dispose();
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

function shapeOf(p: number): number[] {
  return [LEARNERS, ...SPECS[p]!.shape];
}

/** The gradients of a step, of float32 values. */
function gradientsAt(step: number): Float64Array[] {
  return SPECS.map((_, p) => {
    const { values } = plainRandom(shapeOf(p), 100 + 10 * step + p);
    return values.map((value, i) => value * SCALES[learnerOf(values, i)]!);
  });
}

/** Whose the i-th of some values [L, ...] is. */
function learnerOf({ length }: ArrayLike<number>, i: number): number {
  return Math.floor((i * LEARNERS) / length);
}

/** Parameters under an optimizer, on the current backend. */
function trainee(options: OptimizerOptions, start: Plain[]) {
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
    update(step: number, gradients = gradientsAt(step)) {
      const correction = [options.beta1, options.beta2].map((beta) => 1 / (1 - beta ** (step + 1)));
      const learningRates = RATES.map((_, learner) => rateOf(learner, step));
      block.set({ step, learningRates, correction: correction as [number, number] });
      optimizer.apply(place(parameters, gradients), block);
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
  for (const [p, tensor] of tensors.entries()) playgroundBackend()!.writeInPlace(tensor, values[p]!);
}

/** Gradients where the optimizer takes them from. */
function place({ tensors, flat }: Parameters, gradients: Float64Array[]): tf.Tensor[] {
  return gradients.map((gradient, p) => {
    const values = Float32Array.from(gradient);
    if (!flat) return tf.tensor(values, shapeOf(p));
    const target = gradientOutput(gpu()!, tensors[p]!);
    playgroundBackend()!.writeInPlace(target, values);
    return target;
  });
}

/** With NaN for the last learner, which no other is matched to. */
function poison(values: Float64Array): Float64Array {
  return values.map((value, i) => (learnerOf(values, i) === LEARNERS - 1 ? Number.NaN : value));
}

/** The values of parameter p after all steps, in float64. */
function simulate(start: Plain, options: OptimizerOptions, rule: Rule, p: number): number[] {
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
