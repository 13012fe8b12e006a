import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { ExperimentConfig, ExperimentInput } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import type { Dataset } from "../../src/data/types";
import { assignTo } from "../../src/engine/stateTensor";
import { createEncoder } from "../../src/ops/encoder";
import { Cohort } from "../../src/training/cohort";
import type { FineTunedMetrics } from "../../src/training/evaluation/fineTuning";
import { HeldOut } from "../../src/training/evaluation/heldOut";
import { describeOnEachBackend } from "../support/backends";
import { conduct, dataOf, measured, tinyConfig, underway } from "../support/experiment";
import { bits } from "../support/tensors";

const DATASET = { id: "points", layout: "gaussians", classes: 4, samples: 200 } as const;

function tuned(steps: number, changes: ExperimentInput = {}): ExperimentConfig {
  return tinyConfig({
    dataset: DATASET,
    evaluation: { every: 4, trainSamples: 32, testSamples: 100, fineTune: { steps, samples: 64, learningRate: 0.03 } },
    gradientProbe: { every: 0 },
    steps: 4,
    ...changes,
  });
}

function cohortOf(config: ExperimentConfig): Cohort {
  return new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
}

const TO_THE_END = async () => true;

function unlabeled(dataset: Dataset): Dataset {
  return {
    ...dataset,
    classNames: [],
    train: { ...dataset.train, labels: null },
    test: { ...dataset.test, labels: null },
  };
}

describeOnEachBackend("fine-tuning", () => {
  it("improves on the new classifier, leaves the learners as they are, and gives everything back", async () => {
    const dataset = await dataOf(tuned(12));
    const config = tuned(12);
    const heldOut = new HeldOut(dataset, config);
    const cohort = cohortOf(config);
    const weights = () => Promise.all(cohort.parameters.tensors.map(bits));
    const before = { weights: await weights(), tensors: tf.memory().numTensors };
    const { fineTunedAccuracy: accuracy } = (await heldOut.fineTune(cohort, TO_THE_END)) as FineTunedMetrics;
    expect(await weights()).toEqual(before.weights);
    expect(tf.memory().numTensors).toBe(before.tensors);
    // All classes are as likely to a new classifier, which then names the first: a quarter is right.
    expect(accuracy).toHaveLength(4);
    expect(Math.min(...accuracy)).toBeGreaterThan(0.7);
    // Two learners of each seed with the same weights: the arms' own objectives have no part in it.
    expect(accuracy.slice(2)).toEqual(accuracy.slice(0, 2));
  });

  it("begins with the features that the learners have, running statistics and all", async () => {
    const { cohort, source, training } = await underway({
      encoder: { id: "mlp", width: 8, depth: 1, projection: 4, norm: "batch" },
    });
    for (let step = 0; step < 2; step++) training.update(step);
    const copies = cohort.successors(cohort.config, source);
    const samples = tf.tensor3d([
      [
        [0.3, -1],
        [2, 0.5],
      ],
    ]);
    expect(await bits(copies.encode(samples).features)).toEqual(await bits(cohort.encode(samples).features));
    training.update(2);
    expect(await bits(copies.encode(samples).features)).not.toEqual(await bits(cohort.encode(samples).features));
  });
});

describeOnEachBackend("fine-tuned accuracy", () => {
  it("begins from what each learner has learned", async () => {
    const config = tuned(3);
    const heldOut = new HeldOut(await dataOf(config), config);
    const cohort = cohortOf(config);
    const [first] = cohort.parameters.tensors as [tf.Tensor];
    const scale = tf.tensor3d([1, 1, -3, 1], [4, 1, 1]);
    assignTo(first, first.mul(scale));
    const { fineTunedAccuracy: accuracy } = (await heldOut.fineTune(cohort, TO_THE_END)) as FineTunedMetrics;
    expect(accuracy[2]).not.toBe(accuracy[0]);
    expect(accuracy[3]).toBe(accuracy[1]);
  });

  it("is measured at the end of the run, and changes nothing else of it", async () => {
    const { record } = await conduct(tuned(10, { steps: 7 }));
    const { record: without } = await conduct(tuned(0, { steps: 7 }));
    for (const [learner, { series }] of record.learners.entries()) {
      const { fineTunedAccuracy, ...rest } = series as Record<string, (number | null)[]>;
      expect(fineTunedAccuracy!.map((value) => value === null)).toEqual([...new Array(7).fill(true), false]);
      expect(rest).toEqual(without.learners[learner]!.series);
    }
    expect(record.summary.fineTunedAccuracy).toHaveLength(2);
    expect(without.summary.fineTunedAccuracy).toBeUndefined();
  });

  it("has no value where the data has no labels", async () => {
    const config = tuned(5);
    const { record } = await conduct(config, { dataset: unlabeled(await dataOf(config)) });
    expect(measured(record, 0, "fineTunedAccuracy")).toEqual([]);
  });

  it("takes a queue, a learned temperature and a supervised arm as they come", async () => {
    const queued = await conduct(tuned(2, { queue: { size: 8 }, temperatureRule: { id: "learned" } }));
    expect(measured(queued.record, 0, "fineTunedAccuracy")).toHaveLength(1);
    const supervised = await conduct(tuned(2, { arms: [{ objective: "supervised" }], optimizer: { id: "lars" } }));
    expect(measured(supervised.record, 0, "fineTunedAccuracy")).toHaveLength(1);
  });
}, ["wasm"]);

describeOnEachBackend("validation", () => {
  it("measures on training samples that nothing is trained on, and never on test samples", async () => {
    const config = tuned(2, { arms: [{ objective: "supervised" }] });
    const validated = { ...config, evaluation: { ...config.evaluation, validation: true } };
    const dataset = await dataOf(config);
    // Values that are not numbers would show in every accuracy.
    const spoilt = { ...dataset, test: { ...dataset.test, values: dataset.test.values.map(() => Number.NaN) } };
    const { record, run } = await conduct(validated, { dataset: spoilt });
    expect(run.dataset).toMatchObject({ trainCount: 160, testCount: 40 });
    for (const metric of ["knnAccuracy", "probeAccuracy"] as const) expect(measured(record, 0, metric)).toHaveLength(2);
    expect(measured(record, 0, "fineTunedAccuracy")).toHaveLength(1);
    expect(measured((await conduct(config, { dataset: spoilt })).record, 0, "knnAccuracy")).toEqual([]);
    expect(record.config.evaluation.validation).toBe(true);
  });

  it("changes the probe by a searched ridge alone", async () => {
    const config = tuned(0);
    const searched = { ...config, evaluation: { ...config.evaluation, linearProbe: { ridge: 100, search: true } } };
    const [plain, found] = [
      await conduct({ ...config, evaluation: { ...config.evaluation, linearProbe: { ridge: 100, search: false } } }),
      await conduct(searched),
    ];
    expect(measured(found.record, 0, "knnAccuracy")).toEqual(measured(plain.record, 0, "knnAccuracy"));
    expect(measured(found.record, 0, "probeAccuracy").at(-1)).toBeGreaterThan(
      measured(plain.record, 0, "probeAccuracy").at(-1)!,
    );
  });
}, ["wasm"]);
