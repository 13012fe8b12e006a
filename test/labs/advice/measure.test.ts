import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/config/parse";
import { picked } from "../../../src/data/readers/pickedFiles";
import { LABS } from "../../../src/labs";
import { factsOf } from "../../../src/labs/advice/answer/facts";
import { measuredOf } from "../../../src/labs/advice/answer/sentences";
import { measure } from "../../../src/labs/advice/measure";
import {
  CHOICES,
  experimentOf,
  mostLearners,
  reportOf,
  SETTINGS,
  seedsOf,
  testedBatch,
} from "../../../src/labs/advice/recipe";
import { type AdviceConfig, type AdviceRow, AIMS, adviceLab, EFFORTS, PLACES } from "../../../src/labs/advice/schema";
import { sharesToCommonAccuracy } from "../../../src/labs/advice/score";
import { parseUrl } from "../../../src/session/address/address";
import { chooseCpu } from "../../support/experiment";
import { adviceConfig } from "../../support/labs/advice";
import { measured, type Told } from "../../support/labs/labs";

const TINY = {
  base: { dataset: { id: "points", layout: "rings", classes: 4, samples: 96 } },
  place: "own",
  batchSize: 4,
  effort: "quick",
  steps: 3,
  seeds: 2,
} as const;
/** Settings times losses times seeds. */
const CHOICE_ROWS = 9 * 2 * 2;

const config = adviceConfig(TINY);
let whole: Told<AdviceRow>;

beforeAll(async () => {
  await chooseCpu();
  whole = await measured(measure, config);
});

describe("the measurement of an answer", () => {
  it("tries every setting, and reports the best ones on fresh seeds", () => {
    const { rows, progress } = whole;
    expect(rows.every((row) => adviceLab.row.safeParse(row).success)).toBe(true);
    const [choice, report] = (["choice", "report"] as const).map((stage) => rows.filter((row) => row.stage === stage));
    expect(choice).toHaveLength(CHOICE_ROWS);
    expect(new Set(choice?.map(({ seed }) => seed))).toEqual(new Set([1, 2]));
    expect(new Set(report?.map(({ seed }) => seed))).toEqual(new Set([3, 4]));
    expect(choice?.[0]).toMatchObject({ tau: 0.05, rate: 0.3, steps: 3, batchSize: 4, shape: "2" });
    expect(choice?.[0]?.probeAccuracy).toBeGreaterThan(0);
    const [done, total] = progress.at(-1) ?? [];
    expect(done).toBe(rows.length);
    expect(total).toBe(rows.length);
    expect(measuredOf(factsOf(config, rows))?.verdict).toBeDefined();
  });

  it("goes on where it was cancelled, and comes to the same numbers", async () => {
    const first = await measured(measure, config, [], 1);
    expect(first.rows).toEqual(whole.rows.slice(0, CHOICE_ROWS / 3));
    const rest = await measured(measure, config, first.rows);
    expect(rest.rows).toEqual(whole.rows.slice(CHOICE_ROWS / 3));
    // Files of the same name with other contents.
    const foreign = first.rows.map((row) => ({ ...row, checksum: "other" }));
    expect((await measured(measure, config, foreign, 1)).rows).toEqual(first.rows);
  });

  it("takes the user's own files, and says what to do without them", async () => {
    const line = (i: number) => `${Math.sin(i)},${Math.cos(2 * i)},c${i % 2}`;
    const labeled = ["a,b,label", ...Array.from({ length: 160 }, (_, i) => line(i))].join("\n");
    const own = (text: string) => ({ id: 1, files: picked([new File([text], "mine.csv")]) });
    const ours = adviceConfig({ ...TINY, base: { dataset: { id: "files", name: "mine.csv", samples: 128 } } });
    const { rows } = await measured(measure, ours, [], 1, own(labeled));
    expect(rows).toHaveLength(CHOICE_ROWS / 3);
    await expect(measured(measure, ours)).rejects.toThrow(/mine\.csv.*not at hand/);
    const bare = labeled.replaceAll(/,(label|c\d)/g, "");
    const unlabeled = measured(measure, ours, [], 1, own(bare));
    await expect(unlabeled).rejects.toThrow(/no labels.*folder of their own/);
  });
});

describe("the recipe", () => {
  const anyAdvice = fc.record({
    place: fc.constantFrom(...PLACES),
    batchSize: fc.integer({ min: 4, max: 65_536 }),
    aim: fc.constantFrom(...AIMS),
    effort: fc.constantFrom(...EFFORTS),
    seeds: fc.integer({ min: 1, max: 16 }),
    seed: fc.nat(1e6),
  });
  const samples = fc.record({
    shape: fc.constantFrom([2], [32, 32, 1], [32, 32, 3]),
    trainSamples: fc.option(fc.integer({ min: 64, max: 60_000 })),
  });

  it("is a valid experiment for every answer and all data, at no batch that the data cannot fill", () => {
    fc.assert(
      fc.property(anyAdvice, samples, (answers, data) => {
        const dataset = data.shape.length === 3 ? { id: "glyphs" as const } : { id: "points" as const };
        const advice = adviceConfig({ ...answers, base: { dataset } });
        const [low, high] = [SETTINGS[0]!, SETTINGS[8]!];
        for (const training of [...CHOICES, reportOf({ infoNce: low, flatNce: high })]) {
          const parsed = parseConfig(experimentOf(advice, data, training));
          expect(parsed.ok, JSON.stringify(parsed)).toBe(true);
        }
        const batch = testedBatch(advice, data);
        if (data.trainSamples !== null) expect(2 * batch).toBeLessThanOrEqual(Math.max(8, 0.8 * data.trainSamples));
      }),
      { numRuns: 60 },
    );
  });

  it("never reports on seeds that it chose by", () => {
    fc.assert(
      fc.property(anyAdvice, (answers) => {
        const advice = adviceConfig(answers);
        const [choice, report] = [seedsOf(advice, "choice"), seedsOf(advice, "report")];
        expect(report.seed).toBeGreaterThanOrEqual(choice.seed + choice.seeds);
        expect(mostLearners(advice)).toBe(18 * choice.seeds + 3 * advice.seeds);
      }),
    );
  });

  it("leaves out the exchange of the loss alone where both chose one setting", () => {
    const [first, , third] = SETTINGS;
    expect(reportOf({ infoNce: first!, flatNce: first! }).arms.map(({ arm }) => arm)).toEqual(["infoNce", "flatNce"]);
    expect(reportOf({ infoNce: first!, flatNce: third! }).arms.at(-1)).toMatchObject({ arm: "swapped", ...first });
  });
});

it("finds the accuracy that two learners both reach", () => {
  const learner = (...accuracies: number[]) => ({
    steps: 40,
    stoppedAt: null,
    probeAccuracy: accuracies.at(-1)!,
    knnAccuracy: null,
    curves: { step: accuracies.map((_, i) => 10 * i), probeAccuracy: accuracies },
  });
  const slow = learner(0.2, 0.3, 0.4, 0.5, 0.6);
  // Nine tenths of the way to 0.6 are 0.56.
  const fast = learner(0.2, 0.8, 0.8, 0.8, 0.8);
  expect(sharesToCommonAccuracy(slow, fast)).toEqual([expect.closeTo(0.9, 9), expect.closeTo(0.15, 9)]);
  expect(sharesToCommonAccuracy(fast, slow)?.[1]).toBeCloseTo(0.9, 9);
  expect(sharesToCommonAccuracy(slow, learner(0.2, 0.1, 0.1, 0.1, 0.2))).toBeNull();
  expect(sharesToCommonAccuracy(slow, { ...slow, stoppedAt: 5 })).toBeNull();
});

it("is asked by a link, own files by their name", () => {
  const read = parseUrl("#lab=advice&advice.base.dataset.id=files&advice.base.dataset.name=ants&advice.aim=knn");
  expect(read).toMatchObject({ page: "advice", errors: [] });
  const own = read.labs.advice as AdviceConfig;
  expect(own).toMatchObject({ base: { dataset: { id: "files", name: "ants" } }, aim: "knn" });
  expect(LABS.advice.schema.safeParse(own).success).toBe(true);
  const wrong = parseUrl("#advice.seeds=99&advice.base.dataset.id=glyphs&advice.place=moon");
  expect(wrong.errors.map(({ path }) => path).sort()).toEqual(["advice.place", "advice.seeds"]);
  expect(wrong.labs.advice).toMatchObject({ base: { dataset: { id: "glyphs" } }, seeds: 5, place: "device" });
});
