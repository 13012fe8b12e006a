import { describe, expect, it } from "vitest";
import { blank, type Measurement, stepOf } from "../../../src/experiment/measurement";
import { recordSchema } from "../../../src/experiment/record";
import { LayerSeries } from "../../../src/store/layers";
import { applyEvent, newRun, recordOf } from "../../../src/store/run";
import { tinyConfig } from "../../support/experiment";
import { ENVIRONMENT } from "./fakeService";

const names = ["hidden1/weights", "hidden1/bias"];
const rows = (...learners: number[][]) => learners.map((values) => Float32Array.from(values));
const layersAt = (step: number, scale = 1) => ({
  step,
  names,
  gradientVariance: rows([1 * scale, 2 * scale], [3 * scale, 4 * scale]),
  gradientNoise: rows([0.5, 0.25], [Number.NaN, 1]),
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

describe("a run", () => {
  it("takes in what was measured of layers, keeps the latest histogram, and writes the layers into its record", () => {
    const run = newRun(tinyConfig({ arms: [{ objective: "infoNce" }] }), null, null);
    const dataset = { id: "", title: "", shape: [2], classNames: [], trainCount: 1, testCount: 1, labelled: false };
    const samples = { values: new Float32Array(2), labels: null, count: 1 };
    applyEvent(run, {
      type: "ready",
      environment: ENVIRONMENT,
      dataset: { ...dataset, samples },
      parameterCount: 4,
      runId: 0,
    });
    expect(recordOf(run).learners[0]).not.toHaveProperty("layers");
    applyEvent(run, { type: "layers", layers: layersAt(3), runId: 0 });
    const signal = { step: 3, from: -3, width: 0.25, counts: [Uint32Array.of(1), Uint32Array.of(2)] };
    applyEvent(run, { type: "signal", signal, runId: 0 });
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
      const { gradientVariance, gradientNoise } = measurement.layers;
      return [gradientVariance, gradientNoise].flatMap((values) => Array.from(values[learner]!));
    }
    case "signal":
      return Array.from(measurement.signal.counts[learner]!);
  }
}
