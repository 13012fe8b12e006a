import { describe, expect, it } from "vitest";
import { groupSimilarity, nearestSamples } from "../../../src/record/embedding/neighbors";

/** Unit vectors at these angles. */
const at = (...angles: number[]) => ({
  embedding: Float32Array.from(angles.flatMap((angle) => [Math.cos(angle), Math.sin(angle)])),
  size: 2,
});

describe("what lies near what in an embedding", () => {
  it("is told by the cosine, the nearest in front, without the sample itself", () => {
    const nearest = nearestSamples(at(0, 3, 0.5, -0.2), 0, 2);
    expect(nearest.map(({ sample }) => sample)).toEqual([3, 2]);
    expect(nearest[0]?.similarity).toBeCloseTo(Math.cos(0.2), 6);
    expect(nearestSamples(at(0), 0, 5)).toEqual([]);
  });

  it("has a mean within a group and with all others", () => {
    const { within, beyond } = groupSimilarity(at(0, 0.4, Math.PI, 1), [0, 1]);
    expect(within).toBeCloseTo(Math.cos(0.4), 6);
    expect(beyond).toBeCloseTo((-1 + Math.cos(1) - Math.cos(0.4) + Math.cos(0.6)) / 4, 6);
    expect(groupSimilarity(at(0, 1), [0]).within).toBeNaN();
    expect(groupSimilarity(at(0, 1), [0, 1]).beyond).toBeNaN();
  });
});
