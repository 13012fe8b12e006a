import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { STEP_METRICS, stepColumn } from "../../../src/metrics";
import { contrastiveHead } from "../../../src/ops/head";
import reference from "../../fixtures/reference.json";
import { expectAllclose, flatten } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";
import {
  mean,
  ntXent,
  numericalGradient,
  potential,
  pseudoRandom,
  randomMatrix,
  referenceContrasts,
} from "../../support/float64";
import { headArm } from "../../support/objectives";

const { ntxent, dcl } = reference.loss;
const FIXTURE = [...reference.inputs.z1, ...reference.inputs.z2];

function temperatures(values: number[]): tf.Tensor3D {
  return tf.tensor3d(values, [values.length, 1, 1]);
}

describeOnEachBackend("contrastive head", () => {
  it("gives three arms on the same embeddings their own gradient and the same InfoNCE value", async () => {
    const arms = (["infoNceCe", "infoNce", "flatNce"] as const).map((id) => headArm(id, 1));
    const { tau } = reference.inputs;
    const { gradient, metrics } = contrastiveHead(
      tf.tensor3d([FIXTURE, FIXTURE, FIXTURE]),
      temperatures([tau, tau, tau]),
      arms,
    );
    const [nt, flat] = [ntxent, dcl].map(({ grad_z1, grad_z2 }) => [...grad_z1, ...grad_z2]);
    await expectAllclose(gradient, [nt!, nt!, flat!], { atol: 1e-6 });
    const column = (id: "objective" | "infoNce") => metrics.slice([0, stepColumn(id)], [3, 1]);
    await expectAllclose(column("infoNce"), [ntxent.value, ntxent.value, ntxent.value]);
    await expectAllclose(column("objective"), [ntxent.value, ntxent.value, 1]);
  });

  it("lays learners out by arm, each at its own temperature, and agrees with float64", async () => {
    const next = pseudoRandom(21);
    const z = Array.from({ length: 4 }, () => randomMatrix(6, 3, next));
    const taus = [0.1, 0.4, 0.2, 0.7];
    const arms = [headArm("infoNce", 2), headArm("flatNce", 2)];
    const { gradient, metrics, logXi } = contrastiveHead(tf.tensor3d(z), temperatures(taus), arms);
    const expected = z.map((own, l) =>
      numericalGradient((x) => (l < 2 ? ntXent(x, taus[l]!) : potential(x, taus[l]!)), own),
    );
    await expectAllclose(gradient, expected, { rtol: 2e-5, atol: 3e-5 });
    const exact = z.map((own, l) => referenceContrasts(own, taus[l]!).logXi);
    await expectAllclose(logXi, exact, { atol: 1e-5 });
    const column = metrics.slice([0, stepColumn("logXi")], [4, 1]);
    await expectAllclose(column, exact.map(mean), { atol: 1e-5 });
  });

  it("has the shapes that the trainer relies on, with the objective first", () => {
    const z = tf.tensor3d([randomMatrix(4, 2, pseudoRandom(3)), randomMatrix(4, 2, pseudoRandom(4))]);
    const outcome = contrastiveHead(z, temperatures([0.1, 0.1]), [headArm("infoNce", 2)]);
    expect(outcome.gradient.shape).toEqual([2, 4, 2]);
    expect(outcome.metrics.shape).toEqual([2, STEP_METRICS.length]);
    expect(outcome.logXi.shape).toEqual([2, 4]);
    expect(STEP_METRICS[0]?.id).toBe("objective");
  });

  it("keeps a learner that diverged from touching the others", async () => {
    const fine = randomMatrix(4, 2, pseudoRandom(5));
    const broken = fine.map(() => [Number.NaN, 1]);
    const arms = [headArm("infoNce", 2)];
    const both = contrastiveHead(tf.tensor3d([broken, fine]), temperatures([0.1, 0.1]), arms);
    const alone = contrastiveHead(tf.tensor3d([fine, fine]), temperatures([0.1, 0.1]), arms);
    const rowOf = (x: tf.Tensor) => flatten(x.slice(1, 1));
    expect(await rowOf(both.metrics)).toEqual(await rowOf(alone.metrics));
    expect(await rowOf(both.gradient)).toEqual(await rowOf(alone.gradient));
    expect((await flatten(both.metrics))[0]).toBeNaN();
  });

  it("repeats to the bit", async () => {
    const z = tf.tensor3d([randomMatrix(16, 8, pseudoRandom(6)), randomMatrix(16, 8, pseudoRandom(7))]);
    const arms = (["infoNce", "flatNce"] as const).map((id) => headArm(id, 1));
    const runs = [0, 1].map(() => contrastiveHead(z, temperatures([0.05, 0.05]), arms));
    expect(await flatten(runs[0]!.gradient)).toEqual(await flatten(runs[1]!.gradient));
    expect(await flatten(runs[0]!.metrics)).toEqual(await flatten(runs[1]!.metrics));
  });

  it("refuses arms that do not add up", () => {
    const z = tf.zeros<tf.Rank.R3>([3, 4, 2]);
    expect(() => contrastiveHead(z, temperatures([1, 1, 1]), [headArm("infoNce", 2)])).toThrow("2 learners together");
  });
});
