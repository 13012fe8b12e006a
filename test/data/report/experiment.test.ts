import { describe, expect, test } from "vitest";
import { assemble } from "../../../src/data/assembly/assemble";
import { suspicionsOfDrawing } from "../../../src/data/report/experiment";
import { summarize } from "../../../src/data/summary";
import { batchIndices } from "../../../src/engine/batchOrder";
import { PURPOSE } from "../../../src/engine/random";
import { english } from "../../../src/i18n/translate";

const said = (count: number, batchSize: number, size = 0) =>
  suspicionsOfDrawing(count, { batchSize, queue: { size } }).map((suspicion) => english(suspicion.said));

/** Samples of the batches of some steps, by the sampler of the training. */
const drawn = (count: number, batchSize: number, steps: number[]) =>
  steps.map((step) => [...batchIndices({ seed: 1, step, batchSize, count, purpose: PURPOSE.trainingOrder })]);

const shared = (batch: number[], other: number[]) =>
  batch.filter((sample) => other.includes(sample)).length / batch.length;

describe("what is suspicious for one experiment on data", () => {
  test("is nothing where an epoch has two batches or more, and no queue is as long as the training set", () => {
    expect(said(32, 16, 31)).toEqual([]);
  });

  test("is a batch that is most of the training set", () => {
    expect(said(20, 16)).toEqual([
      "A batch takes 16 of 20 training samples: an epoch is one batch, and two batches have about 80% of their samples in common. Gradient variance and noise, measured between batches, are smaller than on more data.",
    ]);
    const batches = drawn(20, 16, [...Array(200).keys()]);
    const shares = batches.slice(1).map((batch, i) => shared(batch, batches[i]!));
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(0.8, 1);
  });

  test("is a queue in which anchors meet their own sample", () => {
    expect(said(64, 8, 64)).toEqual([
      "The queue has 64 keys, and there are 64 training samples: it holds keys of most of them, and over an epoch more than half of the anchors meet one of their own sample among their negatives.",
    ]);
    const batches = drawn(64, 8, [...Array(88).keys()]);
    const steps = Array.from({ length: 80 }, (_, i) => i + 8);
    const queues = steps.map((step) => batches.slice(step - 8, step).flat());
    expect(Math.min(...queues.map((queue) => new Set(queue).size))).toBeGreaterThan(32);
    const met = steps.map((step, i) => shared(batches[step]!, queues[i]!));
    expect(met.reduce((sum, share) => sum + share, 0) / met.length).toBeGreaterThan(0.5);
  });

  test("stands in the report of the run's data, and in none of the data by themselves", () => {
    const train = {
      name: "t.csv",
      kind: "features" as const,
      shape: [2],
      count: 30,
      values: Float32Array.from({ length: 60 }, (_, i) => (i * 37) % 101),
      labels: Uint8Array.from({ length: 30 }, (_, i) => i % 2),
      classNames: ["ant", "bee"],
    };
    const dataset = assemble({ train, test: null }, { id: "files", title: "t", samples: 100 }, 1);
    const kindsOf = (drawing?: Parameters<typeof summarize>[1]) =>
      summarize(dataset, drawing).report!.suspicions.map(({ kind }) => kind);
    expect(kindsOf()).toEqual([]);
    expect(kindsOf({ batchSize: 16, queue: { size: 32 } })).toEqual(["fewForBatch", "longQueue"]);
  });
});
