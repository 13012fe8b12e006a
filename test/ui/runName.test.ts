import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse";
import { merge } from "../../src/config/paths";
import { presetConfig } from "../../src/config/presets";
import type { ExperimentConfig } from "../../src/config/schema";
import { runName } from "../../src/ui/runs/runName";

function config(change: object): ExperimentConfig {
  const result = parseConfig(merge(presetConfig("vanish"), change));
  if (!result.ok) throw new Error("The test's config is not valid.");
  return result.config;
}

const named = (change: object, name = "") =>
  runName({ name, startedAt: "2026-03-05T14:20:00", presetId: "vanish", config: config(change) });

describe("what a run is called that nobody has named", () => {
  it("is its preset and when it began", () => {
    expect(named({})).toMatch(/^Watch the gradient vanish \u00b7 \D*5\D* \D*\d+:20/);
    expect(named({}, "Baseline")).toBe("Baseline");
  });

  it("says what sets it apart from another of the same minute", () => {
    expect(named({ batchSize: 32 })).toContain(" \u00b7 Batch size 32 \u00b7 ");
    expect(named({ batchSize: 8 })).not.toBe(named({ batchSize: 32 }));
    expect(named({ arms: [{ objective: "infoNce" }, { objective: "dcl" }] })).toContain("InfoNCE and DCL");
  });

  it("begins with what people change most, and counts the rest", () => {
    const changed = named({ steps: 500, evaluation: { every: 50 }, temperature: 0.2, batchSize: 32 });
    expect(changed).toMatch(/\u00b7 Batch size 32, Temperature 0\.2 and \d more \u00b7/);
  });
});
