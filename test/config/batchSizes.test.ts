import { describe, expect, it } from "vitest";
import { armLooks } from "../../src/config/arms";
import {
  batchFamilies,
  batchPeriod,
  batchSlices,
  commonBatch,
  learnerBatches,
  withBatchesUpTo,
} from "../../src/config/batchSizes";
import { branchPlan } from "../../src/config/branch";
import { parseConfig } from "../../src/config/parse";
import type { ExperimentInput } from "../../src/config/schema";
import { formatArms, readArms } from "../../src/config/url/arms";
import { marksOf } from "../../src/metrics/marks";
import { mutualInformation } from "../../src/metrics/mutualInformation";
import { validConfig } from "../support/experiment";

const MIXED = {
  seeds: 2,
  seed: 7,
  batchSize: 16,
  arms: [
    { objective: "infoNce", batchSize: 8 },
    { objective: "infoNce" },
    { objective: "flatNce", batchSize: 8 },
    { objective: "flatNce" },
  ],
} satisfies ExperimentInput;

const problems = (input: ExperimentInput) => {
  const result = parseConfig(input);
  return result.ok ? [] : result.errors.map(({ path }) => path);
};

describe("batch sizes of arms", () => {
  it("draw one batch per seed and size where the sizes repeat, so that learner l reads slice l mod their number", () => {
    const config = validConfig(MIXED);
    const slices = batchSlices(config);
    expect(slices.map(({ seed, batchSize }) => [seed, batchSize])).toEqual([
      [7, 8],
      [8, 8],
      [7, 16],
      [8, 16],
    ]);
    expect(learnerBatches(config)).toEqual([8, 8, 16, 16, 8, 8, 16, 16]);
    for (const [learner, size] of learnerBatches(config)!.entries()) {
      expect(slices[learner % slices.length]).toEqual({ seed: 7 + (learner % 2), batchSize: size });
    }
    expect([[4], [4, 4, 4], [4, 8, 4, 8], [4, 4, 8, 8], [4, 8, 4]].map(batchPeriod)).toEqual([1, 1, 2, 4, 3]);
  });

  it("are one where all arms have the same, whoever says it", () => {
    const config = validConfig({
      arms: [
        { objective: "infoNce", batchSize: 8 },
        { objective: "flatNce", batchSize: 8 },
      ],
    });
    expect([commonBatch(config), learnerBatches(config), batchSlices(config).length]).toEqual([8, null, 3]);
    expect(commonBatch(validConfig(MIXED))).toBeNull();
  });

  it("are refused where they cannot be: without negatives, beyond the data, with a queue, below what an objective needs", () => {
    const withSize = (batchSize: number, others: ExperimentInput = {}): ExperimentInput => ({
      ...others,
      arms: [{ objective: "infoNce" }, { objective: "flatNce", batchSize }],
    });
    expect(problems(withSize(1))).toEqual(["arms[1].batchSize"]);
    expect(problems(withSize(512, { dataset: { id: "points", samples: 256 } }))).toEqual(["arms[1].batchSize"]);
    expect(problems(withSize(8, { queue: { size: 64 } }))).toEqual(["queue.size"]);
    expect(problems(withSize(16, { queue: { size: 64 } }))).toEqual([]);
    expect(problems({ arms: [{ objective: "debiased" }, { objective: "infoNce", batchSize: 2 }] })).toEqual([]);
    const controlled = { temperatureRule: { id: "ess", target: 0.2 } } as const;
    expect(problems(withSize(2, controlled))).toEqual(["temperatureRule.target"]);
  });

  it("stand in the address, and shrink to the data that there is", () => {
    const { arms } = validConfig(MIXED);
    expect(formatArms(arms)).toBe("infoNce,batchSize:8;infoNce;flatNce,batchSize:8;flatNce");
    expect(readArms(formatArms(arms), [])).toEqual(arms);
    const smaller = withBatchesUpTo(validConfig(MIXED), 4);
    expect([smaller.batchSize, smaller.arms.map(({ batchSize }) => batchSize)]).toEqual([
      4,
      [4, undefined, 4, undefined],
    ]);
  });

  it("cannot be changed in a branch", () => {
    const before = validConfig(MIXED);
    const after = { ...before, arms: before.arms.map((arm) => ({ ...arm, batchSize: 4 })) };
    expect(branchPlan(before, after).refused).toHaveLength(1);
  });

  it("are told apart by shades of one color, and by name", () => {
    const looks = armLooks(validConfig(MIXED), false);
    expect(looks.map(({ label }) => label)).toEqual(["InfoNCE, B 8", "InfoNCE", "FlatNCE, B 8", "FlatNCE"]);
    expect([looks[1]!.color, looks[3]!.color]).toEqual(["#0072b2", "#d55e00"]);
    expect(new Set(looks.map(({ color }) => color)).size).toBe(4);
    expect(looks.map(({ dash }) => dash)).toEqual(["", "", "7 3", "7 3"]);
  });

  it("are lines of a figure where nothing else differs; twins stand alone", () => {
    expect(batchFamilies(validConfig(MIXED))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const twins = validConfig({
      arms: [{ objective: "infoNce" }, { objective: "infoNce" }, { objective: "infoNce", batchSize: 4 }],
    });
    expect(batchFamilies(twins)).toEqual([[0, 2], [1]]);
  });

  it("give a chart the ceiling of each", () => {
    expect(marksOf(mutualInformation, validConfig(MIXED)).map(({ at }) => at)).toEqual([Math.log(15), Math.log(31)]);
  });
});
