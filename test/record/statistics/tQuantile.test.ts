import { expect, it } from "vitest";
import { tQuantile } from "../../../src/record/statistics/tQuantile";
import REFERENCE from "../../fixtures/tQuantiles.json";

const { probabilities, quantiles } = REFERENCE;

it.each(Object.entries(quantiles))(
  "agrees with @stdlib/stats-base-dists-t-quantile at %s degrees of freedom",
  (degrees, expected) => {
    probabilities.forEach((probability, k) => {
      const value = expected[k] as number;
      expect(Math.abs(tQuantile(probability, Number(degrees)) - value)).toBeLessThan(2e-12 * value);
    });
  },
);

it("is symmetric, and 0 in the middle", () => {
  expect(tQuantile(0.5, 7)).toBe(0);
  expect(tQuantile(0.025, 7)).toBeCloseTo(-tQuantile(0.975, 7), 12);
});

it.each([
  [0, 3],
  [1, 3],
  [Number.NaN, 3],
  [0.5, 0],
  [0.5, 2.5],
])("refuses probability %d with %d degrees of freedom", (probability, degrees) => {
  expect(() => tQuantile(probability, degrees)).toThrow(RangeError);
});
