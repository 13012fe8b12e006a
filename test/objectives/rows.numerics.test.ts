import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { OBJECTIVES } from "../../src/objectives";
import type { Contrasts, LogitGradient } from "../../src/objectives/types";
import { contrasts, contrastsOfLogits } from "../../src/ops/head/contrasts";
import { expectAllclose, flatten, type Tolerance } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { pseudoRandom, randomLogits, randomMatrix } from "../support/float64";
import { expectGradient } from "../support/gradient";
import { ANCHOR_OBJECTIVES, evaluate, headArm, lossInput } from "../support/objectives";

const { infoNceCe, infoNce, flatNce, dual, dcl, debiased, hardNegative } = OBJECTIVES;
/** Not losses of contrasts alone: DCLW weighs the positive by its own cosine. */
const DEPENDS_ON_LEVEL: ReadonlySet<string> = new Set(["dclw"]);
const NOTHING = lossInput("infoNce");

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

/** Eight random views. */
function batch(scale: number, seed: number): Contrasts {
  return contrastsOfLogits(tf.tensor2d(randomLogits(8, scale, seed)));
}

async function expectSameRows(actual: LogitGradient, expected: LogitGradient, tolerance: Tolerance): Promise<void> {
  await expectAllclose(actual.value, expected.value, tolerance);
  await expectSameGradient(actual, expected, tolerance);
}

type RowGradient = Omit<LogitGradient, "value">;

async function expectSameGradient(actual: RowGradient, expected: RowGradient, tolerance: Tolerance): Promise<void> {
  await expectAllclose(actual.positive, expected.positive, tolerance);
  await expectAllclose(actual.negatives, expected.negatives, tolerance);
}

describeOnEachBackend("objectives of anchors", () => {
  it("gives the positive of FlatNCE the coefficient -1 exactly, and its negatives 1 together", async () => {
    for (const scale of [0.1, 5, 30]) {
      const rows = flatNce.rows(batch(scale, 3), NOTHING);
      expect(await flatten(rows.positive)).toEqual(new Array(8).fill(-1));
      await expectAllclose(rows.negatives.sum(-1), new Array(8).fill(1));
    }
  });

  it("differs from a port whose log-sum-exp includes the positive's own 0, which is InfoNCE again", async () => {
    const rows = batch(6, 4);
    const differences = tf.concat([tf.zeros([8, 1]), rows.negatives.sub(rows.positive)], 1);
    const ownShare = tf.softmax(differences).slice([0, 0], [8, 1]);
    const ported = ownShare.sub(1);
    await expectAllclose(ported, infoNce.rows(rows, NOTHING).positive, { atol: 1e-6 });
    const distance = flatNce.rows(rows, NOTHING).positive.sub(ported).abs().max();
    expect((await flatten(distance))[0]).toBeGreaterThan(0.1);
  });

  it("makes InfoNCE, anchor by anchor, FlatNCE times the vanishing factor", async () => {
    const rows = batch(9, 5);
    const f = rows.logXi.sigmoid();
    const info = infoNce.rows(rows, NOTHING);
    const flat = flatNce.rows(rows, NOTHING);
    await expectAllclose(info.positive, flat.positive.mul(f), { atol: 0 });
    await expectAllclose(info.negatives, flat.negatives.mul(f), { atol: 0 });
  });

  it("weighs every anchor beside FlatNCE as its curve says", async () => {
    const rows = batch(4, 12);
    const flat = flatNce.rows(rows, NOTHING);
    const logXi = await flatten(rows.logXi);
    for (const objective of ANCHOR_OBJECTIVES) {
      if (!objective.anchorWeight) continue;
      const input = lossInput(objective.id);
      const weights = logXi.map((v) => objective.anchorWeight!(v, input));
      const scale = tf.tensor2d(weights, [8, 1]);
      const expected = { positive: flat.positive.mul(scale), negatives: flat.negatives.mul(scale) };
      await expectSameGradient(objective.rows(rows, input), expected, { atol: 1e-6 });
    }
  });

  it("ends the dual family in InfoNCE at c = 1 and in FlatNCE at c = 0", async () => {
    const rows = batch(7, 13);
    const at = (c: number) => dual.rows(rows, { ...lossInput("dual"), options: { c } });
    await expectSameRows(at(1), infoNce.rows(rows, NOTHING), { atol: 0 });
    await expectSameGradient(at(0), flatNce.rows(rows, NOTHING), { atol: 0, rtol: 0 });
    await expectAllclose(at(0).value, rows.logXi, { atol: 0, rtol: 0 });
    // A margin of log c on the positive.
    const margin = Math.log(0.3);
    const shifted = { ...rows, logXi: rows.logXi.sub(margin) };
    await expectSameGradient(at(0.3), infoNce.rows(shifted, NOTHING), { atol: 1e-6 });
  });

  it("gives DCL the gradient of FlatNCE, and log xi as its value", async () => {
    const rows = batch(7, 14);
    const actual = dcl.rows(rows, NOTHING);
    await expectSameGradient(actual, flatNce.rows(rows, NOTHING), { atol: 0, rtol: 0 });
    await expectAllclose(actual.value, rows.logXi, { atol: 0, rtol: 0 });
  });

  it("makes CLIP the mean of InfoNCE in both directions", async () => {
    const z = randomMatrix(10, 4, pseudoRandom(15));
    const swapped = [...z.slice(5), ...z.slice(0, 5)];
    const [there, back] = [z, swapped].map((x) => evaluate(headArm("infoNceOneWay", 1), [x], 0.2));
    const both = evaluate(headArm("clip", 1), [z], 0.2);
    await expectAllclose(both.value, there!.value.add(back!.value).div(2));
    const returned = tf.concat([back!.gradient.slice([0, 5], [1, 5]), back!.gradient.slice([0, 0], [1, 5])], 1);
    await expectGradient(both.gradient, there!.gradient.add(returned).div(2));
  });

  it("makes hard negatives the debiased loss without concentration, and InfoNCE without either", async () => {
    const rows = { ...batch(1.5, 16), temperature: 0.5 };
    const options = { classPrior: 0.1, concentration: 0 };
    const tolerance = { atol: 1e-6 };
    await expectSameRows(
      hardNegative.rows(rows, { ...NOTHING, options }),
      debiased.rows(rows, { ...NOTHING, options }),
      tolerance,
    );
    const nothing = { ...NOTHING, options: { classPrior: 0, concentration: 0 } };
    await expectSameRows(hardNegative.rows(rows, nothing), infoNce.rows(rows, NOTHING), tolerance);
  });

  it("holds a debiased anchor at its least value once the false negatives are all there is", async () => {
    // xi = 1e-4 < t M = 0.2, so that the estimate would be negative.
    const rows = solvedPairs(1e-4);
    const { value, positive, negatives } = debiased.rows(rows, lossInput("debiased"));
    const least = 2 * Math.exp(-2 / (rows.temperature as number));
    await expectAllclose(value, new Array(4).fill(Math.log1p(least)), { atol: 0, rtol: 1e-4 });
    await expectAllclose(positive, new Array(4).fill(-least / (1 + least)), { atol: 0, rtol: 1e-4 });
    expect((await flatten(negatives)).every((x) => x === 0)).toBe(true);
  });

  it("keeps cross-entropy and the stable form equal where float32 allows", async () => {
    const rows = batch(2, 6);
    await expectSameRows(infoNceCe.rows(rows, NOTHING), infoNce.rows(rows, NOTHING), { atol: 2e-6 });
  });

  it("loses the positive's gradient in the cross-entropy at xi = 1e-8, and nowhere else", async () => {
    const rows = solvedPairs(1e-8);
    const [lost, stable, flat] = [infoNceCe, infoNce, flatNce].map((objective) => objective.rows(rows, NOTHING));
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

  it.each(ANCHOR_OBJECTIVES.filter(({ id }) => !DEPENDS_ON_LEVEL.has(id)))(
    "$id does not change when a constant is added to all logits of an anchor",
    async (objective) => {
      const logits = tf.tensor2d(randomLogits(8, 3, 7));
      const shifted = logits.add(tf.tensor2d([4, -7, 11, 0, 2, -3, 9, 1], [8, 1]));
      const input = lossInput(objective.id, { classPrior: 0 });
      const [before, after] = [logits, shifted].map((x) => objective.rows(contrastsOfLogits(x), input));
      await expectSameRows(after!, before!, { atol: 5e-6, rtol: 1e-5 });
    },
  );

  it("caps InfoNCE at log(2B - 1) when all logits are equal", async () => {
    const rows = contrastsOfLogits(tf.zeros([10, 10]));
    for (const objective of [infoNce, infoNceCe]) {
      await expectAllclose(objective.rows(rows, NOTHING).value, new Array(10).fill(Math.log(9)));
    }
  });
});
