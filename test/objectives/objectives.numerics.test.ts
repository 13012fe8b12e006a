import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { ObjectiveId } from "../../src/objectives";
import { floRows } from "../../src/objectives/parts/flo";
import { contrasts, contrastsOfLogits, innerProducts, normalize } from "../../src/ops/head/contrasts";
import { evaluateObjective, type ObjectiveInput } from "../../src/training/evaluateObjective";
import reference from "../fixtures/reference.json";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { embeddingGradient, expectGradient } from "../support/gradient";
import { LABEL_FREE_IDS } from "../support/objectives";

const { z1, z2, tau, Q, u } = reference.inputs;

type Fixture = keyof typeof reference.loss;
interface Case {
  fixture: Fixture;
  id: ObjectiveId;
  settings?: Partial<ObjectiveInput>;
  /** Where it is not the fixture's. */
  value?: number;
}

/** Every objective with a fixture of its own definition; FLO's has a u of its own and stands below. */
const CASES: readonly Case[] = [
  { fixture: "ntxent", id: "infoNce" },
  { fixture: "ntxent", id: "infoNceCe" },
  { fixture: "ntxent", id: "dual", settings: { c: 1 } },
  { fixture: "flatnce_official", id: "flatNce", value: 1 },
  { fixture: "log_c_xi_c0.1", id: "dual" },
  { fixture: "xi_first_order", id: "xi" },
  { fixture: "infonce_oneway", id: "infoNceOneWay" },
  { fixture: "flat_oneway_dcl", id: "flatNceOneWay", value: 1 },
  { fixture: "clip_symmetric", id: "clip" },
  { fixture: "dcl", id: "dcl" },
  { fixture: "dclw_sigma0.5", id: "dclw" },
  // Before anything is kept, the average is the batch's own: DCL.
  { fixture: "dcl", id: "sogClr" },
  { fixture: "siglip_t10_b-10", id: "sigLip" },
  { fixture: "barlow_lam0.005", id: "barlowTwins" },
  { fixture: "vicreg_25_25_1", id: "vicReg" },
  { fixture: "align_plus_uniform", id: "alignUniform" },
  { fixture: "align_a2", id: "alignUniform", settings: { uniformityWeight: 0 } },
  { fixture: "debiased_tp0.1_tau0.5", id: "debiased", settings: { temperature: 0.5 } },
  { fixture: "hcl_beta1_tp0.1_tau0.5", id: "hardNegative", settings: { temperature: 0.5 } },
  { fixture: "hcl_beta1_tp0_tau0.5", id: "hardNegative", settings: { temperature: 0.5, classPrior: 0 } },
  { fixture: "triplet_m1_cos", id: "triplet" },
  { fixture: "npair", id: "nPair" },
  { fixture: "nwj", id: "nwj" },
  { fixture: "dv", id: "dv" },
  { fixture: "jsd", id: "jsd" },
  { fixture: "smile_tau2", id: "smile" },
  { fixture: "dhel", id: "dhel" },
  { fixture: "spectral", id: "spectral" },
  { fixture: "ntxent", id: "custom" },
  { fixture: "moco_queue5", id: "infoNceOneWay", settings: { queue: Q } },
  { fixture: "flat_moco_queue5", id: "flatNceOneWay", settings: { queue: Q }, value: 1 },
];

it("has a fixture for every objective of embeddings", () => {
  const covered = new Set<string>([...CASES.map(({ id }) => id), "flo"]);
  expect(LABEL_FREE_IDS.filter((id) => !covered.has(id))).toEqual([]);
});

describeOnEachBackend("objectives", () => {
  it.each(CASES)("$id has the value and the gradient of $fixture", async ({ fixture, id, settings, value }) => {
    const expected = reference.loss[fixture];
    const actual = await evaluateObjective(id, { z1, z2, temperature: tau, ...settings });
    await expectAllclose(actual.value, value ?? expected.value, { atol: 0 });
    await expectGradient([...actual.gradZ1, ...actual.gradZ2], [...expected.grad_z1, ...expected.grad_z2]);
  });

  it("flo has the value and the gradient of its fixture, with the u of the fixture", async () => {
    const { value, grad_z1, grad_z2 } = reference.loss.flo_fixed_u;
    const normalized = normalize(tf.tensor2d([...z1, ...z2]));
    const logits = innerProducts(normalized.unit).div(tau);
    const rows = floRows(contrastsOfLogits(logits, "oneWay", tau), tf.tensor2d([...u, 0, 0, 0, 0], [8, 1]));
    await expectAllclose(rows.value.slice([0, 0], [4, 1]).mean(), value, { atol: 0 });
    await expectGradient(embeddingGradient(normalized, tau, rows, "oneWay"), [...grad_z1, ...grad_z2]);
  });

  it("has the statistics of the fixture's anchors, whatever the objective", async () => {
    const { logXi } = contrasts(normalize(tf.tensor2d([...z1, ...z2])).unit, tau);
    await expectAllclose(logXi.exp(), reference.diag.xi);
  });

  it("has with a queue the statistics of the queue's negatives", async () => {
    const actual = await evaluateObjective("infoNceOneWay", { z1, z2, temperature: tau, queue: reference.inputs.Q });
    const ofFirst = actual.xi.slice(0, 4).map((xi) => Math.log1p(xi));
    expect(ofFirst.reduce((sum, x) => sum + x, 0) / 4).toBeCloseTo(actual.value, 5);
  });

  it.each([
    [undefined, "z1 and z2 must be"],
    [{ z1: 1 }, "z1 and z2 must be"],
    [{ z1, z2, temperature: Number.POSITIVE_INFINITY }, "temperature must be a positive number"],
    [{ z1, z2, temperature: tau, queue: [[1, 2]] }, "queue must be an array [K][6]"],
  ])("says what is wrong with %j", async (input, message) => {
    await expect(evaluateObjective("infoNce", input as unknown as ObjectiveInput)).rejects.toThrow(message);
  });

  it("refuses a queue where a loss has no use for one", async () => {
    const input = { z1, z2, temperature: tau, queue: reference.inputs.Q };
    for (const id of ["nwj", "barlowTwins", "clip"] as const)
      await expect(evaluateObjective(id, input)).rejects.toThrow(/queue/);
  });
});
