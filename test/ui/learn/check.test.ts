import { describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/parse";
import type { ExperimentInput } from "../../../src/config/schema";
import { RunColumns } from "../../../src/record/columns";
import {
  type Choice,
  isRight,
  measure,
  outcomeOf,
  type Quantity,
  UNDECIDED,
} from "../../../src/ui/learn/experiment/check";
import { measuredSentence } from "../../../src/ui/learn/experiment/words";

function configOf(input: ExperimentInput) {
  const result = parseConfig(input);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.config;
}

const CONFIG = configOf({ seeds: 3, batchSize: 4 });

/** A run of two arms and three seeds with so many accuracies each, at steps 0, 100, ... */
function runOf(rows: number[][]) {
  const columns = new RunColumns(6);
  rows.forEach((row, i) => {
    columns.append({ steps: Int32Array.of(100 * i), values: { knnAccuracy: Float32Array.from(row) } });
  });
  return { config: CONFIG, columns, stopped: [] };
}

const BETWEEN: Quantity = { kind: "between", metric: "knnAccuracy", a: 0, b: 1 };
const ARMS: Choice[] = [
  { id: "a", range: [Number.NEGATIVE_INFINITY, 0] },
  { id: "b", range: [0, Number.POSITIVE_INFINITY] },
  { id: "same", range: null },
];
const SHARES: Choice[] = [
  { id: "low", range: [Number.NEGATIVE_INFINITY, 0.5] },
  { id: "high", range: [0.5, Number.POSITIVE_INFINITY] },
];

describe("what was measured", () => {
  test("is the paired difference of two arms, seed by seed, at the last step", () => {
    const run = runOf([
      [0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
      [0.5, 0.6, 0.7, 0.6, 0.7, 0.8],
    ]);
    const measured = measure(run, BETWEEN);
    expect(measured).toMatchObject({ seeds: 3, step: 100 });
    expect(measured?.estimate).toBeCloseTo(0.1);
    // The seeds differ, their differences do not.
    expect(measured?.interval?.[0]).toBeCloseTo(0.1);
    expect(measuredSentence(measured!, BETWEEN, CONFIG)).toMatch(
      /kNN accuracy of FlatNCE minus that of InfoNCE: \+10\.0 points, at step 100\. Trained 3 times, each time from another random start; the true value probably lies between \+10\.0 and \+10\.0 \(95% interval\)\./,
    );
  });

  test("is the growth of an arm since its first measurement", () => {
    const run = runOf([
      [0.1, 0.2, 0.3, 0, 0, 0],
      [0.5, 0.5, 0.5, 0, 0, 0],
    ]);
    expect(measure(run, { kind: "growth", metric: "knnAccuracy", arm: 0 })?.estimate).toBeCloseTo(0.3);
    expect(measure(run, { kind: "growth", metric: "knnAccuracy", arm: 1 })?.estimate).toBe(0);
  });

  test("is the level of an arm, or its share of log K", () => {
    const run = runOf([[0.3, 0.3, 0.3, 0.6, 0.6, 0.6]]);
    expect(measure(run, { kind: "level", metric: "knnAccuracy", arm: 1 })?.estimate).toBeCloseTo(0.6);
    const share = measure(run, { kind: "level", metric: "knnAccuracy", arm: 1, ofCeiling: true });
    expect(share?.estimate).toBeCloseTo(0.6 / Math.log(7));
  });

  test("is nothing before the first measurement, and without a seed that ran on", () => {
    expect(measure(runOf([]), BETWEEN)).toBeNull();
    const nothing = Number.NaN;
    expect(measure(runOf([[0.1, nothing, nothing, nothing, 0.1, 0.1]]), BETWEEN)).toBeNull();
  });
});

describe("a prediction", () => {
  test.each<[string, [number, number] | null, string]>([
    ["is held to the whole interval", [0.01, 0.2], "b"],
    ["is held to the whole interval below 0, too", [-0.2, -0.01], "a"],
    ["cannot be told where the interval holds 0", [-0.01, 0.2], "same"],
    ["cannot be told without an interval", null, "same"],
  ])("%s", (_, interval, outcome) => {
    expect(outcomeOf({ interval }, ARMS)).toBe(outcome);
  });

  test("among ranges is undecided where the interval reaches over a border", () => {
    expect(outcomeOf({ interval: [0.1, 0.4] }, SHARES)).toBe("low");
    expect(outcomeOf({ interval: [0.6, 0.9] }, SHARES)).toBe("high");
    expect(outcomeOf({ interval: [0.4, 0.6] }, SHARES)).toBe(UNDECIDED);
  });

  test("is right, wrong, or neither where the seeds cannot tell", () => {
    expect(isRight("b", "b", ARMS)).toBe(true);
    expect(isRight("a", "b", ARMS)).toBe(false);
    expect(isRight("same", "b", ARMS)).toBe(false);
    expect(isRight("a", "same", ARMS)).toBeNull();
    expect(isRight("same", "same", ARMS)).toBe(true);
    expect(isRight("low", UNDECIDED, SHARES)).toBeNull();
    expect(isRight("unsure", "b", ARMS)).toBeNull();
  });
});
