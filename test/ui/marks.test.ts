import { describe, expect, it } from "vitest";
import { METRIC_IDS } from "../../src/metrics/types";
import { GRID_METRICS, LOGARITHMIC_METRICS } from "../../src/session/view";
import { marksOf } from "../../src/ui/charts/marks";
import { words } from "../../src/ui/words";
import reference from "../fixtures/reference.json";
import { tinyConfig } from "../support/experiment";

const config = tinyConfig({ batchSize: 4, encoder: { id: "mlp", projection: 6 } });

describe("marksOf", () => {
  it("names what a metric is read against", () => {
    const { mi_cap, std_target } = reference.diag;
    expect(marksOf("mutualInformation", config)).toEqual([
      { axis: "y", at: expect.closeTo(mi_cap, 12), label: "log(2B\u22121) = 1.95" },
    ]);
    expect(marksOf("oneWayInformation", config)).toEqual([{ axis: "y", at: Math.log(4), label: "log B = 1.39" }]);
    expect(marksOf("infoNce", config)).toEqual([
      { axis: "y", at: expect.closeTo(mi_cap, 12), label: "chance: log K = 1.95" },
    ]);
    expect(marksOf("collapseStd", config)).toEqual([
      { axis: "y", at: expect.closeTo(std_target, 12), label: "1/\u221aD = 0.41" },
    ]);
    expect(marksOf("noiseScale", config)).toEqual([{ axis: "y", at: 4, label: "B = 4" }]);
    expect(marksOf("ess", config)).toEqual([]);
  });
});

describe("the charts of a page", () => {
  const small = Object.values(GRID_METRICS).flat();
  const { lossOptions, varianceOptions, accuracyOptions } = words.charts;

  it("show every metric, and none twice among the small ones", () => {
    const large = [lossOptions, varianceOptions, accuracyOptions].flatMap(Object.keys);
    expect(new Set([...small, ...large])).toEqual(new Set(METRIC_IDS));
    expect(new Set(small).size).toBe(small.length);
  });

  it("begin with a logarithmic axis where it can be changed", () => {
    for (const metric of LOGARITHMIC_METRICS) expect(small).toContain(metric);
  });
});
