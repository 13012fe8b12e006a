import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { armLooks } from "../../../src/config/arms";
import { verbatim } from "../../../src/i18n/errors";
import { sweepLab } from "../../../src/labs/sweep/lab";
import { contour } from "../../../src/labs/sweep/page/contours";
import { axisFields, startingValues } from "../../../src/labs/sweep/page/fields";
import { layoutOf, nameSpot, numberFits, target } from "../../../src/labs/sweep/page/mapLayout";
import { mapOf } from "../../../src/labs/sweep/page/mapModel";
import { curveAxis, curveRows } from "../../../src/labs/sweep/page/series";
import { problemRow } from "../../../src/labs/sweep/rows";
import { resultsOf } from "../../../src/labs/sweep/summary";
import { learnerRows } from "../../../src/ui/labs/learnerRows";

const config = sweepLab.schema.parse({ x: { values: [4, 8] }, y: { values: [0.1, 0.2] } });
const looks = armLooks(config.base, false);

/** A learner of the cell at (x, 0.1). */
const learner = (x: number, arm: number, seed: number, probeAccuracy: number, vanishingFactor: number) => ({
  ...problemRow({ x, y: 0.1 }, verbatim("")),
  problem: null,
  arm,
  seed,
  steps: 10,
  probeAccuracy,
  vanishingFactor,
  curves: { step: [0, 5, 10], probeAccuracy: [0.1, null, probeAccuracy] },
});
const rows = [
  ...[0.5, 0.6, 0.7].map((value, seed) => learner(4, 0, seed, value, 0.01)),
  ...[0.6, 0.7, 0.81].map((value, seed) => learner(4, 1, seed, value, 0.02)),
  ...[0.5, 0.6, 0.7].map((value, seed) => learner(8, 0, seed, value, 0.2)),
  ...[0.4, 0.7, 0.7].map((value, seed) => learner(8, 1, seed, value, 0.3)),
];
const results = resultsOf(config, rows);

describe("a contour line", () => {
  it("lies where the linear interpolation has the level", () => {
    const values = [
      [0, 1],
      [0, 1],
    ];
    expect(contour(values, 0.25)).toEqual([{ x1: 0.25, y1: 0, x2: 0.25, y2: 1 }]);
  });

  it("has the level of a plane at all of its ends", () => {
    const near = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(near, near, near, (a, b, level) => {
        const plane = (x: number, y: number) => a * x + b * y;
        const values = [0, 1, 2, 3].map((y) => [0, 1, 2].map((x) => plane(x, y)));
        for (const { x1, y1, x2, y2 } of contour(values, level)) {
          expect(plane(x1, y1)).toBeCloseTo(level, 9);
          expect(plane(x2, y2)).toBeCloseTo(level, 9);
        }
      }),
    );
  });

  it("parts the corners of a saddle by the value of its middle", () => {
    const saddle = (middle: number) => [
      [1 + middle, -1 + middle],
      [-1 + middle, 1 + middle],
    ];
    // Above the level in the middle: the high corners, upper left and lower right, are joined.
    const [first] = contour(saddle(0.5), 0);
    expect([first!.x1, first!.y1, first!.x2, first!.y2]).toEqual([0.75, 0, 1, 0.25]);
    const [other] = contour(saddle(-0.5), 0);
    expect([other!.x1, other!.y1, other!.x2, other!.y2]).toEqual([0, 0.25, 0.25, 0]);
  });

  it("goes through no square with a missing corner", () => {
    expect(
      contour(
        [
          [0, 1, 0],
          [0, 1, null],
        ],
        0.5,
      ),
    ).toHaveLength(1);
  });
});

describe("the map", () => {
  it("says of each cell what is known, in numbers and words", () => {
    const { cells, largest, contours } = mapOf({ config, results, looks });
    expect(cells.map(({ detected }) => detected)).toEqual([true, false, false, false]);
    expect(cells[0]).toMatchObject({ row: 0, column: 0, text: "+10.3", place: "Batch size 4, Temperature 0.1" });
    expect(cells[0]!.lines.join(" ")).toContain("FlatNCE \u2212 InfoNCE +10.3 points [+8.9, +11.8], 3 seeds");
    expect(cells[2]).toMatchObject({ difference: null, text: "", lines: ["not run yet"] });
    expect(largest).toBeCloseTo(0.31 / 3, 9);
    expect(contours).toEqual([]);
  });

  it("compares the seeds that both arms have, and says so, where rows are there in part", () => {
    const without = (...missing: [x: number, arm: number, seed: number][]) =>
      resultsOf(
        config,
        rows.filter((row) => !missing.some(([x, arm, seed]) => row.x === x && row.arm === arm && row.seed === seed)),
      );
    const mapCell = (...missing: [number, number, number][]) =>
      mapOf({ config, results: without(...missing), looks }).cells[0]!;
    const fewer = mapCell([4, 0, 1]);
    expect(fewer.lines.join(" ")).toContain("2 seeds");
    expect(fewer.difference).toBeCloseTo((0.1 + 0.11) / 2, 12);
    // As many on both sides, but not the same ones.
    const crossed = mapCell([4, 0, 0], [4, 1, 1]);
    expect(crossed.difference).toBeCloseTo(0.81 - 0.7, 12);
    expect(crossed).toMatchObject({ ci95: null, detected: false });
    expect(crossed.lines.join(" ")).toContain("1 seed");
    const apart = mapCell([4, 0, 0], [4, 0, 1], [4, 1, 2]);
    expect(apart).toMatchObject({ difference: null, ci95: null, text: "\u2013" });
    expect(mapCell([4, 1, 0], [4, 1, 1], [4, 1, 2])).toMatchObject({ difference: null, text: "\u2013" });
  });

  it("shows the latest of two rows of one learner", () => {
    const [again] = resultsOf(config, [...rows, learner(4, 0, 1, 0.9, 0.01)]);
    expect(again!.rows).toHaveLength(6);
    expect(again!.rows.find(({ arm, seed }) => arm === 0 && seed === 1)!.probeAccuracy).toBe(0.9);
  });

  it("draws the vanishing factor of the first arm where all four cells have one", () => {
    const complete = results.map((result, i) =>
      result.rows.length > 0 ? result : { ...result, rows: results[i % 2]!.rows },
    );
    const { contours } = mapOf({ config, results: complete, looks });
    expect(contours.map(({ level }) => level)).toEqual([0.1]);
    // Halfway in the logarithm between 0.01 and 0.2 lies 0.045; 0.1 is at 77 % of the way.
    expect(contours[0]!.segments[0]!.x1).toBeCloseTo(Math.log(10) / Math.log(20), 9);
  });

  it("is gone through by the arrow keys, and stops at its edges", () => {
    const map = { columns: 3, rows: 2 };
    expect(
      ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"].map((key) => target(key, 1, map)),
    ).toEqual([2, 0, 4, 1, 0, 2]);
    expect(target("a", 1, map)).toBeNull();
  });

  it("has its first row at the bottom", () => {
    const layout = layoutOf({ columns: 2, rows: 2 }, 400);
    expect(layout.corner({ row: 0, column: 0 }).y).toBeGreaterThan(layout.corner({ row: 1, column: 0 }).y);
    expect(layout.corner({ row: 0, column: 1 }).x + layout.cell).toBeLessThanOrEqual(400);
  });

  it("shows a large difference that may be chance paler than a sure one", () => {
    // At x = 8 the mean difference is larger than at x = 4, and its interval contains 0.
    const unsure = [
      ...rows.filter(({ x }) => x === 4),
      ...[0.5, 0.6, 0.7].map((value, seed) => learner(8, 0, seed, value, 0.2)),
      ...[0.4, 0.7, 1].map((value, seed) => learner(8, 1, seed, value, 0.3)),
      ...[0.5].map((value, seed) => learner(8, 0, seed + 3, value, 0.2)),
      ...[0.99].map((value, seed) => learner(8, 1, seed + 3, value, 0.2)),
    ];
    const { cells, largest } = mapOf({ config, results: resultsOf(config, unsure), looks });
    expect(cells[1]!.difference!).toBeGreaterThan(cells[0]!.difference!);
    expect(cells.slice(0, 2).map(({ detected }) => detected)).toEqual([true, false]);
    expect(cells[0]!.strength).toBe(1);
    expect(cells[1]!.strength).toBeLessThanOrEqual(0.25);
    // The colors end where a sure difference ends.
    expect(largest).toBe(cells[0]!.difference);
  });

  it("names a contour line within one cell, away from its number", () => {
    const layout = layoutOf({ columns: 2, rows: 2 }, 270);
    const edge = layout.corner({ row: 0, column: 1 });
    const across = [
      { x: edge.x - 20, y: edge.y + 20 },
      { x: edge.x + 24, y: edge.y + 24 },
    ] as const;
    const numbers = [0, 1].flatMap((row) => [0, 1].map((column) => layout.number({ row, column })));
    const spot = nameSpot([across], numbers, layout)!;
    expect(spot.x - 20).toBeGreaterThanOrEqual(edge.x);
    expect(spot.x + 20).toBeLessThanOrEqual(edge.x + layout.cell);
    expect(spot.y).toBeLessThanOrEqual(layout.number({ row: 0, column: 1 }).y - 13);
    expect(spot.y - 13).toBeGreaterThanOrEqual(edge.y);
    expect(nameSpot([across], numbers, layoutOf({ columns: 20, rows: 2 }, 270))).toBeUndefined();
  });

  it("leaves out a number that would run over the edge of its cell", () => {
    const layout = layoutOf({ columns: 5, rows: 2 }, 320);
    expect(["+10.3", "+0.000098"].map((text) => numberFits(text, layout))).toEqual([true, false]);
  });
});

describe("the curves of a sweep", () => {
  it("have the mean over seeds between the lowest and the highest", () => {
    const points = curveRows(results.slice(0, 2), 2, "probeAccuracy", curveAxis(config.x));
    expect(points.map(({ x }) => x)).toEqual([4, 8]);
    expect(points[0]!.m0).toBeCloseTo(0.6, 12);
    expect(points[0]!.b1).toEqual([0.6, 0.81]);
  });

  it("are evenly spaced over names, and logarithmic over numbers", () => {
    expect(curveAxis({ path: "batchSize", values: [4, 8] }).log).toBe(true);
    const named = curveAxis({ path: "optimizer.id", values: ["sgd", "adam"] });
    expect([named.log, named.placeOf("adam"), named.nameOf(1)]).toEqual([false, 1, "Adam"]);
  });

  it("of one cell leave out steps without a value", () => {
    expect(learnerRows(results[0]!.rows, 2, "probeAccuracy").map(({ step }) => step)).toEqual([0, 10]);
    expect(learnerRows(results[0]!.rows, 2, "infoNce")).toEqual([]);
  });
});

describe("the choice of an axis", () => {
  it("offers settings that the sweep takes, each with values to start from", () => {
    for (const field of axisFields(config.base)) {
      const y = field.path === "batchSize" ? "temperature" : "batchSize";
      const values = startingValues(field, config.base);
      const parsed = sweepLab.schema.safeParse({ base: config.base, x: { path: field.path, values }, y: { path: y } });
      expect(parsed.success ? "" : `${field.path}: ${parsed.error.message}`).toBe("");
    }
  });
});
