import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { MetricId } from "../../src/metrics";
import { METRICS, STEP_METRICS } from "../../src/metrics";
import { anchorEffectiveSampleSize } from "../../src/metrics/ess";
import { informationCeiling, oneWayCeiling } from "../../src/metrics/math/ceilings";
import type { StepInput } from "../../src/metrics/types";
import { OBJECTIVES } from "../../src/objectives";
import { contrasts, contrastsOfLogits, normalize } from "../../src/ops/head/contrasts";
import reference from "../fixtures/reference.json";
import { expectAllclose, flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { type Matrix, pseudoRandom, randomMatrix } from "../support/float64";
import { lossInput } from "../support/objectives";

const { z1, z2, tau } = reference.inputs;
const { diag, loss } = reference;

function inputOf(z: Matrix, temperature: number): StepInput {
  const { unit } = normalize(tf.tensor2d(z));
  const rows = contrasts(unit, temperature);
  return { unit, temperature, contrasts: rows, value: OBJECTIVES.flatNce.rows(rows, lossInput("flatNce")).value };
}

function measure(id: MetricId, input: StepInput): tf.Tensor {
  const diagnostic = STEP_METRICS.find((candidate) => candidate.id === id);
  if (!diagnostic) throw new Error(`${METRICS[id].label} is not measured in a step.`);
  return diagnostic.measure(input);
}

/** The input that logits alone decide; the embeddings are left out. */
function inputOfLogits(logits: tf.Tensor2D): StepInput {
  const rows = contrastsOfLogits(logits);
  return { unit: tf.zeros([logits.shape[0], 2]), temperature: 1, contrasts: rows, value: rows.logXi };
}

const FIXTURE: Partial<Record<MetricId, number>> = {
  objective: 1,
  infoNce: loss.ntxent.value,
  logXi: loss.dcl.value,
  vanishingFactor: diag.vanish_mean,
  ess: diag.ness_mean,
  anchorEss: diag.anchor_ess,
  contrastiveAccuracy: diag.contrastive_top1,
  alignment: loss.align_a2.value,
  uniformity: loss.uniform_t2.value,
  collapseStd: diag.std_mean_U,
  mutualInformation: diag.mi_ntxent,
  oneWayInformation: Math.log(4) - reference.loss.infonce_oneway.value,
  smallestVanishingFactor: Math.min(...diag.vanish),
  temperature: tau,
};

describeOnEachBackend("diagnostics of a step", () => {
  it("covers every diagnostic of the step by a fixture", () => {
    expect(Object.keys(FIXTURE)).toEqual(STEP_METRICS.map(({ id }) => id));
  });

  it.each(Object.entries(FIXTURE) as [MetricId, number][])("%s matches the fixture", async (id, expected) => {
    await expectAllclose(measure(id, inputOf([...z1, ...z2], tau)), expected, { rtol: 1e-5, atol: 0 });
  });

  it("reads the bound on the information as its ceiling when all positives are found, and never above", async () => {
    expect(informationCeiling(z1.length)).toBeCloseTo(diag.mi_cap, 12);
    const solved = inputOfLogits(tf.tensor2d(onPositives(8, new Array(8).fill(40))));
    await expectAllclose(measure("mutualInformation", solved), diag.mi_cap);
    await expectAllclose(measure("mutualInformation", inputOfLogits(tf.zeros([8, 8]))), 0, { atol: 1e-6 });
  });

  it("reads the one-way bound as log B where every first view finds its second, and as 0 where all are alike", async () => {
    const solved = inputOfLogits(tf.tensor2d(onPositives(8, new Array(8).fill(40))));
    await expectAllclose(measure("oneWayInformation", solved), oneWayCeiling(4));
    await expectAllclose(measure("oneWayInformation", inputOfLogits(tf.zeros([8, 8]))), 0, { atol: 1e-6 });
  });

  it("takes a temperature for all learners or one for each", async () => {
    const rows = contrastsOfLogits(tf.zeros([3, 4, 4]));
    const input = { unit: tf.zeros([3, 4, 2]), contrasts: rows, value: rows.logXi };
    await expectAllclose(measure("temperature", { ...input, temperature: 0.07 }), [0.07, 0.07, 0.07]);
    const own = tf.tensor3d([0.05, 0.1, 0.2], [3, 1, 1]);
    await expectAllclose(measure("temperature", { ...input, temperature: own }), own, { rtol: 0, atol: 0 });
  });

  it("matches xi, the vanishing factor and the effective sample size of every anchor", async () => {
    const { contrasts: rows } = inputOf([...z1, ...z2], tau);
    await expectAllclose(rows.logXi.exp(), diag.xi, { atol: 0 });
    await expectAllclose(rows.logXi.sigmoid(), diag.vanish, { atol: 0 });
    await expectAllclose(anchorEffectiveSampleSize(rows.weights), diag.ess, { atol: 0 });
  });

  it("counts all M negatives when their logits are equal, and one when it dominates", async () => {
    await expectAllclose(anchorEffectiveSampleSize(contrastsOfLogits(tf.zeros([8, 8])).weights), new Array(8).fill(6));
    const dominated = tf.zeros([8, 8]).add(tf.range(0, 8).mul(50));
    const { weights } = contrastsOfLogits(dominated as tf.Tensor2D);
    await expectAllclose(anchorEffectiveSampleSize(weights), new Array(8).fill(1));
    await expectAllclose(measure("ess", inputOfLogits(tf.zeros([8, 8]))), 1);
  });

  it("counts all anchors alike when xi is, even where f underflows, and one when it alone is unsolved", async () => {
    const solved = tf.tensor2d(onPositives(4, [95, 95, 95, 95]));
    await expectAllclose(measure("anchorEss", inputOfLogits(solved)), 1);
    const single = tf.tensor2d(onPositives(4, [0, 40, 40, 40]));
    await expectAllclose(measure("anchorEss", inputOfLogits(single)), 1 / 4);
  });

  it("does not call a tie between the positive and a negative correct", async () => {
    await expectAllclose(measure("contrastiveAccuracy", inputOfLogits(tf.zeros([4, 4]))), 0);
    await expectAllclose(
      measure("contrastiveAccuracy", inputOfLogits(tf.tensor2d(onPositives(4, [1, 1, 0, 1])))),
      0.75,
    );
  });

  it("reads a collapsed batch as aligned, not uniform, without spread", async () => {
    const input = inputOf(
      Array.from({ length: 6 }, () => [3, 4, 0]),
      0.1,
    );
    await expectAllclose(measure("alignment", input), 0, { atol: 1e-6 });
    await expectAllclose(measure("uniformity", input), 0, { atol: 1e-5 });
    await expectAllclose(measure("collapseStd", input), 0, { atol: 1e-6 });
    await expectAllclose(measure("infoNce", input), Math.log(5));
  });

  it("works on the smallest batch, and on any leading axes", async () => {
    const next = pseudoRandom(1);
    const batches = Array.from({ length: 6 }, () => randomMatrix(4, 3, next));
    const single = batches.map((z) => inputOf(z, 0.2));
    const { unit } = normalize(tf.tensor(batches.flat(2), [2, 3, 4, 3]));
    const rows = contrasts(unit, 0.2);
    const input = {
      unit,
      temperature: 0.2,
      contrasts: rows,
      value: OBJECTIVES.flatNce.rows(rows, lossInput("flatNce")).value,
    };
    for (const { id } of STEP_METRICS as readonly unknown[] as { id: MetricId }[]) {
      const measured = measure(id, input);
      expect(measured.shape).toEqual([2, 3]);
      const expected = await Promise.all(single.map(async (one) => (await flatten(measure(id, one)))[0] as number));
      await expectAllclose(measured, expected, { atol: 1e-6 });
    }
  });
});

/** Logits that are 0 but for those of the positives. */
function onPositives(views: number, positives: number[]): Matrix {
  return positives.map((value, i) =>
    Array.from({ length: views }, (_, n) => (n === (i + views / 2) % views ? value : 0)),
  );
}
