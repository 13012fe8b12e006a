import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSchema } from "../../../src/config/parseSchema";
import type { Dataset } from "../../../src/data/types";
import { withValidation } from "../../../src/data/validation";
import { verbatim } from "../../../src/i18n/errors";
import { PSEUDO } from "../../../src/i18n/pseudo";
import { english, translate } from "../../../src/i18n/translate";
import { stepsOf } from "../../../src/labs/sweep/budget";
import { cellsOf } from "../../../src/labs/sweep/grid";
import { sweepLab } from "../../../src/labs/sweep/lab";
import { choose, trial, withFactors } from "../../../src/labs/sweep/rates";
import { outcomeRows, problemRow } from "../../../src/labs/sweep/rows";
import type { SweepConfig, SweepRow } from "../../../src/labs/sweep/schema";
import { differenceOf, experimentOf, meanVanishingFactor, resultsOf } from "../../../src/labs/sweep/summary";
import { validationData } from "../../../src/labs/sweep/validation";
import { thinned } from "../../../src/labs/training/curves";
import { rateOf } from "../../../src/labs/training/rates";
import { withSteps } from "../../../src/labs/training/steps";
import { METRIC_IDS, type MetricId } from "../../../src/metrics";
import { pairedDifference } from "../../../src/record/statistics/differences";
import { tinyConfig } from "../../support/experiment";

const parse = (input: unknown) => parseSchema<SweepConfig>(sweepLab.schema, input);
function sweep(input: unknown = {}): SweepConfig {
  const result = parse(input);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.config;
}
const errorsOf = (input: unknown) => {
  const result = parse(input);
  return result.ok ? [] : result.errors.map(({ path, message }) => `${path}: ${message}`);
};

describe("the config of a sweep", () => {
  it("is a grid of batch size and temperature where nothing is said", () => {
    const { x, y, base } = sweep();
    expect([x.path, y.path]).toEqual(["batchSize", "temperature"]);
    expect(cellsOf(sweep()).every((cell) => "config" in cell)).toBe(true);
    expect(base.arms).toHaveLength(2);
  });

  it.each([
    [{ x: { path: "arms" } }, "x.path: cannot be arms"],
    [{ x: { path: "batchsize" } }, 'not "batchsize"'],
    [{ x: { path: "batchSize.x" } }, 'not "batchSize.x"'],
    [{ y: { path: "optimizer" } }, 'not "optimizer"'],
    [{ y: { path: "batchSize" } }, "y.path: must be another setting than x.path"],
    [{ x: { values: [4, 4] } }, "x.values: must differ"],
    [{ base: { arms: [{ objective: "infoNce" }] } }, "base.arms: must be at least two"],
    [{ armB: 2 }, "armB: must be below 2"],
    [{ armB: 0 }, "armB: must be another arm"],
    [{ base: { dataset: { id: "files" } } }, "base.dataset.id: cannot be files"],
    [{ x: { path: "evaluation.validation", values: [1] } }, "x.values: must be true or false"],
    [{ base: { optimizer: { id: "adam" } }, rates: { rule: "matched" } }, "rates.rule: matched needs"],
    [{ base: { batchSize: 1 } }, "base.batchSize: "],
    [{ metric: "objective" }, "metric: "],
  ])("refuses %j and says why", (input, message) => {
    expect(errorsOf(input).join("\n")).toContain(message);
  });
});

describe("the grid", () => {
  it("runs row by row, each along x, with both settings in the config", () => {
    const cells = cellsOf(sweep({ x: { values: [4, 8] }, y: { path: "encoder.width", values: [16, 32] } }));
    expect(cells.map(({ x, y }) => [x, y])).toEqual([
      [4, 16],
      [8, 16],
      [4, 32],
      [8, 32],
    ]);
    expect(cells[3]).toMatchObject({ config: { batchSize: 8, encoder: { width: 32 } } });
  });

  it("takes names as well as numbers", () => {
    const cells = cellsOf(sweep({ y: { path: "optimizer.id", values: ["sgd", "adam"] } }));
    expect(cells.at(-1)).toMatchObject({ config: { optimizer: { id: "adam" } } });
  });

  it("takes the names true and false for what is on or off", () => {
    const cells = cellsOf(sweep({ y: { path: "evaluation.validation", values: ["false", "true"] } }));
    expect(cells.at(-1)).toMatchObject({ y: "true", config: { evaluation: { validation: true } } });
  });

  it("reports a cell that is no experiment in the schema's own words", () => {
    const base = { dataset: { id: "points", samples: 64 } };
    const cells = cellsOf(sweep({ base, x: { values: [1, 8, 128] }, y: { values: [0.1] } }));
    expect(cells[1]).toMatchObject({ config: { batchSize: 8 } });
    const problems = cells.flatMap((cell) => ("problem" in cell ? [cell.problem] : []));
    expect(problems.map(english)).toEqual([
      expect.stringContaining("a batch of 1 has no negatives"),
      expect.stringContaining("at most dataset.samples (64)"),
    ]);
    expect(translate(problems[0]!, PSEUDO)).not.toContain("negatives");
  });

  it("matches gradient norms where asked to", () => {
    const [cell] = cellsOf(sweep({ rates: { rule: "matched" } }));
    expect(cell).toMatchObject({ config: { optimizer: { matchGradientNorm: true } } });
  });
});

describe("budgets", () => {
  const base = { steps: 300, batchSize: 16 };
  const cell = tinyConfig({ steps: 300, batchSize: 64 });

  it.each([
    ["steps", 300],
    ["samples", 75],
    ["time", 100],
  ] as const)("of equal %s give a cell of 4 times the batch and 3 times the time %d steps", (budget, steps) => {
    expect(stepsOf(sweep({ base, budget }), cell, { own: 6, first: 2 })).toBe(steps);
  });

  it("show each cell the same number of samples, to half a batch", () => {
    const config = sweep({ base, budget: "samples" });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1024 }), (batchSize) => {
        const steps = stepsOf(config, tinyConfig({ steps: 300, batchSize: 64 }), null);
        expect(steps).toBe(75);
        const own = stepsOf(config, { ...cell, batchSize }, null);
        expect(Math.abs(own * batchSize - 300 * 16)).toBeLessThanOrEqual(batchSize / 2);
      }),
    );
  });

  it("measure every cell as often, and warm it up over the same share", () => {
    const config = tinyConfig({
      steps: 300,
      gradientProbe: { every: 100 },
      evaluation: { every: 0 },
      optimizer: { schedule: { warmupSteps: 30 } },
    });
    expect(withSteps(config, 100)).toMatchObject({
      steps: 100,
      gradientProbe: { every: 33 },
      evaluation: { every: 0 },
      optimizer: { schedule: { warmupSteps: 10 } },
    });
  });
});

describe("the choice of learning rates", () => {
  const config = tinyConfig({ arms: [{ objective: "infoNce" }, { objective: "flatNce", learningRate: 0.5 }] });

  it("multiplies each arm's own rate", () => {
    const { arms } = withFactors(config, [2, 10]);
    expect(arms.map(({ learningRate }) => learningRate)).toEqual([2 * config.optimizer.learningRate, 5]);
    expect(rateOf(config, config.arms[0])).toBe(config.optimizer.learningRate);
  });

  it("takes the best mean, of equal ones the smaller, and none at which a seed stopped", () => {
    expect(
      choose(
        [1, 3, 10],
        [
          [0.5, 0.5],
          [0.75, 0.5],
          [0.875, null],
        ],
      ),
    ).toEqual({ factor: 3, accuracy: 0.625 });
    expect(choose([3, 1], [[0.5], [0.5]])).toEqual({ factor: 1, accuracy: 0.5 });
    expect(choose([3, 1], [[null], [Number.NaN]])).toEqual({ factor: 1, accuracy: null });
  });

  it("tries without probes, and evaluates at the end", () => {
    expect(trial(config, 3)).toMatchObject({ gradientProbe: { every: 0 }, evaluation: { every: config.steps } });
  });
});

/** Samples that are their own numbers, the test samples from 1000 on. */
function numbered(count: number, labeled = true): Dataset {
  const split = (from: number, size: number) => ({
    count: size,
    values: Float32Array.from({ length: 2 * size }, (_, i) => from + Math.floor(i / 2)),
    labels: labeled ? Uint8Array.from({ length: size }, (_, i) => i % 4) : null,
  });
  const classNames = ["a", "b", "c", "d"];
  return { id: "points", title: verbatim(""), shape: [2], classNames, train: split(0, count), test: split(1000, 50) };
}

describe("the validation split", () => {
  const cell = (batchSize: number, validation = false) =>
    tinyConfig({
      dataset: { id: "points", samples: 300 },
      batchSize,
      seed: 1,
      evaluation: { validation, testSamples: 40 },
    });
  it("is part of the training samples, apart from those trained on and from all test samples", () => {
    const data = validationData(numbered(200), cell(32));
    const samples = (split: Dataset["train"]) => [...split.values].filter((_, i) => i % 2 === 0);
    const [trained, validated] = [samples(data!.train), samples(data!.test)];
    expect([trained.length, validated.length]).toEqual([150, 50]);
    expect([...trained, ...validated].sort((a, b) => a - b)).toEqual([...Array(200).keys()]);
  });

  it("has none of the training samples that the cell is measured by", () => {
    const { train, test } = validationData(numbered(200), cell(32, true))!;
    const measured = new Set(withValidation(numbered(200), 40, 1).test.values);
    expect([train.count, test.count, measured.size]).toEqual([120, 40, 40]);
    expect([...train.values, ...test.values].some((value) => measured.has(value))).toBe(false);
  });

  it("is part of the samples that measure, where others train", () => {
    const bank = numbered(80).train;
    const { train, bank: rest, test } = validationData({ ...numbered(200, false), bank }, cell(190))!;
    expect([train.count, rest?.count, test.count]).toEqual([200, 60, 20]);
    expect(validationData({ ...numbered(200, false), bank: numbered(60).train }, cell(32))).toBeNull();
  });

  it("keeps each sample's label, and the classes in proportion", () => {
    const { test } = validationData(numbered(200), cell(32))!;
    expect([...test.labels!]).toEqual([...test.values].filter((_, i) => i % 2 === 0).map((value) => value % 4));
    const counts = [0, 1, 2, 3].map((label) => test.labels!.filter((other) => other === label).length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it("leaves a whole batch to train on, and is none where that leaves too few, or without labels", () => {
    expect(validationData(numbered(200), cell(170))!.train.count).toBe(170);
    expect(validationData(numbered(200), cell(190))).toBeNull();
    expect(validationData(numbered(200, false), cell(32))).toBeNull();
  });
});

describe("what is kept of a curve", () => {
  it("keeps everything that was measured seldom, and the end", () => {
    const step = Array.from({ length: 1000 }, (_, i) => i);
    const loss = step.map((i) => i / 7);
    const accuracy = step.map((i) => (i % 333 === 0 ? i / 1000 : null));
    const { step: kept = [], accuracy: left = [] } = thinned({ step, loss, accuracy });
    expect(kept.length).toBeLessThan(40);
    expect(kept.at(-1)).toBe(999);
    expect(left.filter((value) => value !== null)).toEqual([0, 0.333, 0.666, 0.999]);
  });

  it("keeps steps as they are", () => {
    expect(thinned({ step: [123_456, 999_999], loss: [1 / 3, null] })).toEqual({
      step: [123_456, 999_999],
      loss: [0.33333, null],
    });
  });
});

describe("the statistics of a cell", () => {
  const config = sweep({ x: { values: [4, 8, 1] }, y: { values: [0.1] } });
  const a = [0.5, 0.6, 0.7, 0.55];
  const b = [0.6, 0.8, 0.75, 0.6];
  const row = (arm: number, seed: number, probeAccuracy: number): SweepRow => ({
    ...problemRow({ x: 4, y: 0.1 }, verbatim("")),
    problem: null,
    arm,
    seed,
    steps: 75,
    learningRate: 0.01 * (arm + 1),
    probeAccuracy,
    vanishingFactor: 0.1 * (seed + 1),
  });
  const rows = [...a.map((value, seed) => row(0, seed, value)), ...b.map((value, seed) => row(1, seed, value))];
  const [run, open, invalid] = resultsOf(config, rows);

  it("are the paired ones of the record", () => {
    expect(differenceOf(run!, "probeAccuracy", 0, 1)).toEqual(pairedDifference(a, b));
    expect(differenceOf(run!, "probeAccuracy", 1, 0)?.difference).toBeCloseTo(-0.1, 12);
    expect(differenceOf(run!, "knnAccuracy", 0, 1)).toEqual({ difference: null, ci95: null, n: 0 });
    expect(meanVanishingFactor(run!, 0)).toBeCloseTo(0.25, 12);
  });

  it("are none where nothing was run, with the reason where there is one", () => {
    expect(differenceOf(open!, "probeAccuracy", 0, 1)).toBeNull();
    expect(open!.problem).toBeNull();
    expect(english(invalid!.problem!)).toContain("a batch of 1 has no negatives");
    expect(experimentOf(config, invalid!)).toBeNull();
  });

  it("come with the experiment that gives them again", () => {
    expect(experimentOf(config, run!)).toMatchObject({ batchSize: 4, temperature: 0.1, steps: 75 });
    expect(experimentOf(config, open!)).toMatchObject({ batchSize: 8, steps: 200 });
    const searched = experimentOf({ ...config, rates: { ...config.rates, rule: "search" } }, run!);
    expect(searched?.arms.map(({ learningRate }) => learningRate)).toEqual([0.01, 0.02]);
  });

  it("rest on rows that are the outcomes of learners", () => {
    const cell = tinyConfig({ arms: [{ objective: "infoNce" }, { objective: "flatNce", learningRate: 0.5 }] });
    const finals = Object.fromEntries(METRIC_IDS.map((id, i) => [id, i])) as Record<MetricId, number>;
    const outcome = { arm: 1, seed: 7, stoppedAt: null, finals, curves: { step: [0] } };
    const choices = [
      { factor: 1, accuracy: 0.2 },
      { factor: 3, accuracy: 0.4 },
    ];
    const [only] = outcomeRows({ x: 1, y: 2 }, cell, [outcome], { choices, msPerStep: 3 });
    expect(only).toMatchObject(finals);
    expect(only).toMatchObject({ arm: 1, seed: 7, learningRate: 0.5, validationAccuracy: 0.4, msPerStep: 3 });
  });
});
