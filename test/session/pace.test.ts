import { describe, expect, it } from "vitest";
import { type Pace, paceAfter, resumedPace, timeLeft } from "../../src/session/pace";

/** A run of 2 ms steps, reported every 250 steps, with a probe of 1.5 s after every thousand. */
function reports(count: number) {
  const ranges: ([number, number] | null)[] = [];
  let pace: Pace | null = resumedPace(null, 0, 0);
  let now = 0;
  for (let i = 1; i <= count; i++) {
    const step = 250 * i;
    // A report may fall into a stretch in which the machine is busy.
    const totalMs = i % 5 === 0 ? 2.6 : 2;
    now += 250 * totalMs + (step % 1000 === 0 ? 1500 : 0);
    pace = paceAfter(pace, step, { stepsPerSecond: 1000 / totalMs, jsMs: 1, gpuMs: null, waitMs: 0, totalMs }, now);
    ranges.push(timeLeft(pace, 10_000));
  }
  return ranges;
}

describe("timeLeft", () => {
  it("says nothing of the first reports", () => {
    expect(timeLeft(null, 100)).toBeNull();
    expect(reports(2).at(-1)).toBeNull();
  });

  it("holds the truth, and moves by a fifth at most, whatever a probe takes", () => {
    const ranges = reports(80).slice(20) as [number, number][];
    // Ten thousand steps, ten of them followed by a probe.
    const truth = 10_000 * 2.12 + 10 * 1500;
    for (const [least, most] of ranges) {
      expect(least).toBeLessThan(truth);
      expect(most).toBeGreaterThan(0.9 * truth);
    }
    for (const end of [0, 1] as const) {
      const values = ranges.map((range) => range[end]);
      expect(Math.max(...values) / Math.min(...values)).toBeLessThan(1.2);
    }
  });

  it("does not count a pause", () => {
    let pace: Pace | null = resumedPace(null, 0, 0);
    const timing = { stepsPerSecond: 500, jsMs: 1, gpuMs: null, waitMs: 0, totalMs: 2 };
    for (let i = 1; i <= 5; i++) pace = paceAfter(pace, 250 * i, timing, 500 * i);
    const before = timeLeft(pace, 1000);
    pace = resumedPace(pace, 1250, 60_000);
    pace = paceAfter(pace, 1500, timing, 60_500);
    expect(timeLeft(pace, 1000)?.[1]).toBeCloseTo(before?.[1] ?? 0, 3);
  });
});
