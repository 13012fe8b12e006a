import { describe, expect, it } from "vitest";
import { recordToCsv } from "../../src/export/csv";
import { METRICS, type MetricRegistry, metricsFrom } from "../../src/metrics";
import { choicesOf, metricsInGroup } from "../../src/metrics/charts";
import { stepMetric } from "../../src/metrics/define";
import { marksOf } from "../../src/metrics/marks";
import { anchorMean } from "../../src/metrics/math/anchors";
import { buildRecord } from "../../src/record/build";
import { finalValues } from "../../src/record/finalValues";
import { waitingText } from "../../src/ui/charts/waiting";
import { ENVIRONMENT } from "../session/fakeService";
import { tinyConfig } from "../support/experiment";

/** The whole of a metric, as its own file would hold it; docs/adding-a-metric.md explains it. */
const positiveLogit = stepMetric({
  id: "positiveLogit",
  label: "Logit of the positive",
  short: "Positive",
  formula: String.raw`\frac{1}{2B} \sum_i s_{ip}`,
  guide: "How near the other view is, in units of the temperature.",
  source: "An example",
  unit: "nats",
  domain: [null, null],
  positive: false,
  better: "higher",
  small: { group: "anchors", place: 5 },
  headline: { chart: "loss", name: "positive", place: 15 },
  marks: [{ at: ({ batchSize }) => batchSize, text: "B = {value}", digits: null }],
  requires: { arms: 3 },
  comparison: "notWithFirstArm",
  measure: ({ contrasts }) => anchorMean(contrasts.positive),
});

/** The registry with its line. */
const registry: MetricRegistry = { ...METRICS, positiveLogit };
const config = tinyConfig({ arms: [{ objective: "infoNce" }, { objective: "flatNce" }, { objective: "dcl" }] });

describe("a metric that is added", () => {
  it("is measured in every step", () => {
    expect(metricsFrom("step", registry)).toContain(positiveLogit);
  });

  it("has its place among the charts, its mark, and what its chart waits for", () => {
    expect(metricsInGroup("anchors", registry)[0]).toBe(positiveLogit);
    expect(choicesOf("loss", registry).map(({ headline }) => headline?.name)).toEqual(["InfoNCE", "positive", "own"]);
    const { batchSize } = config;
    expect(marksOf(positiveLogit, config)).toEqual([{ axis: "y", at: batchSize, label: `B = ${batchSize}` }]);
    const two = { ...config, arms: config.arms.slice(0, 2) };
    const fresh = { run: null, starting: false, isMeasured: false };
    expect(waitingText(positiveLogit, two, fresh)).toBe(waitingText(METRICS.gradientCosine, tinyOneArm(), fresh));
  });

  it("has final values, a summary, its pairs, and a column among the exports", () => {
    expect(finalValues(positiveLogit, [{ values: [1, 3], stopped: false }]).values).toEqual([2]);
    const learners = config.arms.map((_, arm) => ({ arm, seed: 1, series: { step: [0, 1], positiveLogit: [arm, 3] } }));
    const facts = { environment: ENVIRONMENT, startedAt: new Date(0).toISOString(), durationMs: 1, stepsDone: 2 };
    const record = buildRecord({ config, ...facts, learners }, registry);
    expect(record.summary).toMatchObject({ positiveLogit: [{ mean: 1.5 }, { mean: 2 }, { mean: 2.5 }] });
    expect(record.paired).toMatchObject([{ metric: "positiveLogit", armA: 1, armB: 2, difference: 0.5 }]);
    const csv = recordToCsv(record, ["a", "b", "c"], Object.keys(registry));
    expect(csv.split("\r\n")[0]).toBe("arm,objective,seed,step,positiveLogit");
  });
});

function tinyOneArm() {
  return tinyConfig({ arms: [{ objective: "infoNce" }] });
}
