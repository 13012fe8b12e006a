import { describe, expect, it } from "vitest";
import { thumbnailPaths } from "../../../src/ui/race/presets/thumbnailPaths";

const LINE = { mean: [1, null, 10, 100], low: [1, null, 10, 100], high: [1, null, 10, 100] };

describe("the curves of a thumbnail", () => {
  it("fill their box from the first step to the last, and leave out what was not measured", () => {
    const { low, high, arms } = thumbnailPaths({ steps: [0, 50, 100, 200], arms: [LINE] }, false);
    expect([low, high]).toEqual([1, 100]);
    expect(arms[0]?.line).toBe("M0 1000L500 909L1000 0");
    expect(arms[0]?.band).toBe("M0 1000L500 909L1000 0L1000 0L500 909L0 1000Z");
  });

  it("are even in powers on a logarithmic axis", () => {
    expect(thumbnailPaths({ steps: [0, 50, 100, 200], arms: [LINE] }, true).arms[0]?.line).toBe(
      "M0 1000L500 500L1000 0",
    );
  });

  it("are a level line where nothing changes", () => {
    const still = { mean: [2, 2], low: [2, 2], high: [2, 2] };
    expect(thumbnailPaths({ steps: [0, 1], arms: [still] }, false).arms[0]?.line).toBe("M0 1000L1000 1000");
  });
});
