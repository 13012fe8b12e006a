import { beforeAll, describe, expect, it } from "vitest";
import { sweepLab } from "../../../src/labs/sweep/lab";
import { measure as measureSweep } from "../../../src/labs/sweep/measure";
import type { SweepConfig, SweepRow } from "../../../src/labs/sweep/schema";
import { resultsOf } from "../../../src/labs/sweep/summary";
import { chooseCpu, tinyConfig } from "../../support/experiment";
import { measured } from "../../support/labs/labs";

/** Two batch sizes, two temperatures, and a batch that is none. */
function sweep(changes: object = {}): SweepConfig {
  const base = tinyConfig({ steps: 6 });
  const grid = { x: { values: [4, 8] }, y: { values: [0.1, 0.5] } };
  return sweepLab.schema.parse({ base, ...grid, ...changes });
}
const perCell = 4;
const timeless = ({ msPerStep: _, ...row }: SweepRow) => row;

beforeAll(chooseCpu);

describe("a sweep", () => {
  it("trains every cell, arm and seed, and reports what cannot be trained", async () => {
    const config = sweep({ x: { values: [4, 1] } });
    const { rows, progress } = await measured(measureSweep, config);
    expect(rows.map(({ x, y, arm }) => [x, y, arm]).filter(([x]) => x === 1)).toEqual([
      [1, 0.1, null],
      [1, 0.5, null],
    ]);
    expect(rows).toHaveLength(2 * perCell + 2);
    expect(rows.every((row) => sweepLab.row.safeParse(row).success)).toBe(true);
    expect(rows[0]).toMatchObject({ x: 4, y: 0.1, arm: 0, seed: 1, steps: 6, stoppedAt: null });
    expect(rows[0]?.probeAccuracy).toBeGreaterThan(0);
    expect(rows[0]?.gradientVariance).toBeGreaterThan(0);
    expect(rows[0]?.curves.probeAccuracy?.at(-1)).toBeCloseTo(rows[0]?.probeAccuracy ?? -1, 4);
    expect(progress.at(-1)).toEqual([4, 4]);
    expect(resultsOf(config, rows).map(({ problem }) => problem !== null)).toEqual([false, true, false, true]);
  });

  it("goes on where it was cancelled, and comes to the same numbers", async () => {
    const whole = await measured(measureSweep, sweep());
    const first = await measured(measureSweep, sweep(), [], 2 * perCell);
    expect(first.rows).toEqual(whole.rows.slice(0, 2 * perCell));
    const rest = await measured(measureSweep, sweep(), first.rows);
    expect(rest.rows).toEqual(whole.rows.slice(2 * perCell));
    expect(rest.progress[0]).toEqual([2, 4]);
  });

  it("measures what a cell lacks, and nothing twice", async () => {
    const config = sweep({ budget: "time", x: { values: [4] } });
    const whole = await measured(measureSweep, config);
    const missing = 2;
    const { rows, progress } = await measured(
      measureSweep,
      config,
      whole.rows.filter((_, i) => i !== missing),
    );
    expect(rows).toEqual([whole.rows[missing]]);
    expect(progress[0]).toEqual([1, 2]);
  });

  it("gives each cell its budget", async () => {
    const { rows } = await measured(measureSweep, sweep({ budget: "samples", x: { values: [2, 8] } }));
    expect([...new Set(rows.map(({ x, steps }) => `${x}: ${steps}`))]).toEqual(["2: 12", "8: 3"]);
  });

  it("times every cell beside the first one, also when it goes on", async () => {
    const config = sweep({ budget: "time" });
    const first = await measured(measureSweep, config, [], perCell);
    expect(first.rows[0]).toMatchObject({ steps: 6 });
    // As if the first cell had taken no time at all: so little is left for the others.
    const instant = first.rows.map((row) => ({ ...row, msPerStep: 0 }));
    const { rows } = await measured(measureSweep, config, instant);
    expect(rows.every(({ steps, msPerStep }) => steps === 1 && msPerStep !== null && msPerStep > 0)).toBe(true);
  });

  it("chooses a rate per arm by the validation samples, and then trains as if that had been asked for", async () => {
    const single = { x: { values: [4] }, y: { values: [0.1] } };
    const rates = { rule: "search", factors: [1, 1e-4] };
    const { rows } = await measured(measureSweep, sweep({ ...single, rates }));
    expect(rows.every(({ validationAccuracy }) => validationAccuracy !== null)).toBe(true);
    const arms = [0, 2].map((learner) => ({
      objective: learner === 0 ? "infoNce" : "flatNce",
      learningRate: rows[learner]?.learningRate,
    }));
    const same = await measured(measureSweep, sweep({ ...single, base: { ...tinyConfig({ steps: 6 }), arms } }));
    expect(same.rows.map(timeless)).toEqual(rows.map((row) => ({ ...timeless(row), validationAccuracy: null })));
  });

  it("says where no samples are left to choose a rate by", async () => {
    const config = sweep({ rates: { rule: "search" }, x: { values: [60] }, y: { values: [0.1] } });
    const { rows } = await measured(measureSweep, config);
    expect(rows).toMatchObject([{ problem: expect.stringContaining("too few of the 64 training samples") }]);
  });
});
