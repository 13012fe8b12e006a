import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { seedNumbers } from "../../src/config/seeds";
import type { Dataset } from "../../src/data/types";
import { createEncoder } from "../../src/ops/encoder";
import { Cohort } from "../../src/training/cohort";
import { EvaluationSet } from "../../src/training/evaluation/evaluation";
import { HeldOut } from "../../src/training/evaluation/heldOut";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { dataOf, tinyConfig } from "../support/experiment";

const CONFIG = tinyConfig({ dataset: { id: "points", layout: "gaussians", classes: 4, samples: 600 } });

function cohortOf(config = CONFIG): Cohort {
  return new Cohort(createEncoder(config.encoder, [2]), config, seedNumbers(config));
}

describeOnEachBackend("an evaluation set", () => {
  it("encodes each of its samples with each learner, with its own label, beyond one chunk as within", async () => {
    const { train } = await dataOf(CONFIG);
    const indices = Int32Array.from({ length: 260 }, (_, i) => 599 - 2 * i);
    const set = new EvaluationSet(train, [2], indices);
    const cohort = cohortOf();
    const encoded = await set.encode(cohort);
    for (const row of [0, 1, 249, 250, 259]) {
      const index = indices[row]!;
      expect(set.labels![row]).toBe(train.labels![index]);
      const sample = tf.tensor3d(Array.from(train.values.subarray(2 * index, 2 * index + 2)), [1, 1, 2]);
      const [features, embeddings] = [cohort.encode(sample).features, cohort.encode(sample).embeddings];
      const rows = (all: Float32Array[], size: number) => all.map((own) => own.subarray(row * size, (row + 1) * size));
      await expectAllclose(rows(encoded.features, encoded.featureSize), features, { atol: 1e-6 });
      await expectAllclose(rows(encoded.embeddings, encoded.embeddingSize), embeddings, { atol: 1e-6 });
    }
  });
});

describeOnEachBackend("held-out quality", () => {
  it("is measured for every learner, the same for the same weights", async () => {
    const dataset = await dataOf(CONFIG);
    const heldOut = new HeldOut(dataset, CONFIG);
    const before = tf.memory().numTensors;
    const result = await heldOut.evaluate(cohortOf());
    // Four learners, two of each seed with the same initial weights.
    for (const values of Object.values(result)) {
      expect(values).toHaveLength(4);
      expect(values.subarray(2)).toEqual(values.subarray(0, 2));
    }
    expect(result.effectiveRank[0]).toBeGreaterThan(1);
    expect(result.participationRatio[0]).toBeGreaterThan(1);
    expect(result.effectiveRank[0]).not.toBe(result.effectiveRank[1]);
    expect(Math.min(...result.knnAccuracy)).toBeGreaterThan(0.3);
    expect(tf.memory().numTensors - before).toBe(weightsAndState(cohortOf));
  });

  it("has no accuracy where the data has no labels, and still a rank", async () => {
    const labeled = await dataOf(CONFIG);
    const dataset: Dataset = {
      ...labeled,
      classNames: [],
      train: { ...labeled.train, labels: null },
      test: { ...labeled.test, labels: null },
    };
    const result = await new HeldOut(dataset, CONFIG).evaluate(cohortOf());
    expect([...result.knnAccuracy, ...result.probeAccuracy].every(Number.isNaN)).toBe(true);
    expect(result.effectiveRank.every((rank) => rank > 1)).toBe(true);
  });

  it("takes no more samples than there are", async () => {
    const config = tinyConfig({ evaluation: { trainSamples: 20_000, testSamples: 20_000 } });
    const heldOut = new HeldOut(await dataOf(config), config);
    const { labels, embeddings, embeddingSize } = await heldOut.embed(cohortOf(config), 100_000);
    expect(labels).toHaveLength(200);
    expect(embeddings[0]).toHaveLength(200 * embeddingSize);
  });
});

/** Tensors that a cohort holds. */
function weightsAndState(make: () => Cohort): number {
  const before = tf.memory().numTensors;
  make();
  return tf.memory().numTensors - before;
}
