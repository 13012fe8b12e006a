import { describe, expect, it } from "vitest";
import { defaults } from "../../src/config/parse";
import { verbatim } from "../../src/i18n/errors";
import { verdictOf } from "../../src/record/verdict";
import { newRun } from "../../src/session/run";

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

  it("leaves a learner out from the moment that it stops, and says so when none is left", () => {
    const run = runWith([0.5, 0.5, 0.6, 0.6], 2);
    run.stopped = [{ arm: 1, seed: run.config.seed, step: 130, reason: verbatim("not finite") }];
    expect(verdict(run)).toMatchObject({ kind: "measured", seeds: 1, lost: 1 });
    run.stopped = [...run.stopped, { arm: 0, seed: run.config.seed + 1, step: 140, reason: verbatim("not finite") }];
    expect(verdict(run)).toEqual({ kind: "allStopped" });
  });

  it("averages the last 50 steps of a metric that is measured at every step, and only then", () => {
    const run = newRun({ ...defaults(), seeds: 2 }, null, null);
    const steps = Int32Array.from({ length: 120 }, (_, i) => i);
    // Arm A is 0. Arm B is 9 before step 70; after it, 0.4 and 0.6 in turn.
    const rows = [...steps].flatMap((step) => {
      const b = step < 70 ? 9 : step % 2 === 0 ? 0.4 : 0.6;
      return [0, 0, b, b];
    });
    run.columns.append({ steps, values: { contrastiveAccuracy: Float32Array.from(rows) } });
    const result = verdictOf(run, "contrastiveAccuracy", 0, 1);
    expect(result).toMatchObject({ kind: "measured", from: 70, step: 119, seeds: 2 });
    expect(result.kind === "measured" && result.difference).toBeCloseTo(0.5, 5);
    expect(verdict(runWith([0.5, 0.5, 0.6, 0.6], 2))).toMatchObject({ from: 100, step: 100 });
  });
});
