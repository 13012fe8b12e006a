import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import { createEncoder } from "../../src/ops/encoder";
import { fusedNormFactors, referenceNormFactors } from "../../src/ops/matchNorms";
import { sumOfSquares } from "../../src/ops/matchNorms/reference";
import { Cohort } from "../../src/training/cohort";
import { TrainingStep } from "../../src/training/trainingStep";
import { ViewSource } from "../../src/training/viewSource";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";
import { dataOf, tinyConfig } from "../support/experiment";
import { DEFAULTS, gradientsAt, LEARNERS, place, SEEDS, SPECS, shapeOf, trainee } from "../support/optimizer/trainee";
import { plainRandom } from "../support/stackedReference";
import { bits } from "../support/tensors";

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
