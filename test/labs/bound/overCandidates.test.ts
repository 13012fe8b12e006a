import { beforeAll, describe, expect, it } from "vitest";
import { correlation, drawPairs, logRatios } from "../../../src/labs/bound/gaussians";
import { type AtCandidates, CANDIDATES, measureBatch, summarize } from "../../../src/labs/bound/overCandidates";
import reference from "../../fixtures/mi-oracle.json";

const BATCHES = 24;
/** Standard errors that a right value may be off by: with some thirty comparisons, one in 10^5 would fail by chance. */
const SIGMAS = 5;
/** The reference has three decimals. */
const ROUNDED = 0.004;

const measured = new Map<number, AtCandidates[]>();

beforeAll(() => {
  for (const mi of [0, 2, 4, 6, 8, 10])
    measured.set(mi, summarize(Array.from({ length: mi === 0 ? 2 : BATCHES }, (_, index) => measureBatch(mi, index))));
}, 60_000);

function at(mi: number, k: number): AtCandidates {
  const found = measured.get(mi)?.find((point) => point.k === k);
  if (!found) throw new Error(`There is no point for MI ${mi}, K ${k}.`);
  return found;
}

describe("the estimate against K", () => {
  it("has the means of the reference table", () => {
    for (const { mi, k, infoNce } of reference.cells) {
      const { estimate, estimateError } = at(mi, k);
      const tolerance = SIGMAS * Math.hypot(estimateError, infoNce.sd / Math.sqrt(reference.batches)) + ROUNDED;
      expect(Math.abs(estimate - infoNce.mean), `MI ${mi}, K ${k}`).toBeLessThan(tolerance);
    }
  });

  it("is so sure that the band of the figure, which is twelve nats high, is narrow", () => {
    for (const points of measured.values())
      for (const { estimateError, factorError, k } of points) {
        expect(estimateError, `K ${k}`).toBeLessThan(0.1);
        expect(factorError, `K ${k}`).toBeLessThan(0.02);
      }
  });

  it("never passes log K, nor the truth by more than chance", () => {
    for (const [mi, points] of measured)
      for (const { k, estimate, estimateError } of points) {
        expect(estimate).toBeLessThanOrEqual(Math.log(k));
        expect(estimate).toBeLessThan(mi + SIGMAS * estimateError + 1e-9);
      }
  });

  it("reads nothing where there is nothing to know, and lets all anchors count", () => {
    for (const k of CANDIDATES) {
      expect(at(0, k).estimate).toBeCloseTo(0, 9);
      expect(at(0, k).factor).toBeCloseTo((k - 1) / k, 9);
    }
  });
});

describe("the vanishing factor against K", () => {
  it("grows with K and falls with the truth", () => {
    for (const points of measured.values())
      for (const [i, { factor }] of points.slice(1).entries())
        expect(factor).toBeGreaterThan((points[i] as AtCandidates).factor);
    for (const k of CANDIDATES)
      [2, 4, 6, 8, 10].reduce((before, mi) => {
        expect(at(mi, k).factor).toBeLessThan(before);
        return at(mi, k).factor;
      }, at(0, k).factor);
  });

  it("is that of a batch of K, summed as the formula says", () => {
    const mi = 4;
    const rho = correlation(mi, 20);
    const pairs = drawPairs(4096, 20, rho, { seed: 1, stream: 0, index: 3 });
    const scores = logRatios(pairs, rho, 32);
    const k = 64;
    const place = CANDIDATES.indexOf(k);
    let [estimate, factor] = [0, 0];
    for (let i = 0; i < 32; i++) {
      let xi = 0;
      for (let j = 0; j < k; j++) if (j !== i) xi += Math.exp(scores[4096 * i + j]! - scores[4096 * i + i]!);
      estimate += (Math.log(k) - Math.log(1 + xi)) / 32;
      factor += xi / (1 + xi) / 32;
    }
    const batch = measureBatch(mi, 3);
    expect(batch.estimate[place]).toBeCloseTo(estimate, 10);
    expect(batch.factor[place]).toBeCloseTo(factor, 10);
  });
});

it("draws the same batch each time", () => {
  expect(measureBatch(5, 0)).toEqual(measureBatch(5, 0));
});
