import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutPairs, RADIUS } from "../../src/ui/views/pointPairs";

const [WIDTH, HEIGHT] = [290, 150];

/** Four samples on the axes, each seen twice, `distance` apart. */
function views(distance: number) {
  const centers = [1, 0, -1, 0, 0, 1, 0, -1];
  const values = Array.from({ length: 4 }, (_, i) => {
    const [x, y] = [centers[2 * i]!, centers[2 * i + 1]!];
    return [x - distance / 2, y, x + distance / 2, y];
  });
  return { values: Float32Array.from(values.flat()), count: 4, shape: [2] };
}

const gap = ([a, b]: [number[], number[]]) => Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!);

describe("layOutPairs", () => {
  it("lays single numbers out on the axis", () => {
    const { pairs } = layOutPairs({ values: Float32Array.of(1, -1, 0.5, 0), count: 2, shape: [1] }, WIDTH, HEIGHT);
    expect(pairs.flat().map(([, y]) => y)).toEqual([75, 75, 75, 75]);
    expect(pairs[0]![0][0]).toBeGreaterThan(pairs[0]![1][0]);
  });

  it("draws the views of a sample apart however weak the noise, and says how much", () => {
    for (const distance of [0.3, 0.1, 0.02]) {
      const { pairs, enlarged } = layOutPairs(views(distance), WIDTH, HEIGHT);
      for (const pair of pairs) expect(gap(pair)).toBeGreaterThan(3 * RADIUS);
      expect(enlarged).toBeGreaterThan(1);
    }
  });

  it("leaves views as they are that can be told apart", () => {
    const { pairs, enlarged } = layOutPairs(views(0.5), WIDTH, HEIGHT);
    expect(enlarged).toBe(1);
    expect(pairs[0]![0][1]).toBe(HEIGHT / 2);
    expect(pairs[2]![0][1]).toBeLessThan(HEIGHT / 2);
  });

  it("keeps everything inside the picture", () => {
    const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 16, maxLength: 16 }), (values) => {
        const { pairs } = layOutPairs({ values: Float32Array.from(values), count: 4, shape: [2] }, WIDTH, HEIGHT);
        for (const [x, y] of pairs.flat()) {
          expect(x).toBeGreaterThanOrEqual(RADIUS);
          expect(x).toBeLessThanOrEqual(WIDTH - RADIUS);
          expect(y).toBeGreaterThanOrEqual(RADIUS);
          expect(y).toBeLessThanOrEqual(HEIGHT - RADIUS);
        }
      }),
    );
  });
});
