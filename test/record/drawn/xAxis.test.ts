import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOfRecord } from "../../../src/record/columns";
import { placingOn, X_AXES } from "../../../src/record/drawn/xAxis";
import { TrainingClock } from "../../../src/record/trainingClock";

const RUN = { batchSize: 32, trainCount: 640, clock: TrainingClock.of({ step: [10, 20], ms: [1000, 3000] }) };

describe("places on the x axes", () => {
  it("are steps, samples, epochs and seconds", () => {
    expect(X_AXES.map((axis) => placingOn(axis, RUN)?.(20))).toEqual([20, 640, 1, 3]);
    expect(placingOn("time", RUN)?.(15)).toBe(2);
    expect(placingOn("time", RUN)?.(5)).toBe(0.5);
  });

  it("are none where nobody has said how large the data are, or when", () => {
    const unknown = { batchSize: 32, trainCount: null, clock: new TrainingClock() };
    expect(X_AXES.map((axis) => placingOn(axis, unknown) !== null)).toEqual([true, true, false, false]);
  });
});

describe("TrainingClock", () => {
  it("stays small, ascends, and is near every reading that it was given", () => {
    const speeds = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 3000 });
    fc.assert(
      fc.property(speeds, (durations) => {
        const clock = new TrainingClock();
        let now = 0;
        const times = durations.map((ms, i) => {
          now += ms;
          clock.note(i + 1, now);
          return now;
        });
        const { step, ms } = clock.points;
        expect(step.length).toBeLessThanOrEqual(512);
        expect(step.at(-1)).toBe(durations.length);
        // Between two readings that stayed, no other can be further away than they are apart.
        const longest = Math.max(...ms.map((time, i) => time - (ms[i - 1] ?? 0)));
        for (const [i, time] of times.entries()) expect(Math.abs(clock.at(i + 1) - time)).toBeLessThanOrEqual(longest);
      }),
      { numRuns: 20 },
    );
  });

  it("takes no reading twice, and none that goes back", () => {
    const clock = new TrainingClock();
    clock.note(0, 5);
    expect(clock.isEmpty).toBe(true);
    clock.note(3, 30);
    clock.note(3, 90);
    clock.note(4, 10);
    expect(clock.points).toEqual({ step: [3], ms: [30] });
    expect(clock.at(9)).toBe(30);
  });

  it("comes back out of a record", () => {
    const { clock } = columnsOfRecord({ learners: [], clock: RUN.clock.points });
    expect(clock.points).toEqual(RUN.clock.points);
    expect(columnsOfRecord({ learners: [] }).clock.isEmpty).toBe(true);
  });

  it("is cut with the rest of a run that is gone on from earlier", () => {
    const columns = columnsOfRecord({ learners: [], clock: RUN.clock.points });
    expect(columns.upTo(10).clock.points).toEqual({ step: [10], ms: [1000] });
    expect(columns.upTo(9).clock.isEmpty).toBe(true);
  });
});
