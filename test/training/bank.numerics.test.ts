import * as tf from "@tensorflow/tfjs";
import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { expect, it } from "vitest";
import { seedNumbers } from "../../src/config/seeds";
import { subset } from "../../src/data/split";
import type { Dataset, Split } from "../../src/data/types";
import { createEncoder } from "../../src/ops/encoder";
import { Cohort } from "../../src/training/cohort";
import { EvaluationSet } from "../../src/training/evaluation/evaluation";
import { HeldOut } from "../../src/training/evaluation/heldOut";
import { describeOnEachBackend, QUICK_BACKENDS } from "../support/backends";
import { conduct, dataOf, tinyConfig } from "../support/experiment";

/** Pretraining on samples without labels, and measuring with others: the same samples, split in two ways. */

const CONFIG = tinyConfig({
  dataset: { id: "points", layout: "gaussians", classes: 4, samples: 600 },
  evaluation: { every: 3, trainSamples: 100, testSamples: 60, knn: { k: 5 }, fineTune: { steps: 2, samples: 32 } },
});

/** The first samples measure, with their labels; the others train, without. */
async function twoWays(): Promise<{ joint: Dataset; apart: Dataset; bare: Dataset }> {
  const whole = await dataOf(CONFIG);
  const indices = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, i) => from + i);
  const known = subset(whole.train, indices(0, 200));
  const train: Split = { ...subset(whole.train, indices(200, 600)), labels: null };
  return { joint: { ...whole, train: known }, apart: { ...whole, train, bank: known }, bare: { ...whole, train } };
}

const cohortOf = () => new Cohort(createEncoder(CONFIG.encoder, [2]), CONFIG, seedNumbers(CONFIG));

interface Encoded {
  rows: number[][];
  labels: number[];
}

/** Weighted vote of the k samples of the largest cosine, in float64. */
function knnReference(bank: Encoded, queries: Encoded, { k, temperature }: { k: number; temperature: number }): number {
  const cosine = (a: number[], b: number[]) => {
    const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
    return dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
  };
  const predicted = queries.rows.map((query) => {
    const nearest = bank.rows.map((row, i) => ({ cos: cosine(query, row), label: bank.labels[i]! }));
    nearest.sort((one, other) => other.cos - one.cos);
    const votes = [0, 0, 0, 0];
    for (const { cos, label } of nearest.slice(0, k)) votes[label]! += Math.exp(cos / temperature);
    return votes.indexOf(Math.max(...votes));
  });
  return predicted.filter((label, i) => label === queries.labels[i]).length / predicted.length;
}

/** Ridge regression of one-hot classes with a free bias, on standardized features, in float64. */
function probeReference(bank: Encoded, queries: Encoded, ridge: number): number {
  const n = bank.rows.length;
  const size = bank.rows[0]!.length;
  const mean = Array.from({ length: size }, (_, j) => bank.rows.reduce((sum, row) => sum + row[j]!, 0) / n);
  const deviation = mean.map((m, j) => Math.sqrt(bank.rows.reduce((sum, row) => sum + (row[j]! - m) ** 2, 0) / n));
  const scaled = (row: number[]) => row.map((value, j) => (deviation[j]! > 0 ? (value - mean[j]!) / deviation[j]! : 0));
  const x = new Matrix(bank.rows.map(scaled));
  const y = new Matrix(bank.labels.map((label) => [0, 1, 2, 3].map((c) => Number(c === label))));
  const bias = [0, 1, 2, 3].map((c) => bank.labels.filter((label) => label === c).length / n);
  const gram = Matrix.add(x.transpose().mmul(x), Matrix.eye(size).mul(ridge * n));
  const weights = new CholeskyDecomposition(gram).solve(x.transpose().mmul(y));
  const scores = new Matrix(queries.rows.map(scaled)).mmul(weights).to2DArray();
  const predicted = scores.map((row) => {
    const own = row.map((value, c) => value + bias[c]!);
    return own.indexOf(Math.max(...own));
  });
  return predicted.filter((label, i) => label === queries.labels[i]).length / predicted.length;
}

/** Features of the first learner, as the product computes them. */
async function encoded(cohort: Cohort, split: Split, indices: Int32Array): Promise<Encoded> {
  const set = new EvaluationSet(split, [2], indices);
  const { features, featureSize } = await set.encode(cohort);
  set.dispose();
  const rows = [...indices.keys()].map((row) =>
    Array.from(features[0]!.subarray(row * featureSize, (row + 1) * featureSize)),
  );
  return { rows, labels: Array.from(indices, (index) => split.labels![index]!) };
}

describeOnEachBackend(
  "evaluation with labeled samples of its own",
  () => {
    it("gives the accuracies that the same samples give as training samples, and those of a direct computation", async () => {
      const { joint, apart } = await twoWays();
      const all = { ...CONFIG, evaluation: { ...CONFIG.evaluation, trainSamples: 200, testSamples: 20_000 } };
      const cohort = cohortOf();
      const [one, other] = [new HeldOut(joint, all), new HeldOut(apart, all)];
      const [whole, split] = [await one.evaluate(cohort), await other.evaluate(cohort)];
      expect(split).toEqual(whole);
      const everything = ({ count }: Split) => Int32Array.from({ length: count }, (_, i) => i);
      const bank = await encoded(cohort, apart.bank!, everything(apart.bank!));
      const queries = await encoded(cohort, apart.test, everything(apart.test));
      const { knn, linearProbe } = CONFIG.evaluation;
      expect(split.knnAccuracy[0]).toBeCloseTo(knnReference(bank, queries, knn), 6);
      expect(split.probeAccuracy[0]).toBeCloseTo(probeReference(bank, queries, linearProbe.ridge), 6);
      expect(split.knnAccuracy[0]).toBeGreaterThan(0.3);
      for (const part of [one, other]) part.dispose();
      cohort.dispose();
    });

    it("gives everything back", async () => {
      const { apart } = await twoWays();
      const cohort = cohortOf();
      const before = tf.memory().numTensors;
      for (let round = 0; round < 2; round++) {
        const heldOut = new HeldOut(apart, CONFIG);
        await heldOut.evaluate(cohort);
        await heldOut.fineTune(cohort, async () => true);
        heldOut.dispose();
      }
      expect(tf.memory().numTensors).toBe(before);
      cohort.dispose();
    });

    it("changes nothing about training, measures accuracies, and repeats to the bit", async () => {
      const { apart, bare } = await twoWays();
      const before = tf.memory().numTensors;
      const records = [];
      for (const dataset of [apart, apart, bare]) records.push((await conduct(CONFIG, { dataset })).record);
      expect(tf.memory().numTensors).toBe(before);
      const [first, second, without] = records.map(({ learners }) => learners.map(({ series }) => series));
      expect(second).toEqual(first);
      const losses = (series: typeof first) => series!.map(({ objective }) => objective);
      expect(losses(first)).toEqual(losses(without));
      const last = (series: typeof first) => series![0]!.probeAccuracy?.at(-1) ?? null;
      expect(last(first)).toBeGreaterThan(0.2);
      expect(last(without)).toBeNull();
      expect(records[0]!.summary.fineTunedAccuracy).toBeDefined();
    });
  },
  QUICK_BACKENDS,
);
