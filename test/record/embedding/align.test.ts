import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignedTo } from "../../../src/record/embedding/align";

const places = fc
  .array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), {
    minLength: 3,
    maxLength: 20,
  })
  .map((points) => Float32Array.from(points.flat()));

function turned(plane: Float32Array, angle: number, mirror: 1 | -1): Float32Array {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return Float32Array.from(plane, (_, i) => {
    const [x, y] = [plane[i - (i % 2)]!, mirror * plane[i - (i % 2) + 1]!];
    return i % 2 === 0 ? cos * x - sin * y : sin * x + cos * y;
  });
}

function squaredDistance(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
}

describe("a picture laid over the one before", () => {
  it("comes back to where it was, however it was turned and mirrored", () => {
    fc.assert(
      fc.property(
        places,
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.constantFrom(1, -1),
        (plane, angle, mirror) => {
          expect(squaredDistance(alignedTo(turned(plane, angle, mirror as 1 | -1), plane), plane)).toBeLessThan(1e-8);
        },
      ),
    );
  });

  it("lies nearer to the one before than in any other turn, and keeps its own distances", () => {
    const reference = Float32Array.from([1, 0, 0, 1, -1, -1, 0.5, 0.2]);
    const moved = turned(Float32Array.from([1.1, 0, -0.1, 1.2, -0.9, -1.1, 0.4, 0]), 2, -1);
    const aligned = alignedTo(moved, reference);
    const least = squaredDistance(aligned, reference);
    for (let angle = 0; angle < 6.3; angle += 0.1)
      for (const mirror of [1, -1] as const)
        expect(squaredDistance(turned(moved, angle, mirror), reference)).toBeGreaterThan(least - 1e-6);
    const between = (plane: Float32Array) => Math.hypot(plane[0]! - plane[2]!, plane[1]! - plane[3]!);
    expect(between(aligned)).toBeCloseTo(between(moved), 5);
  });

  it("is as it came where there is nothing to lay it over, or nothing in it", () => {
    const plane = Float32Array.from([1, 2, 3, 4]);
    expect(alignedTo(plane, undefined)).toBe(plane);
    expect(alignedTo(plane, new Float32Array(6))).toBe(plane);
    expect(alignedTo(plane, new Float32Array(4))).toEqual(plane);
  });
});
