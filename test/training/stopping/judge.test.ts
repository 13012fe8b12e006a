import fc from "fast-check";
import { expect, it } from "vitest";
import type { StopConfig } from "../../../src/config/schema";
import { type MetricProgress, noProgress, progressAfter, ruleMet } from "../../../src/training/stopping/judge";

const OFF: StopConfig = { minutes: 0, metric: "probeAccuracy", target: 0, patience: 0 };

const progressOf = (
  means: number[][],
  better: "higher" | "lower" = "higher",
  from = noProgress(means[0]?.length ?? 1),
) => means.reduce<MetricProgress>((before, row) => progressAfter(before, row, better), from);

const ruleOf = (stop: Partial<StopConfig>, means: number[][], better: "higher" | "lower" = "higher", ms = 0) =>
  ruleMet({ ...OFF, ...stop }, progressOf(means, better), better, ms);

it("counts measurements at which no arm was better than ever before", () => {
  expect(progressOf([[0.5, 0.4]]).stale).toBe(0);
  expect(
    progressOf([
      [0.5, 0.4],
      [0.5, 0.4],
      [0.3, 0.2],
    ]).stale,
  ).toBe(2);
  expect(
    progressOf([
      [0.5, 0.4],
      [0.4, 0.3],
      [0.4, 0.41],
    ]),
  ).toEqual({ best: [0.5, 0.41], stale: 0 });
  expect(
    progressOf(
      [
        [5, 4],
        [6, 3],
      ],
      "lower",
    ),
  ).toEqual({ best: [5, 3], stale: 0 });
});

it("lets an arm without learners have no say, and a measurement without values count for nothing", () => {
  const means = [
    [0.9, 0.4],
    [Number.NaN, 0.4],
  ];
  expect(progressOf(means)).toEqual({ best: [Number.NaN, 0.4], stale: 1 });
  expect(ruleOf({ target: 0.8 }, means)).toBeNull();
  expect(progressOf([...means, [Number.NaN, Number.NaN]]).stale).toBe(1);
  expect(ruleOf({ target: 0.8, patience: 1 }, [[Number.NaN, Number.NaN]])).toBeNull();
});

it("has reached a target once every arm has, at one measurement or another", () => {
  expect(ruleOf({ target: 0.8 }, [[0.9, 0.7]])).toBeNull();
  expect(
    ruleOf({ target: 0.8 }, [
      [0.9, 0.7],
      [0.7, 0.8],
    ]),
  ).toBe("target");
  expect(ruleOf({ target: 0.8 }, [[0.9, 0.7]], "lower")).toBeNull();
  expect(ruleOf({ target: 0.8 }, [[0.8, 0.7]], "lower")).toBe("target");
});

it("ends nothing where no rule is on, and at its minute where that one is", () => {
  expect(ruleOf({}, [[0.5], [0.5], [0.5]], "higher", 1e9)).toBeNull();
  expect(ruleOf({ minutes: 0.5 }, [[0.5]], "higher", 29_999)).toBeNull();
  expect(ruleOf({ minutes: 0.5 }, [[0.5]], "higher", 30_000)).toBe("minutes");
});

const mean = fc.oneof(fc.double({ min: 0, max: 1 }), fc.constant(Number.NaN));
const rows = fc
  .integer({ min: 1, max: 4 })
  .chain((arms) => fc.array(fc.array(mean, { minLength: arms, maxLength: arms }), { minLength: 1, maxLength: 30 }));

it("comes to the same from wherever it is gone on", () => {
  fc.assert(
    fc.property(rows, fc.nat(30), fc.constantFrom("higher", "lower"), (all, cut, better) => {
      const arms = all[0]?.length ?? 1;
      const first = progressOf(all.slice(0, cut), better, noProgress(arms));
      expect(progressOf(all.slice(cut), better, first)).toEqual(progressOf(all, better));
    }),
  );
});

it("stops without progress where a plain reading of all measurements does", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (series) => {
      const best = series.indexOf(Math.max(...series));
      expect(progressOf(series.map((value) => [value])).stale).toBe(series.length - 1 - best);
    }),
  );
});
