import { describe, expect, it } from "vitest";
import { defaults } from "../../../src/experiment/parseConfig";
import { newRun } from "../../../src/store/run";
import { verdictOf } from "../../../src/store/verdict";

/** A run whose probe accuracies are given per learner, arm-major. */
function runWith(accuracies: number[] | null, seeds: number, patch = {}) {
  const run = newRun({ ...defaults(), seeds, ...patch }, null, null);
  if (accuracies)
    run.columns.append({ steps: Int32Array.of(100), values: { probeAccuracy: Float32Array.from(accuracies) } });
  return run;
}

const verdict = (run: ReturnType<typeof runWith> | null) => verdictOf(run, "probeAccuracy", 0, 1);

describe("verdictOf", () => {
  it("says what is missing", () => {
    expect(verdict(null)).toEqual({ kind: "none" });
    expect(verdict(runWith(null, 3))).toEqual({ kind: "notYet", step: 0 });
    const later = runWith(null, 3);
    later.step = 130;
    expect(verdict(later)).toEqual({ kind: "notYet", step: 200 });
    expect(verdict(runWith(null, 3, { evaluation: { ...defaults().evaluation, every: 0 } }))).toEqual({ kind: "off" });
    expect(verdict(runWith(null, 3, { arms: [{ objective: "flatNce" }] }))).toEqual({ kind: "oneArm" });
  });

  it("detects a difference that the seeds agree on", () => {
    const result = verdict(runWith([0.5, 0.6, 0.7, 0.6, 0.71, 0.79], 3));
    expect(result).toMatchObject({ kind: "measured", seeds: 3, lost: 0, detected: true, step: 100 });
    if (result.kind !== "measured" || !result.interval) throw new Error("expected an interval");
    expect(result.difference).toBeCloseTo(0.1, 5);
    // Differences 0.10, 0.11, 0.09: sd 0.01, t(0.975, 2) = 4.3027.
    expect(result.interval[1] - result.difference).toBeCloseTo((4.3027 * 0.01) / Math.sqrt(3), 5);
  });

  it("detects none where the seeds disagree", () => {
    expect(verdict(runWith([0.5, 0.5, 0.6, 0.4], 2))).toMatchObject({ kind: "measured", detected: false });
  });

  it("has no interval with one seed, and leaves stopped seeds out", () => {
    expect(verdict(runWith([0.5, 0.6], 1))).toMatchObject({ interval: null, detected: false, seeds: 1 });
    expect(verdict(runWith([0.5, 0.5, Number.NaN, 0.6, 0.7, 0.6], 3))).toMatchObject({ seeds: 2, lost: 1 });
  });
});
