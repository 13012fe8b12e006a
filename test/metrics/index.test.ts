import { describe, expect, it } from "vitest";
import { DIAGNOSTICS, STEP_DIAGNOSTICS } from "../../src/metrics";
import { layerVariance } from "../../src/metrics/layerVariance";
import { parameterSnr } from "../../src/metrics/parameterSnr";
import { METRIC_IDS } from "../../src/metrics/types";

describe("DIAGNOSTICS", () => {
  it("has every metric under its own id, in the order of the record", () => {
    expect(Object.keys(DIAGNOSTICS)).toEqual([...METRIC_IDS]);
    for (const id of METRIC_IDS) expect(DIAGNOSTICS[id].id).toBe(id);
  });

  it("measures in a step exactly what it says is measured in a step", () => {
    const said = METRIC_IDS.filter((id) => DIAGNOSTICS[id].cadence === "step");
    expect(STEP_DIAGNOSTICS.map(({ id }) => id)).toEqual(said);
  });

  it.each(METRIC_IDS)("explains %s: label, formula, source, and a guide of one sentence", (id) => {
    const { label, formula, source, guide } = DIAGNOSTICS[id];
    for (const text of [label, formula, source]) expect(text.trim()).not.toBe("");
    expect(guide).toMatch(/^[A-Z].*[^.]\.$/);
    expect(guide.match(/\.( |$)/g)).toHaveLength(1);
  });

  it.each([layerVariance, parameterSnr])("explains $label the same way", ({ formula, source, guide }) => {
    for (const text of [formula, source]) expect(text.trim()).not.toBe("");
    expect(guide).toMatch(/^[A-Z].*[^.]\.$/);
    expect(guide.match(/\.( |$)/g)).toHaveLength(1);
  });

  it("offers a logarithmic axis only where no bound is below 0", () => {
    for (const { positive, domain } of Object.values(DIAGNOSTICS)) {
      if (positive) expect(domain[0]).toBeGreaterThanOrEqual(0);
    }
  });
});
