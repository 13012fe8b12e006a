import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { contrasts, contrastsOfLogits, embeddingGradient, normalise } from "../../src/kernels/contrasts";
import { OBJECTIVES, type ObjectiveId } from "../../src/objectives";
import { softplus } from "../../src/objectives/softplus";
import type { Contrasts } from "../../src/objectives/types";
import reference from "../fixtures/reference.json";
import { expectAllclose, flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { type Matrix, ntXent, numericalGradient, potential, pseudoRandom, randomMatrix } from "../support/float64";
import { lossInput } from "../support/objectives";

const { z1, z2, tau } = reference.inputs;
const Z = [...z1, ...z2];
const { infoNceCe, infoNce, flatNce } = OBJECTIVES;
const NOTHING = lossInput("infoNce");

/** Mean value over the anchors and gradient with respect to z. */
function evaluate(id: ObjectiveId, z: Matrix, temperature: number): { value: tf.Tensor; gradient: tf.Tensor } {
  const normalised = normalise(tf.tensor2d(z));
  const rows = OBJECTIVES[id].rows(contrasts(normalised.unit, temperature), lossInput(id));
  return { value: rows.value.mean(), gradient: embeddingGradient(normalised, temperature, rows) };
}

/** Two solved pairs that point away from each other: xi = 2 e^{-2/tau} for every anchor. */
function solvedPairs(xi: number): Contrasts {
  const unit = tf.tensor2d([
    [1, 0],
    [-1, 0],
    [1, 0],
    [-1, 0],
  ]);
  return contrasts(unit, 2 / Math.log(2 / xi));
}

/** Logits [N, N] of random views, as large as low temperatures make them. */
function randomLogits(views: number, scale: number, seed: number): tf.Tensor2D {
  const next = pseudoRandom(seed);
  return tf.tensor2d(randomMatrix(views, views, () => scale * next()));
}

describeOnEachBackend("objectives", () => {
  it.each([["infoNce"], ["infoNceCe"]] as const)("%s matches the NT-Xent fixture, value and gradient", async (id) => {
    const { value, gradient } = evaluate(id, Z, tau);
    const { ntxent } = reference.loss;
    await expectAllclose(value, ntxent.value, { atol: 0 });
    await expectAllclose(gradient, [...ntxent.grad_z1, ...ntxent.grad_z2], { atol: 5e-7 });
  });

  it.each([["dcl"], ["flatnce_official"]] as const)("FlatNCE has the gradient of the %s fixture", async (name) => {
    const { value, gradient } = evaluate("flatNce", Z, tau);
    const { grad_z1, grad_z2 } = reference.loss[name];
    expect(await flatten(value)).toEqual([1]);
    await expectAllclose(gradient, [...grad_z1, ...grad_z2], { atol: 1e-6 });
  });

  it.each([
    [2, 3, 0.1],
    [3, 5, 0.07],
    [4, 2, 0.5],
    [7, 4, 0.2],
  ])("gradients agree with float64 differences: B = %i, D = %i, temperature %f", async (batch, size, temperature) => {
    const z = randomMatrix(2 * batch, size, pseudoRandom(batch));
    const nt = numericalGradient((x) => ntXent(x, temperature), z);
    const flat = numericalGradient((x) => potential(x, temperature), z);
    const largest = Math.max(...flat.flat().map(Math.abs));
    const tolerance = { rtol: 2e-5, atol: 3e-6 * largest };
    await expectAllclose(evaluate("infoNce", z, temperature).gradient, nt, tolerance);
    await expectAllclose(evaluate("infoNceCe", z, temperature).gradient, nt, tolerance);
    await expectAllclose(evaluate("flatNce", z, temperature).gradient, flat, tolerance);
  });

  it("gives the positive of FlatNCE the coefficient -1 exactly, and its negatives 1 together", async () => {
    for (const scale of [0.1, 5, 30]) {
      const rows = flatNce.rows(contrastsOfLogits(randomLogits(8, scale, 3)), NOTHING);
      expect(await flatten(rows.positive)).toEqual(new Array(8).fill(-1));
      await expectAllclose(rows.negatives.sum(-1), new Array(8).fill(1));
    }
  });

  it("differs from a port whose log-sum-exp includes the positive's own 0, which is InfoNCE again", async () => {
    const batch = contrastsOfLogits(randomLogits(6, 6, 4));
    const differences = tf.concat([tf.zeros([6, 1]), batch.negatives.sub(batch.positive)], 1);
    const ownShare = tf.softmax(differences).slice([0, 0], [6, 1]);
    const ported = ownShare.sub(1);
    await expectAllclose(ported, infoNce.rows(batch, NOTHING).positive, { atol: 1e-6 });
    const distance = flatNce.rows(batch, NOTHING).positive.sub(ported).abs().max();
    expect((await flatten(distance))[0]).toBeGreaterThan(0.1);
  });

  it("makes InfoNCE, anchor by anchor, FlatNCE times the vanishing factor", async () => {
    const batch = contrastsOfLogits(randomLogits(8, 9, 5));
    const f = batch.logXi.sigmoid();
    const info = infoNce.rows(batch, NOTHING);
    const flat = flatNce.rows(batch, NOTHING);
    await expectAllclose(info.positive, flat.positive.mul(f), { atol: 0 });
    await expectAllclose(info.negatives, flat.negatives.mul(f), { atol: 0 });
  });

  it("keeps cross-entropy and the stable form equal where float32 allows", async () => {
    const batch = contrastsOfLogits(randomLogits(8, 2, 6));
    const stable = infoNce.rows(batch, NOTHING);
    const crossEntropy = infoNceCe.rows(batch, NOTHING);
    await expectAllclose(crossEntropy.value, stable.value, { atol: 2e-6 });
    await expectAllclose(crossEntropy.positive, stable.positive, { atol: 2e-6 });
    await expectAllclose(crossEntropy.negatives, stable.negatives, { atol: 2e-6 });
  });

  it("loses the positive's gradient in the cross-entropy at xi = 1e-8, and nowhere else", async () => {
    const batch = solvedPairs(1e-8);
    const [lost, stable, flat] = [infoNceCe, infoNce, flatNce].map((objective) => objective.rows(batch, NOTHING));
    expect((await flatten(lost!.positive)).map(Math.abs)).toEqual([0, 0, 0, 0]);
    await expectAllclose(lost!.negatives.sum(-1), new Array(4).fill(1e-8), { atol: 0, rtol: 1e-4 });
    await expectAllclose(stable!.positive, new Array(4).fill(-1e-8), { atol: 0, rtol: 1e-4 });
    expect(await flatten(flat!.positive)).toEqual([-1, -1, -1, -1]);
  });

  it("keeps value and gradient of the stable form down to xi = 1e-12", async () => {
    const rows = infoNce.rows(solvedPairs(1e-12), NOTHING);
    const tolerance = { atol: 0, rtol: 1e-4 };
    await expectAllclose(rows.value, new Array(4).fill(1e-12), tolerance);
    await expectAllclose(rows.positive, new Array(4).fill(-1e-12), tolerance);
    await expectAllclose(rows.negatives.sum(-1), new Array(4).fill(1e-12), tolerance);
  });

  it("works out softplus to seven digits at any size", async () => {
    const v = [-60, -27.631, -20, -10, -3, -1, -0.1, 0, 0.1, 1, 3, 10, 30, 80];
    const exact = v.map((x) => Math.log1p(Math.exp(x)));
    await expectAllclose(softplus(tf.tensor1d(v)), exact, { atol: 0, rtol: 5e-6 });
    // Where the series is at its worst and the exponential is exact.
    await expectAllclose(softplus(tf.scalar(0)), Math.LN2, { atol: 0, rtol: 5e-7 });
  });

  it("does not change when a constant is added to all logits of an anchor", async () => {
    const logits = randomLogits(8, 3, 7);
    const shifted = logits.add(tf.tensor2d([4, -7, 11, 0, 2, -3, 9, 1], [8, 1]));
    for (const objective of Object.values(OBJECTIVES)) {
      const [before, after] = [logits, shifted].map((x) => objective.rows(contrastsOfLogits(x), NOTHING));
      await expectAllclose(after!.value, before!.value, { atol: 5e-6 });
      await expectAllclose(after!.positive, before!.positive, { atol: 5e-6 });
      await expectAllclose(after!.negatives, before!.negatives, { atol: 5e-6 });
    }
  });

  it("caps InfoNCE at log(2B - 1) when all logits are equal", async () => {
    const batch = contrastsOfLogits(tf.zeros([10, 10]));
    for (const objective of [infoNce, infoNceCe]) {
      await expectAllclose(objective.rows(batch, NOTHING).value, new Array(10).fill(Math.log(9)));
    }
  });

  it("gives weight exactly 0 to the anchor and its positive", async () => {
    const { weights } = contrastsOfLogits(randomLogits(6, 20, 8));
    const values = await flatten(weights);
    for (let i = 0; i < 6; i++) {
      expect([values[6 * i + i], values[6 * i + ((i + 3) % 6)]]).toEqual([0, 0]);
    }
    await expectAllclose(weights.sum(-1), new Array(6).fill(1));
  });

  it("takes any leading axes, and one temperature per learner", async () => {
    const next = pseudoRandom(9);
    const learners = Array.from({ length: 3 }, () => randomMatrix(6, 4, next));
    const temperatures = [0.05, 0.3, 1];
    const normalised = normalise(tf.tensor3d(learners));
    const temperature = tf.tensor3d(temperatures, [3, 1, 1]);
    const gradient = embeddingGradient(
      normalised,
      temperature,
      infoNce.rows(contrasts(normalised.unit, temperature), NOTHING),
    );
    const alone = learners.map((z, l) => evaluate("infoNce", z, temperatures[l]!).gradient);
    await expectAllclose(gradient, tf.stack(alone), { atol: 1e-6 });
    expect(contrasts(normalised.unit.reshape([3, 1, 6, 4]), 0.2).weights.shape).toEqual([3, 1, 6, 6]);
  });

  it("passes no gradient to a view whose embedding is zero, and lets NaN through", async () => {
    const z = [[0, 0], ...randomMatrix(3, 2, pseudoRandom(10))];
    const gradient = await flatten(evaluate("flatNce", z, 0.1).gradient);
    expect(gradient.slice(0, 2).map(Math.abs)).toEqual([0, 0]);
    expect(gradient.every(Number.isFinite)).toBe(true);
    const broken = await flatten(evaluate("infoNce", [[Number.NaN, 1], ...z.slice(1)], 0.1).value);
    expect(broken).toEqual([Number.NaN]);
  });

  it("refuses a batch of one sample", () => {
    expect(() => contrasts(tf.ones([2, 3]), 0.1)).toThrow("at least two samples");
  });
});
