import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CANDIDATES, measureBatch, summarize } from "../../src/labs/bound/overCandidates";
import {
  type Box,
  kAt,
  kBeside,
  NATS,
  nearestK,
  placeOf,
  placeOfK,
  TRUTH,
  truthAt,
  truthBeside,
  UPPER,
} from "../../src/ui/ceiling/geometry";
import { bandOf, estimateRows, tableRows } from "../../src/ui/ceiling/rows";
import { sentenceOf } from "../../src/ui/ceiling/sentence";
import { percentOf } from "../../src/ui/percentOf";

const BOX: Box = { width: 640, height: 210, frame: UPPER };
const TRUTHS = Array.from(
  { length: 1 + (TRUTH.most - TRUTH.least) / TRUTH.step },
  (_, i) => TRUTH.least + i * TRUTH.step,
);

describe("a handle", () => {
  it("stands where a drag to it would leave it", () => {
    for (const k of CANDIDATES) expect(kAt(placeOfK(k, BOX), BOX)).toBe(k);
    for (const truth of TRUTHS) expect(truthAt(placeOf(truth, NATS, BOX), BOX)).toBeCloseTo(truth, 9);
  });

  it("stays on the figure, wherever it is dragged", () => {
    const anywhere = fc.double({ min: -2000, max: 2000, noNaN: true });
    fc.assert(
      fc.property(anywhere, anywhere, (x, y) => {
        expect(CANDIDATES).toContain(kAt(x, BOX));
        expect(truthAt(y, BOX)).toBeGreaterThanOrEqual(TRUTH.least);
        expect(truthAt(y, BOX)).toBeLessThanOrEqual(TRUTH.most);
      }),
    );
  });

  it("begins at the number nearest to that of a batch", () => {
    expect([7, 31, 63, 100_000].map((k) => nearestK(Math.log2(k)))).toEqual([8, 32, 64, 4096]);
  });

  it("goes to its neighbours by the keys, and no further than its ends", () => {
    expect([kBeside(8, 1), kBeside(8, -1), kBeside(2, -1), kBeside(8, Number.POSITIVE_INFINITY)]).toEqual([
      12, 6, 2, 4096,
    ]);
    expect([truthBeside(5, 1), truthBeside(12, 4), truthBeside(5, Number.NEGATIVE_INFINITY)]).toEqual([5.25, 12, 0]);
  });
});

describe("the figure", () => {
  const measured = { truth: 5, batches: 4, points: summarize([0, 1, 2, 3].map((index) => measureBatch(5, index))) };
  const at8 = measured.points.find(({ k }) => k === 8)!;

  it("says what it shows", () => {
    const sentence = sentenceOf(measured, 8);
    expect(sentence).toContain("cannot pass 2.08 nats; the truth is 5.00 nats");
    expect(sentence).toContain(`It reads ${at8.estimate.toFixed(2)} \u00b1`);
    expect(sentence).toContain(`${percentOf(at8.factor)} of its weight`);
    expect(sentenceOf(measured, 4096)).toContain("the ceiling is 8.32 nats, above the truth of 5.00 nats");
  });

  it("draws no band above the ceiling", () => {
    for (const row of estimateRows(measured, 5)) {
      const [low, high] = row.b0 as [number, number];
      expect(low).toBeLessThanOrEqual(row.m0 as number);
      expect(high).toBeLessThanOrEqual(row.m2 as number);
    }
  });

  it("has a table of all that is drawn", () => {
    const [first] = tableRows(measured);
    expect(Object.keys(first!).sort()).toEqual(["b0", "b3", "k", "m0", "m1", "m2", "m3"]);
  });

  it("has wider bands where few batches tell how wide they are", () => {
    expect([2, 8, 24].map((batches) => bandOf(batches).toFixed(2))).toEqual(["12.71", "2.36", "2.07"]);
  });
});
