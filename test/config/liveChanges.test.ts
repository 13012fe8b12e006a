import { describe, expect, it } from "vitest";
import { changedConfig, livePatch } from "../../src/config/liveChanges";
import { defaults } from "../../src/config/parse";
import { merge } from "../../src/config/paths";
import type { ExperimentInput } from "../../src/config/schema";

const running = defaults();

describe("what a run can take over while it goes on", () => {
  it.each<ExperimentInput>([
    { temperature: 0.3 },
    { optimizer: { learningRate: 0.01, weightDecay: 0.1 } },
    { optimizer: { schedule: { id: "cosine", warmupSteps: 5 } } },
    { steps: 5000 },
    {
      arms: [
        { objective: "infoNce", temperature: 0.2 },
        { objective: "flatNce", learningRate: 0.5, label: "mine" },
      ],
    },
  ])("is %j", (patch) => {
    const wanted = merge(running, patch);
    expect(changedConfig(running, patch)).toEqual(wanted);
    expect(changedConfig(running, livePatch(running, wanted))).toEqual(wanted);
  });

  it("is part of what is wanted, where the rest needs a new run", () => {
    const wanted = merge(running, { temperature: 0.3, batchSize: 8, arms: [{ objective: "flatNce" }] });
    expect(livePatch(running, wanted)).toEqual({ temperature: 0.3 });
    expect(livePatch(running, running)).toEqual({});
  });

  it.each<[unknown, string]>([
    [{ batchSize: 8, seeds: 2 }, "seeds and batchSize"],
    [{ arms: [{ objective: "infoNce" }] }, "another arms"],
    [{ temperatureRule: { id: "learned" } }, "temperatureRule.id"],
    [{ temperature: 0 }, "temperature: must be at least"],
    [{ tempo: 1 }, "tempo: there is no such field"],
  ])("is not %j", (patch, said) => {
    expect(() => changedConfig(running, patch)).toThrow(said);
  });
});
