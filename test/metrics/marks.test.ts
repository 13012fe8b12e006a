import { describe, expect, it } from "vitest";
import { METRICS } from "../../src/metrics";
import { choicesOf, metricsInGroup } from "../../src/metrics/charts";
import { HEADLINES, type HeadlineId, METRIC_GROUPS, type MetricGroupId } from "../../src/metrics/groups";
import { marksOf } from "../../src/metrics/marks";
import reference from "../fixtures/reference.json";
import { tinyConfig } from "../support/experiment";

const config = tinyConfig({ batchSize: 4, encoder: { id: "mlp", projection: 6 } });

describe("marksOf", () => {
  it("names what a metric is read against", () => {
    const { mi_cap, std_target } = reference.diag;
    expect(marksOf(METRICS.mutualInformation, config)).toEqual([
      { axis: "y", at: expect.closeTo(mi_cap, 12), label: "log K = 1.95" },
    ]);
    expect(marksOf(METRICS.oneWayInformation, config)).toEqual([{ axis: "y", at: Math.log(4), label: "log B = 1.39" }]);
    expect(marksOf(METRICS.infoNce, config)).toEqual([
      { axis: "y", at: expect.closeTo(mi_cap, 12), label: "chance: log K = 1.95" },
    ]);
    expect(marksOf(METRICS.collapseStd, config)).toEqual([
      { axis: "y", at: expect.closeTo(std_target, 12), label: "1/\u221aD = 0.41" },
    ]);
    expect(marksOf(METRICS.noiseScale, config)).toEqual([{ axis: "y", at: 4, label: "B = 4" }]);
    expect(marksOf(METRICS.ess, config)).toEqual([]);
  });
});

describe("the charts of a page", () => {
  const small = (Object.keys(METRIC_GROUPS) as MetricGroupId[]).flatMap((group) => metricsInGroup(group));
  const large = (Object.keys(HEADLINES) as HeadlineId[]).flatMap((chart) => choicesOf(chart));

  it("show every metric, and none twice among the small ones", () => {
    expect(new Set([...small, ...large])).toEqual(new Set(Object.values(METRICS)));
    expect(new Set(small).size).toBe(small.length);
  });

  it("have no two metrics at one place", () => {
    const places = small.map(({ small: own }) => JSON.stringify(own));
    expect(new Set(places).size).toBe(places.length);
    for (const chart of Object.keys(HEADLINES) as HeadlineId[]) {
      const own = choicesOf(chart).map(({ headline }) => headline?.place);
      expect(new Set(own).size).toBe(own.length);
    }
  });

  it("begin with a logarithmic axis where it can be changed", () => {
    for (const { positive, logarithmic } of Object.values(METRICS)) if (logarithmic) expect(positive).toBe(true);
  });
});
