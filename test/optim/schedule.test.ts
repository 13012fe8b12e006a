import { describe, expect, it } from "vitest";
import { learningRateAt } from "../../src/optim";

describe("learningRateAt", () => {
  const cosine = { id: "cosine", warmupSteps: 10 } as const;

  it("is constant without a warm-up", () => {
    expect([0, 5, 99].map((step) => learningRateAt(step, 100, { id: "constant", warmupSteps: 0 }, 0.1))).toEqual([
      0.1, 0.1, 0.1,
    ]);
  });

  it("warms up in equal steps, reaching the base with the last", () => {
    expect(learningRateAt(0, 110, cosine, 1)).toBeCloseTo(0.1);
    expect(learningRateAt(4, 110, cosine, 1)).toBeCloseTo(0.5);
    expect(learningRateAt(9, 110, cosine, 1)).toBe(1);
  });

  it("falls along half a cosine to 0", () => {
    expect(learningRateAt(10, 110, cosine, 1)).toBe(1);
    expect(learningRateAt(60, 110, cosine, 1)).toBeCloseTo(0.5);
    expect(learningRateAt(85, 110, cosine, 1)).toBeCloseTo((1 + Math.cos(0.75 * Math.PI)) / 2);
    expect(learningRateAt(110, 110, cosine, 1)).toBeCloseTo(0);
  });

  it("stays finite when the warm-up is as long as the run", () => {
    expect(Number.isFinite(learningRateAt(10, 10, cosine, 1))).toBe(true);
  });
});
