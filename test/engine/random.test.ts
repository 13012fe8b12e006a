import { describe, expect, it } from "vitest";
import { batchIndices, permuted } from "../../src/engine/batchOrder";
import {
  byteNormal,
  type Draw,
  hash,
  hashWords,
  normals,
  PURPOSE,
  seedOf,
  uniform,
  unitInterval,
} from "../../src/engine/random";

const BASE: Draw = { seed: 1, step: 0, sample: 0, purpose: PURPOSE.trainingViews };

/** Fields along which consecutive draws must look independent. */
const AXES: [string, (i: number) => Draw][] = [
  ["seed", (seed) => ({ ...BASE, seed })],
  ["step", (step) => ({ ...BASE, step })],
  ["sample", (sample) => ({ ...BASE, sample })],
  ["lane", (lane) => ({ ...BASE, lane })],
];

describe("hashWords", () => {
  it("gives the same words everywhere", () => {
    expect(hashWords({ seed: 0, step: 0, sample: 0, purpose: PURPOSE.seeds })).toEqual(GOLDEN_ZERO);
    expect(hashWords({ seed: 0xffff_ffff, step: 7, sample: 123, purpose: PURPOSE.dataset, lane: 5 })).toEqual(
      GOLDEN_LANE,
    );
    expect([0, 1, 2].map((index) => seedOf(1, index))).toEqual(GOLDEN_SEEDS);
  });

  it("changes with every field", () => {
    const words = [BASE, { ...BASE, seed: 2 }, { ...BASE, step: 1 }, { ...BASE, sample: 1 }, { ...BASE, lane: 1 }];
    const other = { ...BASE, purpose: PURPOSE.probeViews };
    expect(new Set([...words, other].map(hash)).size).toBe(6);
  });

  it("does not repeat a word in 2^18 draws more often than chance does", () => {
    const draws = 1 << 18;
    const seen = new Set<number>();
    for (let sample = 0; sample < draws; sample++) seen.add(hash({ ...BASE, sample }));
    // Expected collisions: draws^2 / 2^33 = 8; a Poisson count beyond 30 has probability below 1e-8.
    expect(draws - seen.size).toBeLessThan(30);
  });
});

describe.each(AXES)("uniform along %s", (_name, draw) => {
  const count = 20_000;

  it("fills 64 bins evenly, in each of the four words", () => {
    for (let word = 0; word < 4; word++) {
      const bins = new Float64Array(64);
      for (let i = 0; i < count; i++) bins[Math.floor(unitInterval(hashWords(draw(i))[word]!) * 64)]! += 1;
      expect(chiSquare(bins, count / 64)).toBeLessThan(CHI_SQUARE_63);
    }
  });

  it("makes neighbours independent", () => {
    const bins = new Float64Array(64);
    const level = (i: number) => Math.floor(uniform(draw(i)) * 8);
    for (let i = 0; i < count; i++) bins[level(i) * 8 + level(i + 1)]! += 1;
    expect(chiSquare(bins, count / 64)).toBeLessThan(CHI_SQUARE_63);
  });
});

describe("seeds", () => {
  it("are uncorrelated streams", () => {
    const count = 20_000;
    const stream = (seed: number) =>
      Float64Array.from({ length: count }, (_, step) => uniform({ ...BASE, seed, step }) - 0.5);
    const [a, b] = [stream(seedOf(1, 0)), stream(seedOf(1, 1))];
    const correlation = a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (count / 12);
    // Standard deviation 1 / sqrt(count) = 0.007.
    expect(Math.abs(correlation)).toBeLessThan(0.035);
  });
});

describe("normal numbers", () => {
  const count = 40_000;
  const byBoxMuller = Array.from({ length: count / 4 }, (_, sample) => normals({ ...BASE, sample })).flat();
  const byBytes = Array.from({ length: count / 4 }, (_, sample) =>
    hashWords({ ...BASE, sample }).map(byteNormal),
  ).flat();

  it.each([
    ["normals", byBoxMuller, 3],
    // Irwin-Hall of order 4 has kurtosis 3 - 6/5/4 = 2.7.
    ["byteNormal", byBytes, 2.7],
  ])("%s has mean 0, variance 1 and the right kurtosis", (_name, values, kurtosis) => {
    expect(Math.abs(moment(values, 1))).toBeLessThan(0.025);
    expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(0.035);
    expect(Math.abs(moment(values, 4) - kurtosis)).toBeLessThan(0.25);
  });

  it("byteNormal ends at the four smallest and largest bytes", () => {
    expect(byteNormal(0)).toBeCloseTo(-510 / 147.8, 3);
    expect(byteNormal(0xffff_ffff)).toBeCloseTo(510 / 147.8, 3);
  });
});

describe("permuted", () => {
  it.each([1, 2, 3, 5, 64, 100, 1000, 4097])("is a bijection of %i samples", (count) => {
    const key = { seed: 3, epoch: 2, purpose: PURPOSE.trainingOrder };
    const images = new Set(Array.from({ length: count }, (_, index) => permuted(index, count, key)));
    expect(images.size).toBe(count);
    expect(Math.min(...images)).toBe(0);
    expect(Math.max(...images)).toBe(count - 1);
  });

  it("sends a sample to every place equally often over the epochs", () => {
    const [count, epochs] = [16, 8000];
    for (const index of [0, 7, 15]) {
      const bins = new Float64Array(count);
      for (let epoch = 0; epoch < epochs; epoch++)
        bins[permuted(index, count, { seed: 1, epoch, purpose: PURPOSE.trainingOrder })]! += 1;
      expect(chiSquare(bins, epochs / count)).toBeLessThan(CHI_SQUARE_15);
    }
  });
});

describe("batchIndices", () => {
  const draw = { seed: 5, batchSize: 16, count: 100, purpose: PURPOSE.trainingOrder };
  const epochOf = (epoch: number) =>
    Array.from({ length: 6 }, (_, i) => [...batchIndices({ ...draw, step: 6 * epoch + i })]);

  it("takes no sample twice within an epoch", () => {
    expect(new Set(epochOf(0).flat()).size).toBe(96);
  });

  it("visits every sample once per epoch when the batches fill it", () => {
    const steps = Array.from({ length: 4 }, (_, step) => [...batchIndices({ ...draw, count: 64, step })]);
    expect(steps.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i));
  });

  it("shuffles every epoch and every seed anew", () => {
    expect(epochOf(1)).not.toEqual(epochOf(0));
    expect(batchIndices({ ...draw, seed: 6, step: 0 })).not.toEqual(batchIndices({ ...draw, step: 0 }));
  });

  it("gives the batch of any step without the steps before", () => {
    expect(batchIndices({ ...draw, step: 1_000_003 })).toEqual(batchIndices({ ...draw, step: 1_000_003 }));
    expect([...batchIndices({ ...draw, batchSize: 4, step: 10 })]).toEqual(GOLDEN_BATCH);
  });

  it("says what to change when the data set is smaller than a batch", () => {
    expect(() => batchIndices({ ...draw, batchSize: 128, step: 0 })).toThrow(/batch size of at most 100/);
  });
});

/** Critical values at probability 1e-6 (63 and 15 degrees of freedom). */
const CHI_SQUARE_63 = 130;
const CHI_SQUARE_15 = 56;

/** From an independent implementation in Python. */
const GOLDEN_ZERO = [2376007650, 2821977052, 2185671090, 1487627856];
const GOLDEN_LANE = [3248508417, 3324372914, 224972034, 68757415];
const GOLDEN_SEEDS = [2272300281, 1132275272, 462577603];
const GOLDEN_BATCH = [35, 92, 16, 83];

function chiSquare(bins: Float64Array, expected: number): number {
  return bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function moment(values: number[], order: number): number {
  return values.reduce((sum, value) => sum + value ** order, 0) / values.length;
}
