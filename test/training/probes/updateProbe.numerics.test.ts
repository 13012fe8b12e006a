import { expect, it } from "vitest";
import type { ExperimentInput } from "../../../src/config/schema";
import { seedNumbers } from "../../../src/config/seeds";
import { createEncoder } from "../../../src/ops/encoder";
import { Cohort } from "../../../src/training/cohort";
import { UpdateProbe } from "../../../src/training/probes/updateProbe";
import { TrainingStep } from "../../../src/training/trainingStep";
import { ViewSource } from "../../../src/training/viewSource";
import { expectAllclose } from "../../support/allclose";
import { describeOnEachBackend } from "../../support/backends";
import { dataOf, gradientsOf, tinyConfig } from "../../support/experiment";
import { bits } from "../../support/tensors";

async function setUp(optimizer: ExperimentInput["optimizer"]) {
  // A learned temperature, which is no weight.
  const config = tinyConfig({ optimizer, temperatureRule: { id: "learned" } });
  const cohort = new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
  const source = new ViewSource(await dataOf(config), config);
  const training = new TrainingStep(cohort, source);
  return { cohort, source, training, probe: new UpdateProbe(cohort, training) };
}

/** All weights of each learner, [learner][parameter]. */
async function flatten(cohort: Cohort, tensors = cohort.parameters.tensors): Promise<number[][]> {
  const { specs } = cohort.parameters;
  const values = await Promise.all(tensors.filter((_, p) => !specs[p]!.isOfLoss).map((tensor) => tensor.data()));
  return Array.from({ length: cohort.learners }, (_, l) =>
    values.flatMap((own) => {
      const size = own.length / cohort.learners;
      return Array.from(own.subarray(l * size, (l + 1) * size));
    }),
  );
}

const OPTIMIZERS: NonNullable<ExperimentInput["optimizer"]>[] = [
  { id: "sgd", learningRate: 0.05, epsilon: 0.02 },
  { id: "adam", epsilon: 0.002 },
];

describeOnEachBackend("the measurement of an update", () => {
  it.each(OPTIMIZERS)("says what an update did, by $id", async (optimizer) => {
    const { cohort, source, training, probe } = await setUp(optimizer);
    // Beyond the steps in which a recording is made.
    for (const step of [0, 1, 2, 3]) {
      const before = await flatten(cohort);
      const gradients = await flatten(cohort, gradientsOf(cohort, source.views(step)));
      const result = await probe.read(probe.update(step));
      const after = await flatten(cohort);
      const sizes = before.map((weights, l) => {
        const change = Math.hypot(...weights.map((weight, p) => after[l]![p]! - weight));
        return change / Math.hypot(...weights);
      });
      const silent = gradients.map((own) => own.filter((g) => Math.abs(g) < optimizer.epsilon!).length / own.length);
      await expectAllclose(result.updateSize, sizes, { rtol: 1e-4 });
      await expectAllclose(result.silentGradients, silent);
      expect(Math.max(...silent)).toBeGreaterThan(0);
      expect(Math.min(...silent)).toBeLessThan(1);
      training.update(100 + step);
    }
  });

  it("leaves the training as it is, to the bit", async () => {
    const [measured, plain] = [await setUp({ id: "adam" }), await setUp({ id: "adam" })];
    for (let step = 0; step < 5; step++) {
      if (step % 2 === 0) await measured.probe.read(measured.probe.update(step));
      else measured.training.update(step);
      plain.training.update(step);
    }
    const weights = ({ cohort }: typeof plain) => Promise.all(cohort.parameters.tensors.map(bits));
    expect(await weights(measured)).toEqual(await weights(plain));
  });
});
