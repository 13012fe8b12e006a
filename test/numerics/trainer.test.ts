import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { ViewSource } from "../../src/experiment/viewSource";
import { describeOnEachBackend } from "../support/backends";
import { conduct, dataOf, prepare, tinyConfig } from "../support/experiment";
import { bits } from "../support/tensors";

/** Steps between which the memory is compared; a third of them are probed and evaluated. */
const STEPS = [10, 100];

describeOnEachBackend("a run", () => {
  it("repeats to the bit from its config, through pauses and snapshots of the views", async () => {
    const config = tinyConfig({ steps: 4, gradientProbe: { every: 2, microBatches: 2 } });
    const { startedAt: _, durationMs: __, ...straight } = (await conduct(config)).record;
    const { run, record } = await conduct(config, { views: true, stepwise: true });
    expect(run.views?.step).toBe(4);
    expect(run.histogram?.step).toBe(3);
    expect(record).toMatchObject(straight);
    expect(record.learners).toEqual(straight.learners);
    const { record: other } = await conduct(tinyConfig({ steps: 1, seed: 2, gradientProbe: { every: 0 } }));
    expect(other.learners[0]!.series.infoNce![0]).not.toEqual(straight.learners[0]!.series.infoNce![0]);
  });
});

describeOnEachBackend("the views of a step", () => {
  it("follow from its number alone", async () => {
    const config = tinyConfig();
    const dataset = await dataOf(config);
    const [walked, fresh] = [new ViewSource(dataset, config), new ViewSource(dataset, config)];
    for (let step = 0; step < 20; step++) walked.views(step).dispose();
    expect(await bits(walked.views(20))).toEqual(await bits(fresh.views(20)));
    expect(await bits(walked.views(19))).not.toEqual(await bits(fresh.views(20)));
  });

  it("are others for the training, for each micro-batch of a probe, and for its neighbours", async () => {
    const config = tinyConfig();
    const source = new ViewSource(await dataOf(config), config);
    const drawn = [source.views(1), source.probeViews(1, 0), source.probeViews(1, 1), source.probeViews(2, 0)];
    const patterns = (await Promise.all(drawn.map(bits))).map(String);
    expect(new Set(patterns).size).toBe(4);
  });
});

describeOnEachBackend("the memory of a run", () => {
  it("does not grow with the steps, and is given back", async () => {
    const config = tinyConfig({ steps: 1000, encoder: { id: "mlp", width: 4, depth: 1, projection: 2 } });
    const dataset = await dataOf(config);
    const before = tf.memory().numTensors;
    const { trainer } = await prepare(config, { dataset, views: true });
    const counts: number[] = [];
    for (const target of STEPS) {
      while (trainer.step < target) await trainer.advance();
      await trainer.settle();
      counts.push(tf.memory().numTensors);
    }
    trainer.dispose();
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeGreaterThan(before);
    expect(tf.memory().numTensors).toBe(before);
  });
});
