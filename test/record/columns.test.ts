import { describe, expect, it } from "vitest";
import { MetricColumn, RunColumns } from "../../src/record/columns";

const rows = (steps: number[], values: Record<string, number[]>) => ({
  steps: Int32Array.from(steps),
  values: Object.fromEntries(Object.entries(values).map(([id, list]) => [id, Float32Array.from(list)])),
});

describe("MetricColumn", () => {
  it("keeps every value while it grows past its first capacity", () => {
    const column = new MetricColumn(2);
    for (let step = 0; step < 1000; step++) column.push(step, [step, -step], 0);
    expect(column.length).toBe(1000);
    expect(column.values[0]?.[999]).toBe(999);
    expect(column.values[1]?.[3]).toBe(-3);
    expect(column.steps[700]).toBe(700);
  });

  it("replaces the row of a step that is measured again", () => {
    const column = new MetricColumn(1);
    column.push(5, [1], 0);
    column.push(5, [2], 0);
    expect(column.length).toBe(1);
    expect(column.values[0]?.[0]).toBe(2);
  });

  it("finds the last row at or before a step", () => {
    const column = new MetricColumn(1);
    for (const step of [0, 50, 100]) column.push(step, [step], 0);
    expect([-1, 0, 49, 50, 99, 1000].map((step) => column.indexAt(step))).toEqual([-1, 0, 0, 1, 1, 2]);
  });
});

describe("RunColumns", () => {
  it("reads rows learner by learner and keeps sparse metrics sparse", () => {
    const columns = new RunColumns(2);
    columns.append(rows([0, 1], { infoNce: [1, 2, 3, 4] }));
    columns.append(rows([2], { knnAccuracy: [0.5, Number.NaN] }));
    expect(columns.get("infoNce")?.length).toBe(2);
    expect(columns.get("knnAccuracy")?.length).toBe(1);
    expect(columns.series(1)).toEqual({ step: [0, 1, 2], infoNce: [2, 4, null], knnAccuracy: [null, null, null] });
  });

  it("leaves out rows in which no learner has a value", () => {
    const columns = new RunColumns(2);
    columns.append(rows([0, 1], { ess: [Number.NaN, Number.NaN, 0.5, 0.25] }));
    expect(columns.get("ess")?.length).toBe(1);
    expect(columns.get("ess")?.steps[0]).toBe(1);
  });

  it("are cut where a run is to be gone on from: training steps before it, measurements of its weights with it", () => {
    const columns = new RunColumns(1);
    columns.append(rows([0, 1, 2, 3], { infoNce: [1, 2, 3, 4] }));
    columns.append(rows([0], { knnAccuracy: [0.125] }));
    columns.append(rows([2], { knnAccuracy: [0.5] }));
    columns.append(rows([3], { knnAccuracy: [0.75], gradientNoise: [5] }));
    const cut = columns.upTo(2);
    expect(cut.series(0)).toEqual({ step: [0, 1, 2], infoNce: [1, 2, null], knnAccuracy: [0.125, null, 0.5] });
    cut.append(rows([2], { infoNce: [30], knnAccuracy: [0.25] }));
    cut.append(rows([3], { infoNce: [40] }));
    expect(cut.series(0)).toEqual({
      step: [0, 1, 2, 3],
      infoNce: [1, 2, 30, 40],
      knnAccuracy: [0.125, null, 0.25, null],
    });
    expect(columns.get("infoNce")?.length).toBe(4);
    // What is cut off shares its numbers until it is written to.
    expect(columns.get("knnAccuracy")?.values[0]?.slice(0, 3)).toEqual(Float32Array.of(0.125, 0.5, 0.75));
    expect(columns.upTo(2).get("infoNce")?.steps.buffer).toBe(columns.get("infoNce")?.steps.buffer);
  });
});
