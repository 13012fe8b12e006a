import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { OptimizerOptions } from "../../src/optim";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { adamW, lars, type Rule, sgd } from "../support/optimizer/rules";
import {
  DEFAULTS,
  gradientsAt,
  LEARNERS,
  learnerOf,
  RATES,
  rateOf,
  SPECS,
  STEPS,
  shapeOf,
  simulate,
  trainee,
} from "../support/optimizer/trainee";
import { plainRandom, plainZeros } from "../support/stackedReference";
import { bits } from "../support/tensors";

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

  it("takes gradients that lie elsewhere than in their places as well", async () => {
    const start = SPECS.map((_, p) => plainRandom(shapeOf(p), 1 + p));
    const [placed, stray] = [trainee(DEFAULTS, start), trainee(DEFAULTS, start)];
    for (let step = 0; step < 2; step++) {
      placed.update(step);
      stray.update(step, undefined, (values, p) => tf.tensor(values, shapeOf(p)));
    }
    for (const [p, tensor] of stray.parameters.tensors.entries())
      expect(await tensor.data()).toEqual(await placed.parameters.tensors[p]!.data());
    for (const each of [placed, stray]) each.dispose();
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

/** With NaN for the last learner, which no other is matched to. */
function poison(values: Float64Array): Float64Array {
  return values.map((value, i) => (learnerOf(values, i) === LEARNERS - 1 ? Number.NaN : value));
}
