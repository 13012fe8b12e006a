import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PointsOptions } from "../../../src/data/sources/points";
import { loadPoints } from "../../../src/data/sources/points/load";

const layouts = ["rings", "moons", "gaussians"] as const;
const options = (layout: PointsOptions["layout"], classes = 8, samples = 400): PointsOptions => ({
  id: "points",
  layout,
  classes,
  samples,
});

/** Share of held-out points whose nearest training point, seen through noise, is of their class. */
function nearestNeighborAccuracy({ train, test: held }: ReturnType<typeof loadPoints>): number {
  let right = 0;
  for (let i = 0; i < held.count; i++) {
    let best = { distance: Number.POSITIVE_INFINITY, label: -1 };
    for (let j = 0; j < train.count; j++) {
      const [dx, dy] = [0, 1].map((axis) => held.values[2 * i + axis]! - train.values[2 * j + axis]!) as [
        number,
        number,
      ];
      const distance = dx * dx + dy * dy;
      if (distance < best.distance) best = { distance, label: train.labels![j]! };
    }
    if (best.label === held.labels![i]) right++;
  }
  return right / held.count;
}

describe.each(layouts)("%s", (layout) => {
  test("are finite, standardised and balanced, for any number of classes and any seed", () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 16 }), fc.nat(0xffff_ffff), (classes, seed) => {
        const { train, classNames, shape } = loadPoints(options(layout, classes, 16 * classes), seed);
        expect(shape).toEqual([2]);
        expect(classNames).toHaveLength(classes);
        const values = [...train.values];
        expect(values.every((value) => Math.abs(value) < 6)).toBe(true);
        for (const axis of [0, 1])
          expect(values.reduce((sum, value, i) => sum + (i % 2 === axis ? value : 0), 0) / train.count).toBeCloseTo(
            0,
            5,
          );
        expect(values.reduce((sum, value) => sum + value * value, 0) / values.length).toBeCloseTo(1, 5);
        for (let label = 0; label < classes; label++)
          expect(train.labels!.filter((other) => other === label)).toHaveLength(16);
      }),
      { numRuns: 50 },
    ));

  test("follow from the seed, and differ between seeds", () => {
    expect(loadPoints(options(layout), 1)).toEqual(loadPoints(options(layout), 1));
    expect(loadPoints(options(layout), 1).train.values).not.toEqual(loadPoints(options(layout), 2).train.values);
  });

  test("hold out fresh points: a quarter as many, at least 200", () => {
    const { train, test: held } = loadPoints(options(layout, 8, 2000), 1);
    expect([train.count, held.count]).toEqual([2000, 500]);
    expect(loadPoints(options(layout, 8, 64), 1).test.count).toBe(200);
    const seen = new Set(Array.from({ length: train.count }, (_, i) => train.values.slice(2 * i, 2 * i + 2).join()));
    for (let i = 0; i < held.count; i++) expect(seen.has(held.values.slice(2 * i, 2 * i + 2).join())).toBe(false);
  });

  test.each([2, 3, 8, 16])("%i classes are neighbourhoods", (classes) => {
    for (const seed of [1, 2, 3])
      expect(nearestNeighborAccuracy(loadPoints(options(layout, classes, 800), seed))).toBeGreaterThan(0.9);
  });
});
