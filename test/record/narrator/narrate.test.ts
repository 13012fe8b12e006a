import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { METRIC_IDS } from "../../../src/metrics";
import { OBJECTIVE_IDS } from "../../../src/objectives";
import { columnsOfRecord } from "../../../src/record/columns";
import { stoppedOfRecord } from "../../../src/record/learners";
import { RULES } from "../../../src/record/narrator";
import { HELD_STEPS, narrate } from "../../../src/record/narrator/narrate";
import { DRAWN_CONFIG, drawnRun, recordOfDrawn, runOf } from "../../support/drawnRun";
import { narrated, wordsOf } from "./narrated";

const ORDER = Object.keys(RULES);
const collapsed = (from: number) => ({
  steps: { collapseStd: ({ step }: { step: number }) => (step < from ? 0.4 : 0) },
});

describe("narrate", () => {
  it("says nothing of nothing", () => {
    expect(narrate(null)).toEqual([]);
    expect(narrate(narrated({}))).toEqual([]);
  });

  it("says the most important first", () => {
    const ids = narrate(narrated({ steps: { collapseStd: 0, mutualInformation: 3 }, stopped: [[0, 0, 3]] })).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(["diverged", "onePoint", "ceiling"]);
    expect(ids).toEqual([...ids].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
  });

  it("lets a rule hold for a while before it speaks of a run under way, and not of one that is over", () => {
    // From step 60 on the mean of the last 50 rows is one of zeros alone.
    const under = (step: number) => narrate(narrated({ ...collapsed(10), step, isOver: false })).length;
    expect(under(60 + HELD_STEPS)).toBe(1);
    expect(under(60)).toBe(0);
    expect(narrate(narrated({ ...collapsed(10), step: 60 }))).toHaveLength(1);
  });

  it("changes nothing in what it reads", () => {
    const run = narrated(collapsed(0));
    const before = run.columns.series(0);
    narrate({ ...run, isOver: false });
    expect(run.columns.series(0)).toEqual(before);
  });
});

const numbers = fc.oneof(
  fc.double({ min: -1, max: 2 }),
  fc.double(),
  fc.constantFrom(0, 1, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e-40, 1e38),
);
const arms = fc.array(fc.constantFrom(...OBJECTIVE_IDS), { minLength: 1, maxLength: 3 });
const wild = fc.record({
  arms,
  optimizer: fc.constantFrom("adam" as const, "sgd" as const, "lars" as const),
  values: fc.dictionary(fc.constantFrom(...METRIC_IDS), fc.array(numbers, { minLength: 1, maxLength: 6 })),
  steps: fc.integer({ min: 1, max: 130 }),
  isOver: fc.boolean(),
  metric: fc.constantFrom(...METRIC_IDS),
  pair: fc.tuple(fc.nat(4), fc.nat(4)),
});
/** As `formatNumber` and the language would write what is none. */
const NO_NUMBER = /NaN|Infinity|\u221e|undefined|null|\u2013/;

function checkWords(remarks: ReturnType<typeof narrate>): void {
  for (const remark of remarks) {
    expect(wordsOf(remark)).not.toMatch(NO_NUMBER);
    expect(wordsOf(remark)).not.toMatch(/[{}]/);
  }
}

describe("any run", () => {
  it("is narrated without an error, and without a number that is none", () => {
    fc.assert(
      fc.property(wild, ({ arms, optimizer, values, steps, isOver, metric, pair: [armA, armB] }) => {
        const series = Object.fromEntries(
          Object.entries(values).map(([id, own]) => [
            id,
            ({ step, arm }: { step: number; arm: number }) => own[(step + arm) % own.length]!,
          ]),
        );
        const config = { arms: arms.map((objective) => ({ objective })), optimizer: { id: optimizer }, steps: 130 };
        checkWords(narrate({ ...narrated({ config, steps: series, step: steps, isOver, metric }), armA, armB }));
      }),
      { numRuns: 300 },
    );
  });

  it("is narrated as well out of its record", () => {
    fc.assert(
      fc.property(drawnRun, fc.boolean(), (drawn, isOver) => {
        const record = recordOfDrawn(runOf(drawn));
        const rest = { metric: "probeAccuracy", armA: 0, armB: 1, dataset: null, isOver } as const;
        const columns = columnsOfRecord(record);
        const run = {
          config: DRAWN_CONFIG,
          columns,
          stopped: stoppedOfRecord(record),
          step: record.stepsDone,
          ...rest,
        };
        checkWords(narrate(run));
      }),
    );
  });
});
