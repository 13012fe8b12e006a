import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { anchorWeightOf, type ObjectiveSettings } from "../../../src/objectives";
import { contrastsOfLogits, normalize } from "../../../src/ops/head/contrasts";
import { lengthOf } from "../../../src/record/anchors/forces";
import { logXiOfAnchors, readAnchor } from "../../../src/record/anchors/reading";
import { describeOnEachBackend } from "../../support/backends";
import { ANCHOR_OBJECTIVES, lossInput } from "../../support/objectives";

const [PAIRS, SIZE, ANCHOR] = [5, 4, 2];
const VIEWS = 2 * PAIRS;
/** Positives close enough that InfoNCE fades, and two arms' temperatures. */
const Z = Array.from({ length: VIEWS }, (_, view) =>
  Array.from({ length: SIZE }, (_, i) => Math.sin(3.1 * ((view % PAIRS) + 1) * (i + 1)) + 0.1 * Math.cos(view + 2 * i)),
);
const TEMPERATURES = [0.05, 0.4];

const WEIGHED = ANCHOR_OBJECTIVES.filter(({ id }) => anchorWeightOf({ objective: id }));

/** What the objective itself says of one anchor's logits. */
async function gradientOf(arm: ObjectiveSettings, temperature: number) {
  const objective = ANCHOR_OBJECTIVES.find(({ id }) => id === arm.objective)!;
  const unit = normalize(tf.tensor2d(Z)).unit;
  const cosines = tf.matMul(unit as tf.Tensor2D, unit as tf.Tensor2D, false, true);
  const contrasts = contrastsOfLogits(cosines.div(temperature), objective.pairing, temperature);
  const { positive, negatives } = objective.rows(contrasts, lossInput(arm.objective, arm));
  return {
    unit: (await unit.array()) as number[][],
    cosines: (await cosines.data()) as Float32Array,
    logXi: (await contrasts.logXi.data()) as Float32Array,
    positive: (await positive.data())[ANCHOR]!,
    negatives: ((await negatives.array()) as number[][])[ANCHOR]!,
  };
}

/** Minus the gradient with respect to the anchor on the sphere, of its own row of logits. */
function tangentialForce(unit: number[][], coefficients: number[], temperature: number): number {
  const u = unit[ANCHOR]!;
  const force = u.map((_, i) => -coefficients.reduce((sum, c, view) => sum + c * unit[view]![i]!, 0) / temperature);
  const radial = force.reduce((sum, f, i) => sum + f * u[i]!, 0);
  return Math.hypot(...force.map((f, i) => f - radial * u[i]!));
}

describeOnEachBackend("the forces on an anchor", () => {
  for (const { id } of WEIGHED)
    it(`are the gradient of ${id} with respect to its logits, and to its embedding`, async () => {
      for (const temperature of TEMPERATURES) {
        const arm = { objective: id };
        const real = await gradientOf(arm, temperature);
        const view = { similarity: real.cosines, similarityCount: VIEWS, temperature };
        const { weight, negatives, forces, logXi } = readAnchor(view, arm, ANCHOR);
        expect(logXi).toBeCloseTo(real.logXi[ANCHOR]!, 3);
        expect(logXiOfAnchors(view, arm)[ANCHOR]).toBeCloseTo(logXi, 10);
        // The cross-entropy loses digits of the positive's part: no two ways of rounding lose the same.
        expect(-weight! / real.positive).toBeCloseTo(1, id === "infoNceCe" ? 1 : 3);
        for (const { view: row, share } of negatives) expect(weight! * share).toBeCloseTo(real.negatives[row]!, 5);
        const coefficients = real.negatives.map((c, row) => (row === ANCHOR + PAIRS ? real.positive : c));
        const length = tangentialForce(real.unit, coefficients, temperature);
        expect(lengthOf(forces!.total)).toBeCloseTo(length, 3);
      }
    });

  it("follow an arm's own options", async () => {
    const arm = { objective: "dual", c: 0.01 } as const;
    const real = await gradientOf(arm, 0.05);
    const view = { similarity: real.cosines, similarityCount: VIEWS, temperature: 0.05 };
    expect(-readAnchor(view, arm, ANCHOR).weight! / real.positive).toBeCloseTo(1, 3);
  });
});

describeOnEachBackend("an objective whose weight log xi does not decide", () => {
  it("has negatives and log xi, but neither weight nor forces", async () => {
    const real = await gradientOf({ objective: "infoNce" }, 0.1);
    const view = { similarity: real.cosines, similarityCount: VIEWS, temperature: 0.1 };
    for (const objective of ["debiased", "barlowTwins", "supervised", "nwj"] as const) {
      const reading = readAnchor(view, { objective }, ANCHOR);
      expect(reading.negatives).toHaveLength(VIEWS - 2);
      expect(reading.logXi).toBeCloseTo(real.logXi[ANCHOR]!, 3);
      expect([reading.weight, reading.forces]).toEqual([null, null]);
    }
  });
});
