import { describe, expect, it } from "vitest";
import { type EstimatorId, estimates } from "../../../src/labs/bound/estimators";
import { correlation, drawPairs, logRatios } from "../../../src/labs/bound/gaussians";
import { measureOracle } from "../../../src/labs/bound/oracle";
import { type BoundRow, boundLab } from "../../../src/labs/bound/schema";
import reference from "../../fixtures/mi-oracle.json";
import { measured } from "../../support/labs/labs";

/** Standard errors that a right value may be off by: with some hundred comparisons, one in 10^4 would fail by chance. */
const SIGMAS = 5;
/** The reference has three decimals, and a saturated estimate has next to no deviation. */
const ROUNDED = 0.004;

type Cell = (typeof reference.cells)[number];

function rowOf(rows: BoundRow[], { mi, k }: Cell, estimator: EstimatorId): BoundRow {
  const row = rows.find((other) => other.mi === mi && other.k === k && other.estimator === estimator);
  if (!row) throw new Error(`There is no row for MI ${mi}, K ${k}, ${estimator}.`);
  return row;
}

/** Difference of two sample means, in the reference's deviation. */
function tolerance(sd: number, n: number): number {
  return SIGMAS * sd * Math.sqrt(1 / n + 1 / reference.batches) + ROUNDED;
}

describe("the oracle critic", () => {
  it("gives every estimator the mean and deviation of the reference table", async () => {
    const config = boundLab.schema.parse({ batches: 200 });
    const { rows, progress } = await measured(measureOracle, config);
    expect(progress.at(-1)).toEqual([35, 35]);
    for (const cell of reference.cells) {
      for (const estimator of ["infoNce", "readOut", "minusU", "smile"] as const) {
        const { mean, sd, n } = rowOf(rows, cell, estimator);
        const what = `MI ${cell.mi}, K ${cell.k}, ${estimator}`;
        expect(Math.abs(mean! - cell[estimator].mean), what).toBeLessThan(tolerance(cell[estimator].sd, n));
        // A saturated InfoNCE is the logarithm of a rare event: its deviation needs far more batches.
        if (estimator === "infoNce" && cell.infoNce.sd < 0.12) continue;
        // Near its ceiling most of its deviation comes from a few batches.
        const [least, most] = estimator === "infoNce" ? [0.55, 1.5] : [0.72, 1.4];
        expect(sd! / cell[estimator].sd, what).toBeGreaterThan(least);
        expect(sd! / cell[estimator].sd, what).toBeLessThan(most);
      }
      // FLO's left tail is so heavy that means of 4000 batches disagree: its median is compared. Around it, its spread is E[-u]'s.
      const { median, n } = rowOf(rows, cell, "flo");
      const what = `MI ${cell.mi}, K ${cell.k}, FLO`;
      expect(Math.abs(median! - cell.flo.median), what).toBeLessThan(1.2533 * tolerance(cell.minusU.sd, n));
    }
  }, 120_000);

  it("goes on from the cells that there are, to the same result", async () => {
    const config = boundLab.schema.parse({ batches: 20, kTo: 8, levels: 2, dimensions: 3 });
    const whole = await measured(measureOracle, config);
    const part = await measured(measureOracle, config, [], 7);
    const rest = await measured(measureOracle, config, part.rows);
    expect(part.rows).toHaveLength(7);
    expect([...part.rows, ...rest.rows]).toEqual(whole.rows);
  });
});

describe("correlated Gaussians", () => {
  it("have the correlations of the reference, and the mutual information asked for", () => {
    expect([2, 4, 6, 8, 10].map((mi) => Number(correlation(mi, 20).toFixed(4)))).toEqual([
      0.4258, 0.5742, 0.6717, 0.7421, 0.7951,
    ]);
    const rho = correlation(3, 5);
    const pairs = drawPairs(4000, 5, rho, { seed: 1, stream: 0, index: 0 });
    const product = pairs.x.reduce((sum, x, i) => sum + x * (pairs.y[i] as number), 0) / pairs.x.length;
    expect(product).toBeCloseTo(rho, 1);
  });

  it("have the log ratio of their densities as the oracle", () => {
    const rho = 0.6;
    const pairs = drawPairs(3, 2, rho, { seed: 1, stream: 0, index: 0 });
    const scores = logRatios(pairs, rho);
    const square = 1 - rho * rho;
    for (const [i, j] of [
      [0, 0],
      [1, 2],
    ] as const) {
      let expected = 0;
      for (let d = 0; d < 2; d++) {
        const [x, y] = [pairs.x[2 * i + d]!, pairs.y[2 * j + d]!];
        // log N(y; rho x, 1 - rho^2) - log N(y; 0, 1)
        expected += -0.5 * Math.log(square) - (y - rho * x) ** 2 / (2 * square) + (y * y) / 2;
      }
      expect(scores[3 * i + j]).toBeCloseTo(expected, 10);
    }
  });
});

describe("estimates", () => {
  const scores = [2, -1, 0.5, 0, 3, -2, 1, 1, 1];
  const u = [-1, -2, 0.5];

  it("are what their formulas say, term by term", () => {
    const got = estimates({ scores, count: 3, u, shift: 0 });
    const f = (i: number, j: number) => scores[3 * i + j]!;
    const others = [0, 1, 2].map((i) => [0, 1, 2].filter((j) => j !== i).map((j) => f(i, j)));
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const own = [0, 1, 2].map((i) => f(i, i));
    const sums = others.map((row) => row.reduce((sum, x) => sum + Math.exp(x), 0));
    expect(got.infoNce).toBeCloseTo(Math.log(3) + mean(own.map((x, i) => x - Math.log(Math.exp(x) + sums[i]!))), 12);
    expect(got.readOut).toBeCloseTo(Math.log(2) - mean(own.map((x, i) => Math.log(sums[i]!) - x)), 12);
    expect(got.dv).toBeCloseTo(mean(own) - Math.log(mean(others.flat().map(Math.exp))), 12);
    expect(got.nwj).toBeCloseTo(1 + mean(own) - mean(others.flat().map(Math.exp)), 12);
    expect(got.minusU).toBeCloseTo(-mean(u), 12);
    expect(got.flo).toBeCloseTo(1 - mean(u.map((x, i) => x + (Math.exp(-x - own[i]!) * sums[i]!) / 2)), 12);
    const far = estimates({ scores: [9, -8, 7, 1], count: 2, u: null, shift: 0 });
    expect(far.smile).toBeCloseTo(5 - Math.log((Math.exp(-5) + Math.exp(5)) / 2), 12);
    expect(far).not.toHaveProperty("flo");
  });

  it("never let InfoNCE beyond log K, and take a critic of NWJ one lower", () => {
    const sure = estimates({ scores: [90, -90, -90, 90], count: 2, u: null, shift: 0 });
    expect(sure.infoNce).toBeLessThanOrEqual(Math.log(2));
    const shifted = estimates({ scores: scores.map((f) => f + 1), count: 3, u: null, shift: 1 });
    expect(shifted.nwj).toBeCloseTo(estimates({ scores, count: 3, u: null, shift: 0 }).nwj!, 12);
  });
});
