import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRange, robustRange } from "../../../src/record/drawn/range";
import { pointsBeyond } from "../../../src/ui/charts/plot/pointsBeyond";

const values = fc.array(
  fc.oneof(fc.double({ min: 1, max: 2, noNaN: true }), fc.double({ min: 1e-9, max: 1e9, noNaN: true })),
  {
    minLength: 1,
    maxLength: 400,
  },
);

describe("robustRange", () => {
  it("holds the central 98 %, and never reaches beyond the values", () => {
    fc.assert(
      fc.property(values, fc.boolean(), (own, log) => {
        const { low, high } = robustRange(own, log);
        const all = fullRange(own);
        expect(low).toBeGreaterThanOrEqual(all.low);
        expect(high).toBeLessThanOrEqual(all.high);
        const tail = 0.01 * own.length;
        expect(own.filter((value) => value < low).length).toBeLessThanOrEqual(tail);
        expect(own.filter((value) => value > high).length).toBeLessThanOrEqual(tail);
      }),
    );
  });

  it("gives up a spike that would flatten all the rest, and none of a curve that merely falls", () => {
    const noisy = Array.from({ length: 300 }, (_, i) => 1 + Math.sin(i) / 10);
    expect(robustRange([...noisy, 500], false).high).toBeLessThan(1.2);
    expect(robustRange([...noisy, 500], true).high).toBeLessThan(1.2);
    const falling = Array.from({ length: 300 }, (_, i) => 3 * Math.exp(-i / 60));
    expect(robustRange(falling, false)).toEqual(fullRange(falling));
  });

  it("holds all of a few values, and nothing of none", () => {
    expect(robustRange([1, 1, 1, 900], false)).toEqual({ low: 1, high: 900 });
    expect(robustRange([], false)).toEqual(fullRange([]));
  });
});

describe("pointsBeyond", () => {
  const point = fc.record({
    mean: fc.option(fc.double({ min: -10, max: 10, noNaN: true })),
    spread: fc.double({ min: 0, max: 5, noNaN: true }),
  });

  it("counts every point that the axis does not hold, once on each side", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point), { maxLength: 60 }), (points) => {
        const rows = points.map((lines, x) => ({
          x,
          ...Object.fromEntries(
            lines.flatMap(({ mean, spread }, i) => [
              [`m${i}`, mean],
              [`b${i}`, mean === null ? null : ([mean - spread, mean + spread] as [number, number])],
            ]),
          ),
        }));
        const beyond = pointsBeyond(rows, 2, [-4, 4], [0, 30]);
        const drawn = points.slice(0, 31).flat();
        const above = drawn.filter(({ mean, spread }) => mean !== null && mean + spread > 4).length;
        const below = drawn.filter(({ mean, spread }) => mean !== null && mean - spread < -4).length;
        expect(beyond.filter(({ side }) => side === "above")).toHaveLength(above);
        expect(beyond.filter(({ side }) => side === "below")).toHaveLength(below);
      }),
    );
  });
});
