import { describe, expect, it } from "vitest";
import { LayerSeries, layerPoints, layersPerArm } from "../../src/record/layers";
import { blank, type Measurement, stepOf } from "../../src/record/measurement";
import { recordSchema } from "../../src/record/record";
import { medianRatio, signalPerArm } from "../../src/record/signal";
import { applyEvent, newRun, recordOf } from "../../src/session/run";
import { DATASET, ENVIRONMENT } from "../session/fakeService";
import { tinyConfig } from "../support/experiment";

const names = ["hidden1/weights", "hidden1/bias"];
const rows = (...learners: number[][]) => learners.map((values) => Float32Array.from(values));
const layersAt = (step: number, scale = 1) => ({
  step,
  names,
  gradientVariance: rows([1 * scale, 2 * scale], [3 * scale, 4 * scale]),
  gradientNoise: rows([0.5, 0.25], [Number.NaN, 1]),
  varianceQuantiles: { p10: rows([1, 2], [3, 4]), p50: rows([5, 6], [7, 8]), p90: rows([9, 10], [11, 12]) },
});

describe("LayerSeries", () => {
  it("has a learner's values by step and layer, null where there is none", () => {
    const series = new LayerSeries();
    expect(series.series(0)).toBeUndefined();
    for (const step of [0, 50]) series.append(layersAt(step));
    expect(series.series(1)).toEqual({
      name: names,
      step: [0, 50],
      gradientVariance: [
        [3, 4],
        [3, 4],
      ],
      gradientNoise: [
        [null, 1],
        [null, 1],
      ],
      varianceQuantiles: Object.fromEntries(
        [
          ["p10", 3],
          ["p50", 7],
          ["p90", 11],
        ].map(([q, first]) => [q, new Array(2).fill([first, (first as number) + 1])]),
      ),
    });
  });

  it("keeps the later of two measurements of a step", () => {
    const series = new LayerSeries();
    series.append(layersAt(0));
    series.append(layersAt(0, 2));
    expect(series.latest?.gradientVariance[0]).toEqual(Float32Array.of(2, 4));
    expect(series.series(0)?.step).toEqual([0]);
  });
});

describe("layersPerArm", () => {
  it("joins the seeds of an arm at each layer, without those that stopped", () => {
    const values = rows([1, 2], [3, Number.NaN], [5, Number.NaN], [7, Number.NaN]);
    expect(layersPerArm(values, 2)).toEqual([
      [
        { mean: 2, low: 1, high: 3 },
        { mean: 2, low: 2, high: 2 },
      ],
      [
        { mean: 6, low: 5, high: 7 },
        { mean: Number.NaN, low: Number.NaN, high: Number.NaN },
      ],
    ]);
  });
});

describe("layerPoints", () => {
  it("shows what it is asked for: a mean with the range of the seeds, or a median between quantiles", () => {
    expect(layerPoints(layersAt(0), "gradientVariance", 2)[0]![1]).toEqual({ mean: 3, low: 2, high: 4 });
    expect(layerPoints(layersAt(0), "varianceQuantiles", 2)[0]![1]).toEqual({ mean: 7, low: 3, high: 11 });
  });
});

describe("the histogram of ratios", () => {
  const bins = { step: 0, from: -1, width: 0.5 };

  it("joins the seeds of an arm", () => {
    const counts = [
      [1, 2],
      [3, 4],
      [5, 6],
      [0, 0],
    ].map((own) => Uint32Array.from(own));
    expect(signalPerArm({ ...bins, counts }, 2)).toEqual([Uint32Array.of(4, 6), Uint32Array.of(5, 6)]);
  });

  it("has its median where half of the parameters lie below", () => {
    expect(Math.log10(medianRatio([2, 2], bins))).toBeCloseTo(-0.5, 12);
    expect(Math.log10(medianRatio([0, 4, 0], bins))).toBeCloseTo(-0.25, 12);
    expect(Math.log10(medianRatio([1, 0, 3], bins))).toBeCloseTo(0 + 0.5 / 3, 12);
    expect(medianRatio([0, 0], bins)).toBeNaN();
  });
});

describe("a run", () => {
  it("takes in what was measured of layers, keeps the latest histogram, and writes the layers into its record", () => {
    const run = newRun(tinyConfig({ arms: [{ objective: "infoNce" }] }), null, null);
    applyEvent(run, { type: "ready", environment: ENVIRONMENT, dataset: DATASET, parameterCount: 4 });
    expect(recordOf(run).learners[0]).not.toHaveProperty("layers");
    applyEvent(run, { type: "layers", layers: layersAt(3) });
    const signal = { step: 3, from: -3, width: 0.25, counts: [Uint32Array.of(1), Uint32Array.of(2)] };
    applyEvent(run, { type: "signal", signal });
    expect(run.signal).toBe(signal);
    const record = recordOf(run);
    expect(record.learners[0]!.layers).toMatchObject({ name: names, step: [3], gradientNoise: [[0.5, 0.25]] });
    expect(recordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });
});

describe("a measurement", () => {
  it.each<Measurement>([
    {
      type: "rows",
      rows: { steps: Int32Array.of(7), values: { gradientNorm: Float32Array.of(1, 2), ess: Float32Array.of(3, 4) } },
    },
    { type: "layers", layers: layersAt(7) },
    {
      type: "signal",
      signal: { step: 7, from: -3, width: 0.25, counts: [Uint32Array.of(5, 6), Uint32Array.of(7, 8)] },
    },
  ])("of $type belongs to a step, and loses what a stopped learner has in it, nothing else", (measurement) => {
    expect(stepOf(measurement)).toBe(7);
    const before = structuredClone(measurement);
    blank(measurement, 1);
    expect(valuesOf(measurement, 0)).toEqual(valuesOf(before, 0));
    expect(valuesOf(measurement, 1).every((value) => Number.isNaN(value) || value === 0)).toBe(true);
  });
});

/** All numbers of a learner. */
function valuesOf(measurement: Measurement, learner: number): number[] {
  switch (measurement.type) {
    case "rows":
      return Object.values(measurement.rows.values).map((column) => column[learner]!);
    case "layers": {
      const { gradientVariance, gradientNoise, varianceQuantiles } = measurement.layers;
      return [gradientVariance, gradientNoise, ...Object.values(varianceQuantiles)].flatMap((values) =>
        Array.from(values[learner]!),
      );
    }
    case "signal":
      return Array.from(measurement.signal.counts[learner]!);
  }
}
