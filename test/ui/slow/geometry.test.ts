import { describe, expect, it } from "vitest";
import type { ArmTrace } from "../../../src/record/events";
import {
  besides,
  enlargement,
  forceScale,
  frameOf,
  placeOf,
  RADIUS,
  SIDE,
  shareOf,
  tipOf,
} from "../../../src/ui/slow/geometry";
import { placePoints } from "../../../src/ui/slow/pointPlaces";

const MIDDLE = SIDE / 2;

function arm(changes: Partial<ArmTrace> = {}): ArmTrace {
  return {
    arm: 0,
    temperature: 0.1,
    circle: true,
    explained: 1,
    before: Float32Array.of(1, 0, 0, 1),
    after: Float32Array.of(Math.cos(0.1), Math.sin(0.1), 0, 1),
    similarity: Float32Array.of(1, 0, 0, 1),
    logXi: Float32Array.of(0),
    weight: Float32Array.of(0.5),
    pull: Float32Array.of(0, 2),
    push: Float32Array.of(0, -1),
    ...changes,
  };
}

describe("where views are drawn", () => {
  it("is on the circle, also on the way of an update that is drawn enlarged", () => {
    const frame = frameOf(arm());
    expect(placeOf(arm(), 0, frame)).toEqual([MIDDLE + RADIUS, MIDDLE]);
    const [x, y] = placeOf(arm(), 0, frame, 5);
    expect(Math.hypot(x - MIDDLE, y - MIDDLE)).toBeCloseTo(RADIUS, 3);
    expect(Math.atan2(MIDDLE - y, x - MIDDLE)).toBeCloseTo(0.5, 3);
  });

  it("fills the drawing of a plane, and ends where the update ends", () => {
    const flat = arm({ circle: false, before: Float32Array.of(3, 1, 5, 1), after: Float32Array.of(3, 1.5, 5, 1) });
    const frame = frameOf(flat);
    expect(placeOf(flat, 0, frame)[0]).toBeCloseTo(MIDDLE - RADIUS);
    expect(placeOf(flat, 1, frame)[0]).toBeCloseTo(MIDDLE + RADIUS);
    expect(placeOf(flat, 0, frame)[1] - placeOf(flat, 0, frame, 1)[1]).toBeCloseTo(RADIUS / 2);
  });

  it("enlarges moves by one round factor, as far as the longest still fits", () => {
    expect(enlargement([arm()])).toBe(3);
    expect(enlargement([arm(), arm({ after: Float32Array.of(0, 1, 0, 1) })])).toBe(1);
    expect(enlargement([])).toBe(100);
  });

  it("keeps numbers clear of dots and of each other", () => {
    const dots = [
      [300, 200],
      [302, 201],
      [300, 204],
    ] as const;
    const names = besides(dots);
    for (const [i, [x, y]] of names.entries())
      for (const [j, [u, v]] of names.entries()) if (i < j) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(15);
  });
});

describe("the arrows", () => {
  it("have one scale for all arms", () => {
    const strong = arm({ pull: Float32Array.of(4, 0) });
    const scale = forceScale([arm(), strong]);
    const [x] = tipOf([0, 0], strong.pull, 0, scale);
    const [, y] = tipOf([0, 0], arm().pull, 0, scale);
    expect(x).toBeCloseTo(-2 * y);
    expect(forceScale([arm({ weight: null })])).toBe(0);
  });

  it("grow to weight 1, then shrink to the weight of their loss", () => {
    expect(shareOf(0.2, 0.25)).toBe(0.5);
    expect(shareOf(0.2, 0.5)).toBe(1);
    expect(shareOf(0.2, 1)).toBeCloseTo(0.2);
    expect(shareOf(1, 0.75)).toBe(1);
  });
});

describe("points and their views", () => {
  it("are apart, by a factor that is said, the samples at their places", () => {
    const pairs = { values: Float32Array.of(1, 0.02, 1, -0.02, -1, 0.02, -1, -0.02), count: 2, shape: [2] };
    const { samples, views, enlarged } = placePoints(
      { samples: Float32Array.of(1, 0, -1, 0), labels: null, pairs },
      400,
    );
    expect(enlarged).toBe(10);
    expect(samples[0]![1]).toBe(200);
    expect(samples[0]![0] - 200).toBeCloseTo(200 - samples[1]![0]);
    expect(views[0]![0][1]).toBeLessThan(190);
    expect(views[0]![1][1]).toBeGreaterThan(210);
  });
});
