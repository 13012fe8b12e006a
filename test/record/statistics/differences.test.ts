import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describe as describeSample } from "../../../src/record/statistics/describe";
import {
  excludesZero,
  pairedDifference,
  sampleBySeed,
  welchDifference,
} from "../../../src/record/statistics/differences";

describe("describe", () => {
  it("gives mean, unbiased standard deviation and number", () => {
    const { mean, sd, n } = describeSample([2, 4, 4, 4, 5, 5, 7, 9]);
    expect([mean, n]).toEqual([5, 8]);
    expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it("leaves out what was not measured", () => {
    expect(describeSample([1, null, Number.NaN, 3])).toEqual({ mean: 2, sd: Math.SQRT2, n: 2 });
    expect(describeSample([7, null])).toEqual({ mean: 7, sd: null, n: 1 });
    expect(describeSample([null])).toEqual({ mean: null, sd: null, n: 0 });
  });
});

describe("pairedDifference", () => {
  it("uses Student's t with n - 1 degrees of freedom", () => {
    // Differences 1, 2, 3: mean 2, sd 1; t(0.975, 2) = 4.302653.
    const { difference, ci95, n } = pairedDifference([0, 0, 0], [1, 2, 3]);
    expect([difference, n]).toEqual([2, 3]);
    expect(ci95![0]).toBeCloseTo(2 - 4.302653 / Math.sqrt(3), 5);
    expect(ci95![1]).toBeCloseTo(2 + 4.302653 / Math.sqrt(3), 5);
  });

  it.each([
    [2, 12.7062],
    [5, 2.776445],
    [10, 2.262157],
    [31, 2.042272],
  ])("has the table's quantile for %i pairs", (n, t) => {
    const second = Array.from({ length: n }, (_, i) => i);
    const { ci95 } = pairedDifference(new Array(n).fill(0), second);
    const sd = Math.sqrt((n * (n + 1)) / 12);
    expect((ci95![1] - ci95![0]) / 2).toBeCloseTo((t * sd) / Math.sqrt(n), 3);
  });

  it("leaves out the seed of a learner that stopped, on either side", () => {
    const { difference, n } = pairedDifference([1, Number.NaN, 3, 5], [2, 9, null, 8]);
    expect([difference, n]).toEqual([2, 2]);
  });

  it("has no interval for a single pair, and nothing for none", () => {
    expect(pairedDifference([1], [4])).toEqual({ difference: 3, ci95: null, n: 1 });
    expect(pairedDifference([null], [4])).toEqual({ difference: null, ci95: null, n: 0 });
  });

  it("does not see what the two sides of a seed have in common", () => {
    const seeds = fc.array(fc.tuple(fc.integer(), fc.integer({ min: -1000, max: 1000 })), { minLength: 2 });
    fc.assert(
      fc.property(seeds, (pairs) => {
        const common = pairedDifference(
          pairs.map(([shared]) => shared),
          pairs.map(([shared, own]) => shared + own),
        );
        const bare = pairedDifference(
          pairs.map(() => 0),
          pairs.map(([, own]) => own),
        );
        expect(common).toEqual(bare);
      }),
    );
  });

  it("leaves out seeds that one side lacks altogether", () => {
    expect(pairedDifference([1, 2, 3], [2])).toEqual({ difference: 1, ci95: null, n: 1 });
    expect(pairedDifference([], [2, 3])).toEqual({ difference: null, ci95: null, n: 0 });
    expect(pairedDifference([1, 2], [2, 4, 9])).toEqual(pairedDifference([1, 2], [2, 4]));
  });
});

describe("sampleBySeed", () => {
  it("has the seeds of all arms at the same places, whichever are missing", () => {
    const learners = [
      [0, 8, 1],
      [0, 7, 2],
      [1, 7, 3],
      [1, 9, 4],
    ].map(([arm, seed, value]) => ({ arm: arm!, seed: seed!, value: value! }));
    const sampleOf = (arm: number) => sampleBySeed(learners, arm, ({ value }) => value);
    expect([0, 1, 2].map(sampleOf)).toEqual([
      [1, 2, null],
      [null, 3, 4],
      [null, null, null],
    ]);
  });
});

describe("excludesZero", () => {
  it("is so only for an interval on one side of zero", () => {
    expect([[0.1, 0.3] as [number, number], [-0.3, -0.1] as [number, number]].map(excludesZero)).toEqual([true, true]);
    expect([[-0.1, 0.3] as [number, number], [0, 0.3] as [number, number], null].map(excludesZero)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("welchDifference", () => {
  const a1 = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4];
  const a2 = [27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.4, 23.0, 25.3];

  it("has the difference of the means and Welch's interval", () => {
    const { difference, ci95, n } = welchDifference(a1, a2);
    // scipy.stats.ttest_ind(equal_var=False): 28.33 degrees of freedom.
    expect(n).toEqual([15, 17]);
    expect(difference).toBeCloseTo(2.891764705882352, 9);
    // Between whole degrees of freedom the quantile is read off a straight line.
    expect(ci95?.[0]).toBeCloseTo(0.957764, 3);
    expect(ci95?.[1]).toBeCloseTo(4.825765, 3);
  });

  it("is exact where both sides are alike: twice as many degrees of freedom as of one", () => {
    const { ci95 } = welchDifference([1, 2, 3], [2, 3, 4]);
    // 1 +- t(0.975, 4) sqrt(2/3)
    expect(ci95?.[0]).toBeCloseTo(1 - 2.7764451 * Math.sqrt(2 / 3), 6);
    expect(ci95?.[1]).toBeCloseTo(1 + 2.7764451 * Math.sqrt(2 / 3), 6);
  });

  it("has no interval without two values on both sides, and no difference without one", () => {
    expect(welchDifference([1], [2, 3])).toEqual({ difference: 1.5, ci95: null, n: [1, 2] });
    expect(welchDifference([null], [2, 3]).difference).toBeNull();
    expect(welchDifference([1, 1], [2, 2]).ci95).toEqual([1, 1]);
  });
});
