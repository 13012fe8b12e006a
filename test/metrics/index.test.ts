import { describe, expect, it } from "vitest";
import { METRIC_IDS, METRICS, STEP_METRICS } from "../../src/metrics";
import { layerVariance } from "../../src/metrics/distributions/layerVariance";
import { parameterSnr } from "../../src/metrics/distributions/parameterSnr";

/** The order in which tables and exports list them, as they have since the first record. */
const ORDER = [
  "objective infoNce logXi vanishingFactor ess anchorEss contrastiveAccuracy alignment uniformity collapseStd",
  "mutualInformation oneWayInformation smallestVanishingFactor temperature gradientNorm gradientVariance",
  "gradientSnr gradientNoise noiseScale gradientCosine commonGradientNoise updateSize silentGradients",
  "effectiveRank participationRatio knnAccuracy probeAccuracy fineTunedAccuracy",
].join(" ");

describe("the metrics", () => {
  it("has every metric under its own id, in the order that records, tables and exports have always had", () => {
    expect(METRIC_IDS.join(" ")).toBe(ORDER);
    for (const id of METRIC_IDS) expect(METRICS[id].id).toBe(id);
  });

  it("measures in a step exactly what it says is measured in a step", () => {
    const said = METRIC_IDS.filter((id) => METRICS[id].cadence === "step");
    expect(STEP_METRICS.map(({ id }) => id)).toEqual(said);
  });

  it.each(METRIC_IDS)("explains %s: label, formula, source, and a guide of a sentence or two", (id) => {
    const { label, formula, source, guide } = METRICS[id];
    for (const text of [label, formula, source]) expect(text.trim()).not.toBe("");
    expect(guide).toMatch(/^[A-Z].*[^.]\.$/);
    expect(guide.match(/\.( |$)/g)?.length).toBeLessThanOrEqual(2);
  });

  it.each([layerVariance, parameterSnr])("explains $label the same way", ({ formula, source, guide }) => {
    for (const text of [formula, source]) expect(text.trim()).not.toBe("");
    expect(guide).toMatch(/^[A-Z].*[^.]\.$/);
    expect(guide.match(/\.( |$)/g)?.length).toBeLessThanOrEqual(2);
  });

  it("offers a logarithmic axis only where no bound is below 0", () => {
    for (const { positive, domain } of Object.values(METRICS)) {
      if (positive) expect(domain[0]).toBeGreaterThanOrEqual(0);
    }
  });
});
