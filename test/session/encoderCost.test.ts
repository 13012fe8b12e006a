import { describe, expect, it } from "vitest";
import { planEncoder } from "../../src/models";
import { expectedMilliseconds, macsPerStep } from "../../src/models/cost";
import { encoderCost, measuredRate } from "../../src/session/encoderCost";
import { newRun, type Run } from "../../src/session/run";
import { validConfig } from "../support/experiment";

const config = validConfig({
  dataset: { id: "glyphs" },
  encoder: { id: "resnet", width: 4, depth: 8, projection: 8 },
  batchSize: 16,
  seeds: 3,
});

function preparedRun(changes: Partial<Run> = {}): Run {
  const dataset = { shape: [28, 28, 1] } as Run["dataset"];
  return { ...newRun(config, null, null), dataset, ...changes };
}

describe("the cost of an encoder", () => {
  it("counts a dense layer by its weights, forwards and twice backwards, for both views of all learners", () => {
    const plan = planEncoder({ id: "mlp", width: 10, depth: 1, projection: 4, norm: "batch" }, [7]);
    expect(plan.macsPerSample).toBe(7 * 10 + 10 * 10 + 10 * 4);
    expect(macsPerStep(plan, { learners: 2, batchSize: 8 })).toBe(3 * 210 * 16 * 2);
  });

  it("is known once the run has data of the same kind, where the encoder fits them", () => {
    const { macsPerSample } = planEncoder(config.encoder, [28, 28, 1]);
    expect(encoderCost(config, preparedRun())).toEqual({ parameters: 5_380, macs: 3 * macsPerSample * 32 * 6 });
    expect(encoderCost(config, null)).toBeNull();
    expect(encoderCost({ ...config, dataset: validConfig({}).dataset }, preparedRun())).toBeNull();
    const points = { shape: [2] } as Run["dataset"];
    expect(encoderCost(config, preparedRun({ dataset: points }))).toBeNull();
  });

  it("becomes a time by the rate of a run that was timed", () => {
    expect(measuredRate(preparedRun())).toBeNull();
    const timing = { stepsPerSecond: 20, jsMs: 1, gpuMs: null, waitMs: 49, totalMs: 50 };
    const rate = measuredRate(preparedRun({ timing }))!;
    const { macs } = encoderCost({ ...config, batchSize: 32 }, preparedRun())!;
    expect(expectedMilliseconds(macs, rate)).toBeCloseTo(100);
  });
});
