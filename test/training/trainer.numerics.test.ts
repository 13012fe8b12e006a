import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { augmentationRecipe } from "../../src/augmentations/recipe";
import { subset } from "../../src/data/split";
import type { Dataset, Split } from "../../src/data/types";
import { batchIndices } from "../../src/engine/batchOrder";
import { PURPOSE } from "../../src/engine/random";
import { augmentedViews } from "../../src/ops/augment";
import { pairOffset, toBackend, unpaired } from "../../src/ops/augment/resident";
import { recordOf } from "../../src/session/run";
import { previewViews } from "../../src/training/evaluation/previewViews";
import { ViewSource } from "../../src/training/viewSource";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { conduct, dataOf, prepare, tensorsAt, tinyConfig } from "../support/experiment";
import { bits } from "../support/tensors";
import { IS_THOROUGH } from "../support/thorough";

/** Steps between which the memory is compared; a third of them are probed and evaluated. */
const STEPS = [10, 100];

describeOnEachBackend("a run", () => {
  it("repeats to the bit from its config, through pauses and snapshots of the views", async () => {
    const config = tinyConfig({ steps: 4, gradientProbe: { every: 2, microBatches: 2 } });
    const { startedAt: _, durationMs: __, clock: ___, ...straight } = (await conduct(config)).record;
    const { run, record } = await conduct(config, { views: true, stepwise: true });
    expect(run.views?.step).toBe(4);
    expect(run.histogram?.step).toBe(3);
    expect(record).toMatchObject(straight);
    expect(record.learners).toEqual(straight.learners);
    const { record: other } = await conduct(tinyConfig({ steps: 1, seed: 2, gradientProbe: { every: 0 } }));
    expect(other.learners[0]!.series.infoNce![0]).not.toEqual(straight.learners[0]!.series.infoNce![0]);
  });
});

describeOnEachBackend("the anchors of the views", () => {
  it("are told once, and followed in the same views with the temperature that the next step has", async () => {
    const arms = [{ objective: "infoNce" }, { objective: "flatNce", temperature: 0.5 }] as const;
    const config = tinyConfig({ arms: [...arms], temperatureRule: { id: "learned" }, gradientProbe: { every: 0 } });
    const { trainer, run, events } = await prepare(config, { views: true });
    const seen: NonNullable<typeof run.views>[] = [];
    while (!trainer.finished) {
      await trainer.settle();
      seen.push(run.views!);
      await trainer.advance();
    }
    await trainer.settle();
    // Hundreds of views: they are drawn when they are asked for, and not before the first step.
    expect(run.samples).toBeNull();
    for (const _ of [1, 2]) await trainer.emitSamples();
    trainer.dispose();
    expect(events.filter((type) => type === "anchors" || type === "views").slice(0, 2)).toEqual(["anchors", "views"]);
    expect(events.filter((type) => type === "anchors")).toHaveLength(1);
    expect(run.anchors!.pairs).toMatchObject({ count: 4, shape: [2] });
    expect([...run.anchors!.samples].sort()).toEqual([0, 1, 2, 3]);
    expect(events.filter((type) => type === "samples")).toHaveLength(1);
    const { count, values, views } = run.samples!;
    expect([count, values.length, views.length]).toEqual([seen[0]!.arms[0]!.plane.length / 2, 2 * count, 4 * count]);
    expect(views.every(Number.isFinite)).toBe(true);
    expect(run.embeddings.snapshots.map(({ step }) => step)).toEqual([...Array(run.views!.step + 1).keys()]);
    // From the same weights, every arm sees the same; then they part.
    const [first, last] = [seen[0]!.arms, seen.at(-1)!.arms];
    expect(first[0]!.similarity).toEqual(first[1]!.similarity);
    expect(last[0]!.similarity).not.toEqual(last[1]!.similarity);
    for (const { step, arms } of seen)
      for (const { arm, temperature } of arms) {
        const measured = recordOf(run).learners[arm * config.seeds]!.series.temperature![step]!;
        expect(temperature / measured).toBeCloseTo(1, 5);
      }
    expect(seen.at(-1)!.arms[0]!.temperature).not.toBeCloseTo(seen[0]!.arms[0]!.temperature, 5);
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

describeOnEachBackend("a preview of an augmentation", () => {
  const draw = 5;
  const { augmentation } = tinyConfig({ augmentation: { strength: 1, rotation: 20, noise: 0.1, cutout: 0.5 } });

  it.each<[string, Partial<Split> & { shape?: number[] }]>([
    ["of points", {}],
    ["of points in pairs", { second: Float32Array.from({ length: 128 }, (_, i) => i) }],
    ["of images", { values: Uint8Array.from({ length: 64 * 75 }, (_, i) => (i * i) % 251), shape: [5, 5, 3] }],
  ])(
    "%s shows what the views' own code makes of samples that are drawn for it",
    async (_, { shape = [2], ...other }) => {
      const made = await dataOf(tinyConfig());
      const dataset: Dataset = { ...made, shape, train: { ...made.train, ...other } };
      const { samples, labels, pairs } = await previewViews(dataset, { augmentation, seed: 3, draw });
      const purpose = PURPOSE.previewOrder;
      const indices = batchIndices({ seed: 3, step: draw, batchSize: 16, count: 64, purpose });
      const resident = toBackend(unpaired(dataset.train), shape);
      const views = augmentedViews(resident, augmentationRecipe(augmentation, shape), {
        seeds: [3],
        step: draw,
        purpose: PURPOSE.previewViews,
        indices,
        pairOffset: pairOffset(dataset.train),
      });
      const seen = shape.length === 3 ? tf.add(tf.div(views, 2), 0.5) : views;
      const inPairs = Array.from({ length: 32 }, (_, i) => (i >> 1) + 16 * (i & 1));
      await expectAllclose(tf.tensor(pairs.values, [32, ...shape]), tf.gather(seen.reshape([32, ...shape]), inPairs));
      expect(samples).toEqual(subset(dataset.train, indices).values);
      expect(labels).toEqual(subset(dataset.train, indices).labels);
    },
  );

  it("leaves a run as it is without it, whenever it is asked for", async () => {
    const config = tinyConfig({ steps: 4, gradientProbe: { every: 2, microBatches: 2 } });
    const undisturbed = (await conduct(config)).record.learners;
    const { trainer, run } = await prepare(config);
    const shown: Promise<unknown>[] = [];
    while (!trainer.finished) {
      const step = trainer.advance();
      shown.push(trainer.previewViews(augmentation, trainer.step));
      await step;
      shown.push(trainer.previewViews(augmentation, trainer.step));
    }
    await Promise.all([...shown, trainer.settle()]);
    trainer.dispose();
    expect(recordOf(run).learners).toEqual(undisturbed);
  });
});

describeOnEachBackend("the memory of a run", () => {
  // A learned temperature is one tensor more that could be left behind.
  it.each(IS_THOROUGH ? (["fixed", "learned"] as const) : (["learned"] as const))(
    "does not grow with the steps, and is given back: %s temperature",
    async (id) => {
      const encoder = { id: "mlp", width: 4, depth: 1, projection: 2 } as const;
      const config = tinyConfig({ steps: 1000, encoder, temperatureRule: { id } });
      const dataset = await dataOf(config);
      const before = tf.memory().numTensors;
      const { trainer } = await prepare(config, { dataset, views: true });
      const counts = await tensorsAt(trainer, STEPS);
      trainer.dispose();
      expect(counts[1]).toBe(counts[0]);
      expect(counts[0]).toBeGreaterThan(before);
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});
