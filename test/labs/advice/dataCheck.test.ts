import { describe, expect, it } from "vitest";
import { english } from "../../../src/i18n/translate";
import { measuredCounts, warningsOf } from "../../../src/labs/advice/dataCheck";
import { planOf } from "../../../src/labs/advice/page/plan";
import { refusalOf } from "../../../src/labs/advice/refusal";
import { DATASET, ENVIRONMENT } from "../../session/fakeService";
import { adviceConfig } from "../../support/labs/advice";

const images = (trainCount: number, testCount: number) => ({
  ...DATASET,
  shape: [32, 32, 3],
  classNames: ["ant", "bee"],
  trainCount,
  testCount,
  classCounts: { bank: [trainCount / 2, trainCount / 2], test: [testCount / 2, testCount / 2] },
});
const advice = adviceConfig({ base: { dataset: { id: "files", name: "ants" } } });
const warnings = (trainCount: number, testCount: number) =>
  warningsOf(advice, images(trainCount, testCount)).map(english);

describe("data that is brought for an answer", () => {
  it("is enough where one sample weighs no more than the gain that is looked for", () => {
    expect(warnings(500, 100)).toEqual([]);
    expect(measuredCounts(advice, images(500, 100))).toEqual({ validation: 100, test: 100 });
    // Of large splits not all is measured.
    expect(measuredCounts(advice, images(50_000, 10_000)).test).toBeLessThan(10_000);
  });

  it("is said to be too small, with the number that would do", () => {
    const [test, validation, ...others] = warnings(160, 40);
    expect(test).toMatch(/^Only 40 samples.* one of them is 2\.5 points.* About 500 in all/);
    expect(validation).toMatch(/^Only 32 samples.* 3\.1 points.* About 625 in all/);
    expect(others).toEqual([]);
  });

  it("names classes of which nothing is held out", () => {
    const lopsided = { ...images(500, 100), classCounts: { bank: [499, 1], test: [100, 0] } };
    expect(warningsOf(advice, lopsided).map(english)).toEqual([expect.stringMatching(/^1 class has nothing/)]);
  });

  it("is refused without labels, with one class, and where it makes no batch", () => {
    const said = (data: Parameters<typeof refusalOf>[0]) => {
      const refusal = refusalOf(data);
      return refusal && english(refusal);
    };
    expect(said(images(500, 100))).toBeNull();
    expect(said({ ...images(500, 100), labeled: false })).toMatch(/no labels/);
    expect(said({ ...images(500, 100), classCounts: { bank: [250, 250], test: null } })).toMatch(/no labels/);
    expect(said({ ...images(500, 100), classNames: ["ant"] })).toMatch(/one class, “ant”/);
    expect(said(images(8, 2))).toMatch(/^8 training samples are too few.*at least 10/);
  });
});

describe("the time that an answer takes", () => {
  const found = { dataset: images(500, 100), environment: ENVIRONMENT, speed: 1000 };
  const of = (known: Partial<Parameters<typeof planOf>[1]>, config = advice) =>
    planOf(config, { run: null, rate: null, found: null, ...known });

  it("is a range by the steps that were timed, and is not known before any were", () => {
    expect(of({}).time).toBeNull();
    expect(of({ found: { ...found, speed: null } }).time).toBeNull();
    const { time } = of({ found });
    expect(time?.by).toBe("timed");
    expect(time!.most).toBeGreaterThan(time!.least);
    // Twice as fast, half the time.
    expect(of({ found: { ...found, speed: 2000 } }).time?.least).toBeCloseTo(time!.least / 2);
  });

  it("is of the batch that the data allow, and shorter for a quick answer", () => {
    expect(of({ found: { ...found, dataset: images(40, 10) } }).batch).toBe(16);
    const quick = adviceConfig({ ...advice, effort: "quick" });
    expect(of({ found }, quick).time!.most).toBeLessThan(of({ found }).time!.most);
    expect(of({ found }).isOfImages).toBe(true);
  });
});
