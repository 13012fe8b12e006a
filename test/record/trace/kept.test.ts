import { describe, expect, it } from "vitest";
import type { StepTrace } from "../../../src/record/events";
import { KEPT_TRACES, traceAt, withTrace } from "../../../src/record/trace/kept";

const trace = (step: number): StepTrace => ({ step, seed: 0, samples: 0, batchSize: 0, arms: [] });
const kept = (count: number) =>
  Array.from({ length: count }, (_, step) => trace(step)).reduce<StepTrace[]>((all, one) => withTrace(all, one), []);

describe("the kept traces", () => {
  it("are the latest ones, bounded in number, the oldest first", () => {
    const all = kept(KEPT_TRACES + 50);
    expect(all).toHaveLength(KEPT_TRACES);
    expect(all[0]?.step).toBe(50);
    expect(all.at(-1)?.step).toBe(KEPT_TRACES + 49);
  });

  it("leave what was kept before untouched", () => {
    const before = kept(3);
    withTrace(before, trace(9));
    expect(before).toHaveLength(3);
  });

  it("are found by their step, or the one before it", () => {
    const all = [trace(3), trace(7)];
    expect(traceAt(all, 7)?.step).toBe(7);
    expect(traceAt(all, 6)?.step).toBe(3);
    expect(traceAt(all, 1)?.step).toBe(3);
    expect(traceAt(all, null)?.step).toBe(7);
    expect(traceAt([], null)).toBeNull();
  });
});
