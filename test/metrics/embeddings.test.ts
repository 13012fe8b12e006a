import { describe, expect, it } from "vitest";
import * as rank from "../../src/metrics/effectiveRank";
import { heldOutSamples } from "../../src/metrics/math/heldOut";
import { normalizeRows, principalPlane } from "../../src/metrics/math/pca";
import * as ratio from "../../src/metrics/participationRatio";
import type { HeldOutMetric } from "../../src/metrics/types";
import reference from "../fixtures/reference.json";
import { pseudoRandom } from "../support/float64";

const OPTIONS = { knn: { k: 1, temperature: 1 }, linearProbe: { ridge: 1, search: false } };
const measured = (metric: HeldOutMetric) => (embeddings: Float32Array, size: number) =>
  metric.measure(heldOutSamples(embeddings, size, null), OPTIONS);
const effectiveRank = measured(rank.effectiveRank);
const participationRatio = measured(ratio.participationRatio);

const FIXTURE = normalizeRows(Float32Array.from([...reference.inputs.z1, ...reference.inputs.z2].flat()), 6);

/** A cloud with variances 9, 4 and 0.01 along the axes, far from the origin. */
function cloud(count: number): Float32Array {
  const next = pseudoRandom(1);
  return Float32Array.from({ length: 3 * count }, (_, i) => 5 + [3, 2, 0.1][i % 3]! * next());
}

describe("effectiveRank", () => {
  it("matches the fixture", () => {
    expect(effectiveRank(FIXTURE, 6)).toBeCloseTo(reference.diag.rankme_U, 5);
  });

  it("counts directions that are used alike", () => {
    expect(effectiveRank(Float32Array.from([3, 0, 0, 0, 3, 0, 0, 0, 3]), 3)).toBeCloseTo(3, 4);
    expect(effectiveRank(Float32Array.from([1, 2, 3, 2, 4, 6]), 3)).toBeCloseTo(1, 4);
  });

  it("is at most the number of embeddings when there are few", () => {
    expect(effectiveRank(Float32Array.from([1, 0, 0, 0, 0, 1, 0, 0]), 4)).toBeCloseTo(2, 4);
  });

  it("has no value for embeddings that are 0 or not finite", () => {
    expect(effectiveRank(new Float32Array(6), 3)).toBeNaN();
    expect(effectiveRank(Float32Array.from([1, Number.NaN, 2, 3]), 2)).toBeNaN();
  });
});

describe("participationRatio", () => {
  it("matches the fixture", () => {
    expect(participationRatio(FIXTURE, 6)).toBeCloseTo(reference.diag.participation_ratio, 5);
  });

  it("counts directions that vary alike, wherever the centre is", () => {
    expect(participationRatio(Float32Array.from([7, 5, 9, 5, 8, 4, 8, 6]), 2)).toBeCloseTo(2, 6);
    expect(participationRatio(Float32Array.from([1, 2, 3, 2, 4, 6, 3, 6, 9]), 3)).toBeCloseTo(1, 6);
  });

  it("has no value for embeddings that do not vary or are not finite", () => {
    expect(participationRatio(new Float32Array(6).fill(2), 3)).toBeNaN();
    expect(participationRatio(Float32Array.from([1, Number.NaN, 2, 3]), 2)).toBeNaN();
  });
});

describe("principalPlane", () => {
  it("finds the two widest directions and their share of the variance", () => {
    const { axes, explained, coordinates } = principalPlane(cloud(400), 3);
    expect(Math.abs(axes[0][0]!)).toBeGreaterThan(0.99);
    expect(Math.abs(axes[1][1]!)).toBeGreaterThan(0.99);
    expect(explained).toBeGreaterThan(0.998);
    expect(explained).toBeLessThan(1);
    expect(coordinates).toHaveLength(800);
    const center = coordinates.reduce((sum, value) => sum + value, 0) / 400;
    expect(center).toBeCloseTo(0, 4);
  });

  it("keeps distances that lie in the plane", () => {
    const { coordinates, explained } = principalPlane(Float32Array.from([0, 0, 3, 4, -3, -4, 4, -3]), 2);
    expect(explained).toBeCloseTo(1, 12);
    const [x0, y0, x1, y1] = coordinates;
    expect(Math.hypot(x1! - x0!, y1! - y0!)).toBeCloseTo(5, 5);
  });

  it("turns its axes towards those of the previous picture", () => {
    const first = principalPlane(cloud(50), 3);
    const flipped = [first.axes[0].map((x) => -x), first.axes[1]] as typeof first.axes;
    const again = principalPlane(cloud(50), 3, flipped);
    expect(again.axes).toEqual(flipped);
    expect(again.coordinates[0]).toBeCloseTo(-first.coordinates[0]!, 5);
    expect(again.coordinates[1]).toBeCloseTo(first.coordinates[1]!, 5);
  });

  it("shows a collapsed batch as one point", () => {
    const { coordinates, explained } = principalPlane(new Float32Array(12).fill(1), 3);
    expect(explained).toBe(0);
    expect(coordinates.every((value) => value === 0)).toBe(true);
  });

  it("refuses rows that are not finite", () => {
    expect(() => principalPlane(Float32Array.from([Number.NaN, 1]), 2)).toThrow("finite rows");
  });
});

describe("normalizeRows", () => {
  it("gives rows of length 1 and leaves a row of zeros alone", () => {
    const unit = normalizeRows(Float32Array.from([3, 4, 0, 0]), 2);
    expect(Array.from(unit)).toEqual([Math.fround(0.6), Math.fround(0.8), 0, 0]);
  });
});
