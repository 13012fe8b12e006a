import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { OBJECTIVES } from "../../src/objectives";
import { contrasts, contrastsOfLogits, normalize } from "../../src/ops/head/contrasts";
import { expectAllclose, flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { pseudoRandom, randomLogits, randomMatrix } from "../support/float64";
import { embeddingGradient } from "../support/gradient";
import { evaluate, headArm, lossInput } from "../support/objectives";

const { infoNce } = OBJECTIVES;

describeOnEachBackend("contrasts", () => {
  it("give weight exactly 0 to the anchor and its positive", async () => {
    const { weights } = contrastsOfLogits(tf.tensor2d(randomLogits(6, 20, 8)));
    const values = await flatten(weights);
    for (let i = 0; i < 6; i++) {
      expect([values[6 * i + i], values[6 * i + ((i + 3) % 6)]]).toEqual([0, 0]);
    }
    await expectAllclose(weights.sum(-1), new Array(6).fill(1));
  });

  it.each([
    ["allViews", [1, 2, 4, 5]],
    ["bothWays", [4, 5]],
    ["oneWay", [4, 5]],
    ["sameView", [1, 2]],
  ] as const)("compare view 0 of 6 with its negatives alone: %s", async (pairing, negatives) => {
    const { weights, count } = contrastsOfLogits(tf.tensor2d(randomLogits(6, 1, 8)), pairing);
    const present = (await flatten(weights.slice([0, 0], [1, 6]))).flatMap((weight, n) => (weight > 0 ? [n] : []));
    expect(present).toEqual(negatives);
    expect(count).toBe(negatives.length);
  });

  it("take any leading axes, and one temperature per learner", async () => {
    const next = pseudoRandom(9);
    const learners = Array.from({ length: 3 }, () => randomMatrix(6, 4, next));
    const temperatures = [0.05, 0.3, 1];
    const normalized = normalize(tf.tensor3d(learners));
    const temperature = tf.tensor3d(temperatures, [3, 1, 1]);
    const rows = infoNce.rows(contrasts(normalized.unit, temperature), lossInput("infoNce"));
    const gradient = embeddingGradient(normalized, temperature, rows);
    const alone = learners.map((z, l) => evaluate(headArm("infoNce", 1), [z], temperatures[l]!).gradient);
    await expectAllclose(gradient, tf.concat(alone), { atol: 1e-6 });
    expect(contrasts(normalized.unit.reshape([3, 1, 6, 4]), 0.2).weights.shape).toEqual([3, 1, 6, 6]);
  });

  it("pass no gradient to a view whose embedding is zero, and let NaN through", async () => {
    const z = [[0, 0], ...randomMatrix(3, 2, pseudoRandom(10))];
    const gradient = await flatten(evaluate(headArm("flatNce", 1), [z], 0.1).gradient);
    expect(gradient.slice(0, 2).map(Math.abs)).toEqual([0, 0]);
    expect(gradient.every(Number.isFinite)).toBe(true);
    const broken = evaluate(headArm("infoNce", 1), [[[Number.NaN, 1], ...z.slice(1)]], 0.1).value;
    expect(await flatten(broken)).toEqual([Number.NaN]);
  });

  it("refuse a batch of one sample", () => {
    expect(() => contrasts(tf.ones([2, 3]), 0.1)).toThrow("at least two samples");
  });
});
