import { describe, expect, it } from "vitest";
import { cosine } from "../../src/metrics/gradientCosine";
import { updateStatistics } from "../../src/metrics/math/updateStatistics";
import { NoiseScale, noiseEstimates } from "../../src/metrics/noiseScale";
import reference from "../fixtures/reference.json";
import { sumsOf } from "./gradientSums";

const { g, b_small, noise_scale_S, G2, B_simple } = reference.gradnoise;

describe("the noise scale", () => {
  it("matches the fixture", () => {
    const estimates = noiseEstimates(sumsOf(g), b_small);
    expect(estimates.noise).toBeCloseTo(noise_scale_S, 12);
    expect(estimates.signal).toBeCloseTo(G2, 12);
    expect(new NoiseScale().include(estimates)).toBeCloseTo(B_simple, 12);
  });

  it("averages noise and signal apart: one odd probe does not turn it over", () => {
    const scale = new NoiseScale();
    for (let probe = 0; probe < 50; probe++) scale.include({ noise: 20, signal: 2 });
    const disturbed = scale.include({ noise: 20, signal: -1 });
    expect(disturbed).toBeGreaterThan(10);
    expect(disturbed).toBeLessThan(12);
  });

  it("has no value while the signal's average is not positive, and finds back", () => {
    const scale = new NoiseScale();
    expect(scale.include({ noise: 4, signal: -1 })).toBeNaN();
    expect(scale.include({ noise: 4, signal: 0 })).toBeNaN();
    expect(scale.include({ noise: 4, signal: 9 })).toBeGreaterThan(0);
  });

  it("goes on after a probe without numbers", () => {
    const scale = new NoiseScale();
    const before = scale.include({ noise: 2, signal: 4 });
    expect(scale.include({ noise: Number.POSITIVE_INFINITY, signal: Number.NaN })).toBeNaN();
    expect(scale.include({ noise: 2, signal: 4 })).toBeCloseTo(before, 12);
  });

  it("does not depend on the scale of the loss", () => {
    const scaled = g.map((gradient) => gradient.map((value) => value * 1e-6));
    expect(new NoiseScale().include(noiseEstimates(sumsOf(scaled), b_small))).toBeCloseTo(B_simple, 9);
  });
});

describe("cosine", () => {
  it("is that of two gradients, and has no value where one is 0", () => {
    expect(cosine(3, [9, 4])).toBe(0.5);
    expect(cosine(6.000001, [9, 4])).toBe(1);
    expect(cosine(0, [0, 4])).toBeNaN();
  });
});

describe("updateStatistics", () => {
  it("compares lengths, and counts silent gradients among all", () => {
    const statistics = updateStatistics({ squaredChange: 0.04, squaredNorm: 4, silent: 3, count: 12 });
    expect(statistics).toEqual({ updateSize: 0.1, silentGradients: 0.25 });
    expect(updateStatistics({ squaredChange: 1, squaredNorm: 0, silent: 0, count: 1 }).updateSize).toBeNaN();
  });
});
