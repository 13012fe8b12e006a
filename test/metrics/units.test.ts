import { expect, it } from "vitest";
import { METRICS } from "../../src/metrics";

/** Pure numbers that their names say all of; everything else says what its axis is in. */
const PURE = ["objective", "temperature", "gradientCosine", "vanishingFactor", "smallestVanishingFactor"];

it("gives every metric a unit, but for the pure numbers", () => {
  const without = Object.values(METRICS).filter(({ unit }) => unit === "");
  expect(without.map(({ id }) => id).sort()).toEqual([...PURE].sort());
});
