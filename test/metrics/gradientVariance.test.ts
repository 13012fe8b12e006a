import { describe, expect, it } from "vitest";
import { gradientStatistics } from "../../src/metrics/math/gradientStatistics";
import reference from "../fixtures/reference.json";
import { sumsOf } from "./gradientSums";

describe("gradientStatistics", () => {
  it("matches the fixture", () => {
    const { g, tr_var, gsnr_unbiased, mean } = reference.gradnoise;
    const statistics = gradientStatistics(sumsOf(g));
    expect(statistics.gradientVariance).toBeCloseTo(tr_var, 12);
    expect(statistics.gradientSnr).toBeCloseTo(gsnr_unbiased, 9);
    expect(statistics.gradientNorm).toBeCloseTo(Math.hypot(...mean), 12);
    expect(statistics.gradientNoise).toBeCloseTo(1 / (1 + gsnr_unbiased), 9);
  });

  it("does not depend on the scale of the loss where it says so", () => {
    const scaled = reference.gradnoise.g.map((g) => g.map((value) => value * 1e-4));
    const [own, small] = [reference.gradnoise.g, scaled].map((g) => gradientStatistics(sumsOf(g)));
    expect(small!.gradientNoise).toBeCloseTo(own!.gradientNoise, 12);
    expect(small!.gradientSnr).toBeCloseTo(own!.gradientSnr, 9);
    expect(small!.gradientVariance).toBeCloseTo(own!.gradientVariance * 1e-8, 16);
  });

  it("caps the noise share at 1 when the batches cancel, and leaves the SNR negative", () => {
    const statistics = gradientStatistics(sumsOf([[1], [-1]]));
    expect(statistics.gradientVariance).toBe(2);
    expect(statistics.gradientNoise).toBe(1);
    expect(statistics.gradientSnr).toBe(-0.5);
  });

  it("has no ratio where there is nothing to divide by", () => {
    const same = gradientStatistics(sumsOf([[2], [2], [2]]));
    expect(same).toEqual({ gradientNorm: 2, gradientVariance: 0, gradientSnr: Number.NaN, gradientNoise: 0 });
    const none = gradientStatistics(sumsOf([[0], [0]]));
    expect(none).toEqual({ gradientNorm: 0, gradientVariance: 0, gradientSnr: Number.NaN, gradientNoise: Number.NaN });
  });

  it("passes on that a learner diverged", () => {
    const broken = gradientStatistics(sumsOf([[Number.NaN], [1]]));
    expect(Object.values(broken).every(Number.isNaN)).toBe(true);
  });

  it("refuses a single micro-batch", () => {
    expect(() => gradientStatistics(sumsOf([[1]]))).toThrow("at least 2 micro-batches");
  });
});
