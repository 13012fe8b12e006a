import { expect, it } from "vitest";
import { argumentsOf, rangesOf, wholeLines } from "../../../../src/engine/wasm/threads/shares";

const FOUR = { threads: 4, leastWork: 100 };

it.each([1, 3, 4, 5, 8, 97])("gives each of %i units to one share", (units) => {
  const ranges = rangesOf({ units, work: 100 }, FOUR);
  expect(ranges).toHaveLength(Math.min(units, 4));
  const all = ranges.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i));
  expect(all).toEqual(Array.from({ length: units }, (_, i) => i));
});

it("leaves a small call, and every call of one thread, whole", () => {
  expect(rangesOf({ units: 9, work: 99 }, FOUR)).toEqual([[0, 9]]);
  expect(rangesOf({ units: 9, work: 1e9 }, null)).toEqual([[0, 9]]);
});

it("gives each share scratch of its own", () => {
  const sizes = [wholeLines(5), null, wholeLines(17)];
  const ranges = [
    [0, 2],
    [2, 5],
  ];
  expect(argumentsOf([64, 128, 1024, 0, 4096], { ranges, sizes, numbers: [7] })).toEqual([
    [64, 128, 1024, 0, 4096, 7, 0, 2],
    [64, 128, 1024 + 4 * 16, 0, 4096 + 4 * 32, 7, 2, 5],
  ]);
});
