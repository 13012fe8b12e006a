import { describe, expect, it } from "vitest";
import { METRICS } from "../../src/metrics";
import { finalValues } from "../../src/record/finalValues";

const running = (values: (number | null)[]) => ({ values, stopped: false });

describe("finalValues", () => {
  it("takes the last row at which any learner was measured", () => {
    const learners = [running([1, null, 3, null]), running([2, null, 5, null])];
    expect(finalValues(METRICS.probeAccuracy, learners)).toEqual({ rows: [2], values: [3, 5] });
  });

  it("does not reach back for a learner that has no value there, nor take that of one that stopped", () => {
    const learners = [running([1, null]), running([2, 4]), { values: [3, 6], stopped: true }];
    expect(finalValues(METRICS.probeAccuracy, learners)).toEqual({ rows: [1], values: [Number.NaN, 4, Number.NaN] });
  });

  it("averages the last 50 rows of a metric of every step", () => {
    const values = Array.from({ length: 80 }, (_, row) => (row < 30 ? 100 : row % 2));
    const { rows, values: means } = finalValues(METRICS.infoNce, [running(values)]);
    expect([rows[0], rows.at(-1), rows.length]).toEqual([30, 79, 50]);
    expect(means).toEqual([0.5]);
    expect(finalValues(METRICS.infoNce, [running([2, null, 4])])).toEqual({ rows: [0, 2], values: [3] });
  });

  it("has nothing before the first measurement", () => {
    expect(finalValues(METRICS.infoNce, [running([]), running([])])).toEqual({
      rows: [],
      values: [Number.NaN, Number.NaN],
    });
  });
});
