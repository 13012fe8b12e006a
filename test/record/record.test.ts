import { beforeAll, describe, expect, it, vi } from "vitest";
import { subset } from "../../src/data/split";
import type { MetricId } from "../../src/metrics";
import { buildRecord, type RecordInput } from "../../src/record/build";
import { type RunRecord, recordSchema } from "../../src/record/record";
import { verdictOf } from "../../src/record/verdict";
import { reportOfDimPictures } from "../data/report/dimPictures";
import { chooseCpu, conduct, dataOf, tinyConfig } from "../support/experiment";

// Real training: a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(chooseCpu);

type Arm = RunRecord["config"]["arms"][number];

/** A record made up of the last values of some learners, [arm][seed]; null where a learner stopped. */
function recordFrom(arms: (Arm | Arm["objective"])[], values: (number | null)[][]) {
  const own = arms.map((arm) => (typeof arm === "string" ? { objective: arm } : arm));
  const config = tinyConfig({ arms: own, seeds: values[0]!.length });
  const input: RecordInput = {
    config,
    environment: {
      backend: "cpu",
      adapter: "",
      software: true,
      userAgent: "",
      tfjs: "4",
      refused: [],
      kernels: "reference",
      kernelsRefused: null,
    },
    startedAt: new Date(0).toISOString(),
    durationMs: 1,
    stepsDone: 2,
    learners: values.flatMap((row, arm) =>
      row.map((value, seed) => ({
        arm,
        seed,
        ...(value === null ? { stopped: { step: 1, reason: "not finite" } } : {}),
        series: { step: [0, 1, 2], objective: [9, value, null], knnAccuracy: [0, value, null] },
      })),
    ),
  };
  return buildRecord(input);
}

describe("a record", () => {
  it("passes its own schema, as an object and after a trip through JSON", async () => {
    const { record } = await conduct(tinyConfig());
    expect(recordSchema.parse(record)).toEqual(record);
    expect(recordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(record).toMatchObject({ stepsDone: 7, config: tinyConfig() });
    expect(record.learners.map(({ arm, seed }) => [arm, seed])).toEqual([
      [0, 1],
      [0, 2],
      [1, 1],
      [1, 2],
    ]);
    for (const { series } of record.learners)
      for (const column of Object.values(series)) expect(column).toHaveLength(series.step.length);
    expect(recordSchema.safeParse({ ...record, extra: 1 }).success).toBe(false);
    expect(recordSchema.safeParse({ ...record, schema: 3 }).success).toBe(false);
  });

  it("says what is suspicious of brought data for its batch, and there is none of a batch that they do not fill", async () => {
    const config = tinyConfig({ batchSize: 16, steps: 1, gradientProbe: { every: 0 }, evaluation: { every: 0 } });
    const made = await dataOf(config);
    const dataset = {
      ...made,
      report: reportOfDimPictures(),
      train: subset(made.train, Int32Array.of(...Array(20).keys())),
    };
    const { record } = await conduct(config, { dataset });
    expect(record.dataReport?.suspicions.map(({ kind }) => kind)).toEqual(["hardlyVaries", "single", "fewForBatch"]);
    const fewer = { ...dataset, train: subset(made.train, Int32Array.of(...Array(12).keys())) };
    await expect(conduct(config, { dataset: fewer })).rejects.toThrow(
      "A batch of 16 samples cannot be drawn from 12 training samples: choose a batch size of at most 12.",
    );
  });

  it("sums up the last measured values, whenever they were measured", () => {
    const { summary, paired } = recordFrom(
      ["infoNce", "flatNce"],
      [
        [0.5, 0.75],
        [1, 0.75],
      ],
    );
    expect(summary.knnAccuracy).toMatchObject([
      { mean: 0.625, n: 2 },
      { mean: 0.875, n: 2 },
    ]);
    expect(paired.find(({ metric }) => metric === "knnAccuracy")).toMatchObject({ armA: 0, armB: 1, difference: 0.25 });
  });

  it("says what the verdict on the page says, of every metric", async () => {
    const { run, record } = await conduct(tinyConfig({ arms: [{ objective: "flatNce" }, { objective: "flatNce" }] }));
    expect(record.paired.length).toBeGreaterThan(12);
    for (const { metric, armA, armB, difference, ci95, n } of record.paired)
      expect(verdictOf(run, metric, armA, armB), metric).toMatchObject({ difference, interval: ci95, seeds: n });
  });

  it("pairs every two arms once, but the objective's value only within one objective", () => {
    const row = [0.5, 0.75];
    const { paired } = recordFrom(["infoNce", "flatNce", "infoNce"], [row, row, row]);
    const pairs = (id: string) => paired.filter(({ metric }) => metric === id).map(({ armA, armB }) => [armA, armB]);
    expect(pairs("knnAccuracy")).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(pairs("objective")).toEqual([[0, 2]]);
  });

  it("pairs the objective's value of arms with the same loss alone", () => {
    const row = [0.5, 0.75];
    const arms: Arm[] = [{ objective: "dual" }, { objective: "dual", c: 0.1 }, { objective: "dual", c: 1 }];
    const { paired } = recordFrom(arms, [row, row, row]);
    const pairs = paired.filter(({ metric }) => metric === "objective").map(({ armA, armB }) => [armA, armB]);
    expect(pairs).toEqual([[0, 1]]);
  });

  it("pairs the seeds that both arms have, where it has not all learners", () => {
    const whole = recordFrom(
      ["infoNce", "flatNce"],
      [
        [0.5, 0.75, 0.25],
        [1, 0.5, 0.5],
      ],
    );
    const { summary, paired } = buildRecord({ ...whole, learners: whole.learners.filter((_, i) => i !== 1) });
    expect(summary.knnAccuracy?.map(({ n }) => n)).toEqual([2, 3]);
    expect(paired.find(({ metric }) => metric === "knnAccuracy")).toMatchObject({ difference: 0.375, n: 2 });
  });

  it("leaves learners that stopped out of the summary, and their seed out of the pairs", () => {
    const { summary, paired } = recordFrom(
      ["infoNce", "flatNce"],
      [
        [0.5, 0.75, 0.25],
        [1, null, 0.5],
      ],
    );
    expect(summary.knnAccuracy!.map(({ n }) => n)).toEqual([3, 2]);
    expect(summary.knnAccuracy![1]!.mean).toBe(0.75);
    expect(paired.find(({ metric }) => metric === "knnAccuracy")).toMatchObject({ n: 2, difference: 0.375 });
  });
});

describe("what is measured when", () => {
  const stepsOf = ({ series }: RunRecord["learners"][number], metric: MetricId) =>
    series.step.filter((_, row) => series[metric]![row] !== null);

  it("is the training at every step, the rest at step 0, where due and at the end", async () => {
    const { record } = await conduct(tinyConfig());
    for (const learner of record.learners) {
      expect(stepsOf(learner, "knnAccuracy")).toEqual([0, 3, 6, 7]);
      expect(stepsOf(learner, "gradientNorm")).toEqual([0, 3, 6, 7]);
      expect(stepsOf(learner, "infoNce")).toEqual([0, 1, 2, 3, 4, 5, 6]);
      expect(learner.layers!.step).toEqual([0, 3, 6, 7]);
      // The last probe is followed by no update.
      expect(stepsOf(learner, "updateSize")).toEqual([0, 3, 6]);
      expect(stepsOf(learner, "silentGradients")).toEqual([0, 3, 6]);
      expect(stepsOf(learner, "gradientCosine")).toEqual(learner.arm === 0 ? [] : [0, 3, 6, 7]);
    }
  });

  it("is the training alone when the probe and the evaluation are off", async () => {
    const { record } = await conduct(tinyConfig({ steps: 2, gradientProbe: { every: 0 }, evaluation: { every: 0 } }));
    expect(record.summary.infoNce).toHaveLength(2);
    expect(record.summary.knnAccuracy).toBeUndefined();
    expect(record.summary.gradientNorm).toBeUndefined();
    expect(record.summary.updateSize).toBeUndefined();
    expect(record.learners[0]).not.toHaveProperty("layers");
  });
});
