import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedDifference, pooledDifference } from "../../../src/record/statistics/differences";

const sample = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 6 });

describe("the difference over several runs", () => {
  it("is the one over all their seeds at once, interval and all", () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 5 }), (runs) => {
        const zeros = (values: readonly number[]) => values.map(() => 0);
        const pooled = pooledDifference(runs.map((values) => pairedDifference(zeros(values), values)));
        const all = runs.flat();
        const whole = pairedDifference(zeros(all), all);
        expect(pooled.n).toBe(whole.n);
        expect(pooled.difference).toBeCloseTo(whole.difference ?? Number.NaN, 8);
        if (whole.ci95 === null) expect(pooled.ci95).toBeNull();
        else whole.ci95.forEach((bound, side) => void expect(pooled.ci95?.[side]).toBeCloseTo(bound, 6));
      }),
    );
  });

  it("leaves out what measured nothing", () => {
    const nothing = { difference: null, ci95: null, n: 0 };
    const one = { difference: 2, ci95: null, n: 1 };
    expect(pooledDifference([])).toEqual(nothing);
    expect(pooledDifference([nothing, one])).toEqual(one);
    expect(pooledDifference([one, { ...one, difference: 4 }])).toMatchObject({ difference: 3, n: 2 });
  });
});
