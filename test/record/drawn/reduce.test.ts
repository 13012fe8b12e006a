import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MetricColumn } from "../../../src/record/columns";
import { bucketEdges } from "../../../src/record/drawn/buckets";
import { reduceColumn, reduceDifference } from "../../../src/record/drawn/reduce";
import { SmoothedColumn } from "../../../src/record/drawn/smoothing";

/** A column of `learners`, filled by a function of step and learner. */
function column(length: number, learners: number, value: (step: number, learner: number) => number): MetricColumn {
  const filled = new MetricColumn(learners);
  for (let step = 0; step < length; step++)
    filled.push(
      step,
      Array.from({ length: learners }, (_, learner) => value(step, learner)),
      0,
    );
  return filled;
}

const reduce = (from: MetricColumn, seeds: number, points: number) =>
  reduceColumn({ column: from, smoothed: from.values, seeds, points });

describe("bucketEdges", () => {
  it("covers every row once, in buckets that differ by one row at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 500 }), (length, points) => {
        const edges = bucketEdges(length, points);
        const sizes = Array.from(edges.subarray(1), (edge, i) => edge - (edges[i] as number));
        expect(edges[0]).toBe(0);
        expect(edges.at(-1)).toBe(length);
        expect(edges.length - 1).toBeLessThanOrEqual(points);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("reduceColumn", () => {
  it("keeps a spike that a plain sampling would miss", () => {
    const reduced = reduce(
      column(10_000, 1, (step) => (step === 4321 ? 9 : 1)),
      1,
      200,
    );
    expect(reduced.steps).toHaveLength(200);
    expect(Math.max(...(reduced.arms[0]?.rawHigh ?? []))).toBe(9);
  });

  it("ends at the last step", () => {
    expect(
      reduce(
        column(1003, 2, (step) => step),
        1,
        100,
      ).steps.at(-1),
    ).toBe(1002);
  });

  it("spans the band over the seeds of each arm", () => {
    const reduced = reduce(
      column(1, 4, (_, learner) => [1, 3, 10, 20][learner] as number),
      2,
      10,
    );
    expect(reduced.arms.map((arm) => [arm.mean[0], arm.low[0], arm.high[0]])).toEqual([
      [2, 1, 3],
      [15, 10, 20],
    ]);
  });

  it("leaves stopped learners out, and draws nothing where all stopped", () => {
    const reduced = reduce(
      column(2, 2, (step, learner) => (step === 1 || learner === 1 ? Number.NaN : 4)),
      2,
      10,
    );
    expect(reduced.arms[0]?.mean[0]).toBe(4);
    expect(reduced.arms[0]?.mean[1]).toBeNaN();
  });

  it("gives nothing for an empty column", () => {
    expect(reduce(new MetricColumn(2), 1, 10)).toEqual({ steps: [], arms: [] });
  });
});

describe("reduceDifference", () => {
  it("pairs by seed: a difference that all seeds share has no spread", () => {
    const data = column(3, 6, (_, learner) => (learner % 3) * 10 + (learner >= 3 ? 2 : 0));
    const reduced = reduceDifference({ column: data, smoothed: data.values, seeds: 3, points: 10 }, 0, 1);
    expect(reduced.mean[2]).toBeCloseTo(2, 6);
    expect(reduced.low[2]).toBeCloseTo(2, 6);
    expect(reduced.high[2]).toBeCloseTo(2, 6);
  });

  it("has no interval with one seed", () => {
    const data = column(1, 2, (_, learner) => learner);
    const reduced = reduceDifference({ column: data, smoothed: data.values, seeds: 1, points: 10 }, 0, 1);
    expect(reduced.mean[0]).toBe(1);
    expect(reduced.low[0]).toBeNaN();
  });
});

describe("what is drawn of a column", () => {
  const place = (step: number) => 32 * step;

  it("is what lies within the zoom, with one row on either side", () => {
    const data = column(1000, 1, (step) => step);
    const zoomed = (zoom: [number, number]) =>
      reduceColumn({ column: data, smoothed: data.values, seeds: 1, points: 400, stretch: { place, zoom, log: false } })
        .steps;
    expect(zoomed([32 * 100, 32 * 104])).toEqual([99, 100, 101, 102, 103, 104, 105]);
    expect(zoomed([0, 40])).toEqual([0, 1, 2]);
    expect(zoomed([32 * 2000, 32 * 3000])).toEqual([]);
  });

  it("is even on a logarithmic axis, which has no place for step 0", () => {
    const data = column(10_000, 1, (step) => step);
    const { steps } = reduceColumn({
      column: data,
      smoothed: data.values,
      seeds: 1,
      points: 40,
      stretch: { place, zoom: null, log: true },
    });
    expect(steps.at(-1)).toBe(9999);
    const shares = steps.filter((step) => step > 0).map((step) => Math.floor(Math.log10(step)));
    for (const decade of [1, 2, 3]) expect(shares.filter((own) => own === decade).length).toBeGreaterThan(6);
  });
});

describe("SmoothedColumn", () => {
  it("does not depend on how many points are drawn: a drawn value is that of the full series at its step", () => {
    const values = fc.array(fc.float({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(
        values,
        fc.constantFrom(0, 0.5, 0.9, 0.99),
        fc.integer({ min: 1, max: 60 }),
        (own, smoothing, points) => {
          const data = column(own.length, 1, (step) => own[step] as number);
          const smooth = new SmoothedColumn(data, smoothing);
          smooth.update();
          const drawn = reduceColumn({ column: data, smoothed: smooth.values, seeds: 1, points });
          // The bias-corrected average, written out: sum of s^(t-k) x_k over the sum of the weights.
          for (const [i, step] of drawn.steps.entries()) {
            let [sum, weight] = [0, 0];
            for (let k = 0; k <= step; k++) {
              sum = smoothing * sum + (own[k] as number);
              weight = smoothing * weight + 1;
            }
            expect(drawn.arms[0]?.mean[i]).toBeCloseTo(sum / weight, 4);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("leaves values as they are without smoothing, and a constant as it is with it", () => {
    const raw = column(50, 1, (step) => Math.sin(step));
    const plain = new SmoothedColumn(raw, 0);
    plain.update();
    expect(plain.values[0]?.[33]).toBeCloseTo(Math.sin(33), 6);
    const constant = new SmoothedColumn(
      column(50, 1, () => 7),
      0.95,
    );
    constant.update();
    expect(constant.values[0]?.[0]).toBeCloseTo(7, 5);
    expect(constant.values[0]?.[49]).toBeCloseTo(7, 5);
  });

  it("gives the same averages in pieces as in one go", () => {
    const whole = column(600, 2, (step, learner) => Math.cos(step * (learner + 1)));
    const once = new SmoothedColumn(whole, 0.9);
    once.update();
    const growing = new MetricColumn(2);
    const pieces = new SmoothedColumn(growing, 0.9);
    for (let step = 0; step < 600; step++) {
      growing.push(step, [whole.values[0]?.[step] as number, whole.values[1]?.[step] as number], 0);
      if (step % 7 === 0) pieces.update();
    }
    pieces.update();
    for (const learner of [0, 1])
      expect(pieces.values[learner]?.slice(0, 600)).toEqual(once.values[learner]?.slice(0, 600));
  });

  it("ends a line where the learner stopped", () => {
    const smooth = new SmoothedColumn(
      column(3, 1, (step) => (step < 2 ? 1 : Number.NaN)),
      0.5,
    );
    smooth.update();
    expect(smooth.values[0]?.[1]).toBe(1);
    expect(smooth.values[0]?.[2]).toBeNaN();
  });
});
