import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { recordOf } from "../../src/session/run";
import { Extraction } from "../../src/training/extraction/extraction";
import type { ExtractedRows, ExtractionRequest } from "../../src/training/extraction/types";
import type { Trainer } from "../../src/training/trainer";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend, QUICK_BACKENDS } from "../support/backends";
import { conduct, dataOf, prepare, seriesOf, tinyConfig } from "../support/experiment";

/** More held-out samples than fit in a forward pass, of which the evaluation asks about a part. */
const CHANGES = {
  dataset: { id: "points", layout: "rings", classes: 4, samples: 1200 },
  encoder: { id: "mlp", width: 8, depth: 1, projection: 4, norm: "batch" },
  steps: 5,
  evaluation: { every: 3, trainSamples: 64, testSamples: 100, knn: { k: 5 } },
} satisfies ExperimentInput;
const REQUEST: ExtractionRequest = { arm: 1, seed: 2, split: "test", predictions: true };
/** Of that request among the learners. */
const LEARNER = 3;

/** A trainer that has made its third update, whose evaluation is due next. */
async function atThree(changes: ExperimentInput = {}) {
  const config = tinyConfig({ ...CHANGES, ...changes });
  const { trainer, run } = await prepare(config);
  while (trainer.step < 3) await trainer.advance();
  return { config, trainer, run };
}

const begin = (trainer: Trainer, request: Partial<ExtractionRequest> = {}) =>
  trainer.inspect((inspected) => Extraction.begin(inspected, { ...REQUEST, ...request }));

async function rowsOf(extraction: Extraction, between?: () => Promise<void>): Promise<ExtractedRows[]> {
  const all: ExtractedRows[] = [];
  for (let rows = await extraction.next(); rows; rows = await extraction.next()) {
    all.push(rows);
    await between?.();
  }
  extraction.dispose();
  return all;
}

const joined = (all: ExtractedRows[], of: (rows: ExtractedRows) => Iterable<number>) =>
  all.flatMap((rows) => [...of(rows)]);

/** Share of the samples that the evaluation asks about of which a prediction is right. */
function accuracyOf(all: ExtractedRows[], of: "knn" | "probe"): number {
  const labels = joined(all, (rows) => rows.labels!);
  const predicted = joined(all, (rows) => rows[of]!.classes);
  const asked = joined(all, ({ evaluation }) => evaluation).flatMap((is, row) => (is ? [row] : []));
  expect(asked).toHaveLength(100);
  return asked.filter((row) => predicted[row] === labels[row]).length / asked.length;
}

describeOnEachBackend("an extraction", () => {
  it("has every sample of a split in its order, as the learner encodes it, and leaves no tensor behind", async () => {
    const { config, trainer } = await atThree();
    const { test } = await dataOf(config);
    const before = tf.memory().numTensors;
    const extraction = await begin(trainer);
    const { head } = extraction;
    expect(head).toMatchObject({
      arm: 1,
      seed: 2,
      split: "test",
      step: 3,
      count: 300,
      embeddingSize: 4,
      hasLabels: true,
    });
    const all = await rowsOf(extraction);
    expect(tf.memory().numTensors).toBe(before);
    expect(all.map(({ from, count }) => [from, count])).toEqual([
      [0, 250],
      [250, 50],
    ]);
    expect(joined(all, ({ labels }) => labels!)).toEqual([...test.labels!]);
    await trainer.inspect(async ({ cohort }) => {
      const { features, embeddings } = cohort.encode(tf.tensor3d(test.values as Float32Array, [1, 300, 2]));
      const own = (x: tf.Tensor) => tf.slice(x, LEARNER, 1).flatten();
      await expectAllclose(
        joined(all, (rows) => rows.features),
        own(features),
        { atol: 1e-5 },
      );
      await expectAllclose(
        joined(all, (rows) => rows.embeddings),
        own(embeddings),
        { atol: 1e-5 },
      );
    });
    trainer.dispose();
  });

  it("predicts what the accuracies count that the run measures at the same step", async () => {
    for (const search of [false, true]) {
      const { trainer, run } = await atThree({ evaluation: { ...CHANGES.evaluation, linearProbe: { search } } });
      const all = await rowsOf(await begin(trainer));
      await trainer.advance();
      await trainer.settle();
      trainer.dispose();
      const { step, knnAccuracy, probeAccuracy } = seriesOf(recordOf(run), 1, 1);
      const row = step.indexOf(3);
      expect(accuracyOf(all, "knn")).toBe(Math.round(100 * knnAccuracy![row]!) / 100);
      expect(accuracyOf(all, "probe")).toBe(Math.round(100 * probeAccuracy![row]!) / 100);
    }
  });
});

describeOnEachBackend(
  "a run that is looked at",
  () => {
    it("goes on to the bit as one that is not, and what is taken out is of one step", async () => {
      const { record } = await conduct(tinyConfig(CHANGES));
      const { trainer, run } = await atThree();
      const still = await rowsOf(await begin(trainer));
      const moving = await rowsOf(await begin(trainer), () => trainer.advance());
      expect(trainer.step).toBe(5);
      expect(moving).toEqual(still);
      await trainer.settle();
      trainer.dispose();
      expect(recordOf(run).learners).toEqual(record.learners);
    });

    it("has a validation split where one is held out, and its test split too, which it never looked at", async () => {
      const { config, trainer } = await atThree({ evaluation: { ...CHANGES.evaluation, validation: true } });
      const { train, test } = await dataOf(config);
      const parts = {
        train: await begin(trainer, { split: "train" }),
        validation: await begin(trainer, { split: "validation" }),
      };
      expect([parts.train.head.count, parts.validation.head.count]).toEqual([1100, 100]);
      const [rest, held] = [await rowsOf(parts.train), await rowsOf(parts.validation)];
      const origins = [...joined(rest, ({ origin }) => origin!), ...joined(held, ({ origin }) => origin!)];
      expect(origins.toSorted((a, b) => a - b)).toEqual([...Array(1200).keys()]);
      expect(joined(held, ({ labels }) => labels!)).toEqual(
        joined(held, ({ origin }) => origin!).map((index) => train.labels![index]),
      );
      const known = joined(rest, ({ evaluation }) => evaluation);
      expect(known.filter(Boolean)).toHaveLength(64);
      const unseen = await rowsOf(await begin(trainer));
      expect(joined(unseen, ({ evaluation }) => evaluation).some(Boolean)).toBe(false);
      expect(joined(unseen, ({ labels }) => labels!)).toEqual([...test.labels!]);
      await expect(atThree().then(({ trainer: plain }) => begin(plain, { split: "validation" }))).rejects.toThrow(
        'The run has no split "validation"; there are train, test.',
      );
      trainer.dispose();
    });

    it("says that there are no predictions without labels, and which learners there are", async () => {
      const config = tinyConfig(CHANGES);
      const labeled = await dataOf(config);
      const bare = (split: typeof labeled.train) => ({ ...split, labels: null });
      const dataset = { ...labeled, classNames: [], train: bare(labeled.train), test: bare(labeled.test) };
      const { trainer } = await prepare(config, { dataset });
      const extraction = await begin(trainer);
      expect(extraction.head).toMatchObject({ predictions: "noLabels", hasLabels: false, classNames: [] });
      const [rows] = await rowsOf(extraction);
      expect(rows).toMatchObject({ labels: null, knn: null, probe: null });
      await expect(begin(trainer, { arm: 2 })).rejects.toThrow(/no learner of arm 2 and seed 2.*0 to 1, seeds 1, 2/);
      trainer.dispose();
    });
  },
  QUICK_BACKENDS,
);
