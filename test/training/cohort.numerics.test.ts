import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { ExperimentConfig } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import { createEncoder } from "../../src/ops/encoder";
import { Cohort } from "../../src/training/cohort";
import { TrainingStep } from "../../src/training/trainingStep";
import { ViewSource } from "../../src/training/viewSource";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { conduct, dataOf, gradientsOf, seriesOf, tinyConfig } from "../support/experiment";
import { bits } from "../support/tensors";

function cohortOf(config: ExperimentConfig): Cohort {
  return new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
}

/** Weights as [parameter][learner] bit patterns. */
function weightBits(cohort: Cohort): Promise<number[][][]> {
  return Promise.all(cohort.parameters.tensors.map((weights) => Promise.all(tf.unstack(weights).map(bits))));
}

describeOnEachBackend("arms of a seed", () => {
  it("start from the same weights to the bit, and part with the first update", async () => {
    // Adam's first step is the sign of the gradient, in which the two objectives agree.
    const config = tinyConfig({ optimizer: { id: "sgd" } });
    const cohort = cohortOf(config);
    for (const [first, second, other, another] of await weightBits(cohort)) {
      expect(other).toEqual(first);
      expect(another).toEqual(second);
    }
    const [weights] = await weightBits(cohort);
    expect(weights![1]).not.toEqual(weights![0]);
    new TrainingStep(cohort, new ViewSource(await dataOf(config), config)).update(0);
    const [after] = await weightBits(cohort);
    expect(after![2]).not.toEqual(after![0]);
  });

  it("share batches and views, which have no arm axis and do not depend on the arms", async () => {
    const one = tinyConfig({ arms: [{ objective: "flatNce" }] });
    const three = tinyConfig({
      arms: [{ objective: "infoNce" }, { objective: "flatNce", temperature: 1 }, { objective: "infoNceCe" }],
    });
    const data = await dataOf(one);
    const [few, many] = [new ViewSource(data, one), new ViewSource(data, three)];
    const views = many.views(5);
    expect(views.shape).toEqual([2, 8, 2]);
    expect(await bits(few.views(5))).toEqual(await bits(views));
    const [first, second] = await Promise.all(tf.unstack(views).map(bits));
    expect(second).not.toEqual(first);
  });

  it("differ from the first update on when only the precision of their losses does", async () => {
    const arms = [{ objective: "flatNce" as const }, { objective: "flatNce" as const, precision: "bfloat16" as const }];
    const config = tinyConfig({ arms, optimizer: { id: "sgd" } });
    const cohort = cohortOf(config);
    const training = new TrainingStep(cohort, new ViewSource(await dataOf(config), config));
    training.update(0);
    const { values } = await training.sink.metrics.drain();
    const [exact, , rounded] = await Promise.all(tf.unstack(tf.tensor2d(values, [4, values.length / 4])).map(bits));
    expect(rounded).toEqual(exact);
    const [weights] = await weightBits(cohort);
    expect(weights![2]).not.toEqual(weights![0]);
  });

  it("go the same way to the bit when their objective is the same", async () => {
    const objectives = ["infoNce", "flatNce", "infoNceCe"] as const;
    const arms = objectives.flatMap((objective) => [{ objective }, { objective }]);
    // The first arm has no cosine with itself.
    const measured = { gradientProbe: { every: 1, microBatches: 2, common: false }, evaluation: { every: 0 } };
    const { record } = await conduct(tinyConfig({ arms, steps: 3, ...measured }));
    for (const arm of [0, 2, 4])
      for (const seed of [0, 1]) expect(seriesOf(record, arm + 1, seed)).toEqual(seriesOf(record, arm, seed));
    expect(seriesOf(record, 0, 1)).not.toEqual(seriesOf(record, 0, 0));
    expect(seriesOf(record, 2, 0)).not.toEqual(seriesOf(record, 0, 0));
  });
});

describeOnEachBackend("a seed", (backend) => {
  it("trains the same whatever the other seeds and arms are: to the bit, on WebGPU to rounding", async () => {
    const unmeasured = { steps: 3, gradientProbe: { every: 0 }, evaluation: { every: 0 } };
    const together = tinyConfig({ ...unmeasured, seeds: 3, seed: 10 });
    const dataset = await dataOf(together);
    const alone = tinyConfig({ ...unmeasured, seeds: 1, seed: 11, arms: [{ objective: "flatNce" }] });
    const { record: many } = await conduct(together, { dataset });
    const { record: one } = await conduct(alone, { dataset });
    const columns = (series: object) => Object.values(series) as number[][];
    const [own, reference, other] = [seriesOf(many, 1, 1), seriesOf(one, 0, 0), seriesOf(many, 1, 0)].map(columns);
    // Its matrix product is another program for another number of learners, which adds in another order.
    const tolerance = backend === "webgpu" ? { rtol: 1e-4, atol: 1e-5 } : { rtol: 0, atol: 0 };
    await expectAllclose(own!, reference!, tolerance);
    expect(other).not.toEqual(own);
  });
});

describeOnEachBackend("an update", () => {
  it("is the learning rate of its step and arm times the gradient, through warm-up and cosine", async () => {
    const config = tinyConfig({
      arms: [{ objective: "infoNce" }, { objective: "infoNce", learningRate: 0.02 }],
      seeds: 1,
      steps: 5,
      optimizer: {
        id: "sgd",
        momentum: 0,
        learningRate: 0.08,
        schedule: { id: "cosine", warmupSteps: 2 },
      },
    });
    const cohort = cohortOf(config);
    const source = new ViewSource(await dataOf(config), config);
    const training = new TrainingStep(cohort, source);
    // Half of the warm-up; then a third of the cosine, (1 + cos 60 degrees) / 2.
    for (const [step, share] of [
      [0, 0.5],
      [3, 0.75],
    ] as const) {
      const before = cohort.parameters.tensors.map((weights) => tf.mul(weights, 1));
      const gradients = gradientsOf(cohort, source.views(step)).map((gradient) => tf.mul(gradient, 1));
      training.update(step);
      for (const [p, weights] of cohort.parameters.tensors.entries()) {
        const rates = tf.tensor3d([0.08 * share, 0.02 * share], [2, 1, 1]);
        await expectAllclose(weights, before[p]!.sub(gradients[p]!.mul(rates)), { atol: 1e-6 });
      }
    }
  });

  it.each([
    ["mlp on images", { dataset: { id: "glyphs", samples: 64, classes: 4 } as const }],
    [
      "convnet on images",
      {
        dataset: { id: "glyphs", samples: 64, classes: 4 } as const,
        encoder: { id: "convnet", width: 4, depth: 2, projection: 4 } as const,
      },
    ],
  ])("of an %s with a batch of 2 is finite and changes the loss", async (_, changes) => {
    const config = tinyConfig({
      ...changes,
      batchSize: 2,
      steps: 2,
      gradientProbe: { every: 2, microBatches: 2 },
      evaluation: { every: 2, trainSamples: 16, testSamples: 16, knn: { k: 3 } },
    });
    const { record } = await conduct(config);
    expect(record.stepsDone).toBe(2);
    for (const { series, stopped } of record.learners) {
      expect(stopped).toBeUndefined();
      expect(series.infoNce![0]).toBeGreaterThan(0);
      expect(series.infoNce![1]).not.toBe(series.infoNce![0]);
      for (const row of [0, 2]) {
        expect(series.gradientNorm![row]).toBeGreaterThan(0);
        expect(series.knnAccuracy![row]).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
