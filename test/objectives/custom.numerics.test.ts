import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { contrastiveHead } from "../../src/ops/head";
import type { HeadArm } from "../../src/ops/head/types";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { mean, numericalGradient, pseudoRandom, randomMatrix, referenceContrasts } from "../support/float64";
import { headArm } from "../support/objectives";

const TEMPERATURE = 0.2;
const Z = randomMatrix(10, 5, pseudoRandom(31));

function typed(phi: string): HeadArm {
  return { ...headArm("custom", 1), phi };
}

/** Value and gradient of each arm on the same embeddings, [arms] and [arms, N, D]. */
function evaluate(...arms: HeadArm[]) {
  const { gradient, metrics } = contrastiveHead(
    tf.tensor3d(arms.map(() => Z)),
    tf.fill([arms.length, 1, 1], TEMPERATURE),
    arms,
  );
  return { value: metrics.slice([0, 0], [arms.length, 1]), gradient };
}

describeOnEachBackend("a typed objective", () => {
  it("is InfoNCE, DCL or the dual family where its function is theirs", async () => {
    const typedOnes = evaluate(typed("log(1+exp(v))"), typed("v"), typed("log(0.1 + exp(v))"), typed("exp(v)"));
    const known = evaluate(...(["infoNce", "dcl", "dual", "xi"] as const).map((id) => headArm(id, 1)));
    await expectAllclose(typedOnes.value, known.value, { atol: 2e-6 });
    await expectAllclose(typedOnes.gradient, known.gradient, { rtol: 1e-5, atol: 2e-6 });
  });

  it("agrees with float64 differences", async () => {
    const phi = (v: number) => v + 0.1 * Math.exp(v);
    const loss = (z: number[][]) => mean(referenceContrasts(z, TEMPERATURE).logXi.map(phi));
    const { value, gradient } = evaluate(typed("v + 0.1*exp(v)"));
    await expectAllclose(value, loss(Z));
    await expectAllclose(gradient, [numericalGradient(loss, Z)], { rtol: 2e-5, atol: 1e-5 });
  });

  it("says what is wrong with a text that nobody checked before", () => {
    expect(() => evaluate(typed("-v"))).toThrow("-v");
  });
});
