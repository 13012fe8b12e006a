import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import type { Dataset } from "../../src/data/types";
import { StepBlock } from "../../src/engine/stepBlock";
import { createEncoder } from "../../src/ops/encoder";
import { Cohort } from "../../src/training/cohort";
import { evaluateObjective } from "../../src/training/evaluateObjective";
import { StepSink } from "../../src/training/stepSink";
import { ViewSource } from "../../src/training/viewSource";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";
import { conduct, dataOf, measured, seriesOf, tinyConfig } from "../support/experiment";
import { logSumExp, type Matrix, mean, numericalGradient, pseudoRandom, randomMatrix } from "../support/float64";
import { expectGradient } from "../support/gradient";
import { expectReplayed } from "../support/replay";

const CONTRASTIVE = { arms: [{ objective: "infoNce" }, { objective: "flatNce" }] } satisfies ExperimentInput;
const MIXED = { arms: [...CONTRASTIVE.arms, { objective: "supervised" }] } satisfies ExperimentInput;
const BARE = { gradientProbe: { every: 0 }, evaluation: { every: 0 } } satisfies ExperimentInput;

const dot = (a: number[], b: number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
const column = (matrix: Matrix, j: number) => matrix.map((row) => row[j]!);

/** Rows times a matrix plus a bias, [N][O]. */
function affine(x: Matrix, w: Matrix, [bias]: Matrix): Matrix {
  return x.map((row) => bias!.map((b, j) => dot(row, column(w, j)) + b));
}

/** The definition in float64: one hidden layer, a linear classifier, cross-entropy. */
function crossEntropy(views: Matrix, labels: number[], [w1, b1, w2, b2]: Matrix[]): number {
  const features = affine(views, w1!, b1!).map((row) => row.map((x) => Math.max(0, x)));
  return mean(affine(features, w2!, b2!).map((scores, i) => logSumExp(scores) - scores[labels[i]!]!));
}

describeOnEachBackend("a supervised arm", () => {
  it("has the gradient of the cross-entropy, through its classifier and its encoder", async () => {
    const config = tinyConfig({ arms: [{ objective: "infoNce" }, { objective: "supervised" }], seeds: 1 });
    const source = new ViewSource(await dataOf(config), config);
    const cohort = new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config), source);
    const block = new StepBlock(2);
    const { views, samples } = source.draw(block, "training", true);
    const next = pseudoRandom(5);
    const { specs } = cohort.parameters;
    const weights = specs.map(({ shape: [rows = 0, columns = 0] }) => randomMatrix(rows, columns, next));
    const stacked = weights.map((own) => tf.tensor3d([own, own]));
    const sink = new StepSink({ learners: 2, views: 8 });
    const reading = cohort.carried.read(views, samples);
    const gradients = cohort.differentiate({ views, reading, block, sink }, stacked);

    // First layer, projection head of four tensors, classifier.
    expect(specs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["hidden1/weights", "classifier/weights", "classifier/bias"]),
    );
    const labels = ((await samples!.array()) as Matrix)[0]!.map((sample) => source.labels!.values[sample]!);
    const [own, both] = [((await views.array()) as Matrix[])[0]!, [...labels, ...labels]];
    const used = [0, 1, 6, 7];
    for (const [place, p] of used.entries()) {
      const loss = (changed: Matrix) =>
        crossEntropy(
          own,
          both,
          used.map((q, i) => (i === place ? changed : weights[q]!)),
        );
      await expectGradient(gradients[p]!.slice(1, 1).squeeze([0]), numericalGradient(loss, weights[p]!), 2e-4);
    }
    // Of the projection head the supervised learner has none, and of the classifier the contrastive one.
    for (const p of [2, 3, 4, 5]) await expectAllclose(gradients[p]!.slice(1, 1).abs().max(), 0, { atol: 0 });
    for (const p of [6, 7]) await expectAllclose(gradients[p]!.slice(0, 1).abs().max(), 0, { atol: 0 });
  });

  it("begins with every class as likely, and learns them", async () => {
    const { record } = await conduct(
      tinyConfig({
        ...MIXED,
        ...BARE,
        steps: 16,
        optimizer: { learningRate: 0.05 },
        dataset: { id: "points", layout: "gaussians", classes: 4, samples: 64 },
      }),
    );
    const losses = measured(record, 4, "objective");
    expect(losses[0]).toBeCloseTo(Math.log(4), 5);
    expect(losses.at(-1)).toBeLessThan(0.8 * Math.log(4));
    // What is measured of z is there as for every learner.
    for (const metric of ["infoNce", "logXi", "uniformity"] as const)
      expect(measured(record, 4, metric)).toHaveLength(16);
  });
});

describeOnEachBackend("contrastive arms beside a supervised one", () => {
  it("are what they are without it, to the bit", async () => {
    const { record: alone } = await conduct(tinyConfig(CONTRASTIVE));
    const { record: beside } = await conduct(tinyConfig(MIXED));
    for (const arm of [0, 1])
      for (const seed of [0, 1]) expect(seriesOf(beside, arm, seed)).toEqual(seriesOf(alone, arm, seed));
  });
}, ["cpu", "wasm"]);

describeOnEachBackend("a supervised arm's representation", () => {
  it("is better by the probe than the untrained one's", async () => {
    const { record } = await conduct(
      tinyConfig({
        arms: [{ objective: "supervised" }],
        seeds: 1,
        dataset: { id: "points", layout: "rings", classes: 4, samples: 600 },
        encoder: { id: "mlp", width: 16, depth: 2, projection: 4 },
        batchSize: 32,
        steps: 100,
        optimizer: { learningRate: 0.01 },
        gradientProbe: { every: 0 },
        evaluation: { every: 100, trainSamples: 200, testSamples: 200 },
      }),
    );
    const [untrained, trained] = measured(record, 0, "probeAccuracy");
    expect(trained).toBeGreaterThan(untrained! + 0.1);
  });

  it("cannot be had without labels, and says so before anything is kept", async () => {
    const config = tinyConfig(MIXED);
    const labeled = await dataOf(config);
    const dataset: Dataset = { ...labeled, train: { ...labeled.train, labels: null } };
    const before = tf.memory().numTensors;
    await expect(conduct(config, { dataset })).rejects.toThrow(/^Supervised is trained with labels.*labelled data/);
    expect(tf.memory().numTensors).toBe(before);
    const bank = { dataset: { ...dataset, bank: labeled.train } };
    await expect(conduct(config, bank)).rejects.toThrow(
      /^Supervised is trained with labels.*labelled samples are for me/,
    );
    expect(tf.memory().numTensors).toBe(before);
  });

  it("is no loss of given embeddings", async () => {
    const z = [
      [1, 0],
      [0, 1],
    ];
    const evaluated = evaluateObjective("supervised", { z1: z, z2: z, temperature: 0.1 });
    await expect(evaluated).rejects.toThrow(/^Supervised is a loss of labels, not of embeddings/);
  });

  it("gives its tensors back", async () => {
    const config = tinyConfig({ ...MIXED, steps: 4 });
    const dataset = await dataOf(config);
    await conduct(config, { dataset });
    const before = tf.memory().numTensors;
    await conduct(config, { dataset });
    expect(tf.memory().numTensors).toBe(before);
  });
}, ["wasm"]);

describeOnWebGpu("a recorded step with a supervised arm", () => {
  it("trains as a plain one does, to the bit, and is replayed", () => expectReplayed(MIXED));
});
