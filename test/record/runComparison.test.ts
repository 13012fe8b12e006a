import { describe, expect, it } from "vitest";
import { RunColumns } from "../../src/record/columns";
import { type ComparedRun, differenceOfRuns, finalsOf } from "../../src/record/runComparison";
import { tinyConfig } from "../support/experiment";

/** A run of two arms and two seeds, with a value of each learner. */
function run(values: number[], change: Partial<ComparedRun["config"]> = {}): ComparedRun {
  const config = { ...tinyConfig(), seeds: 2, ...change };
  const columns = new RunColumns(values.length);
  columns.append({ steps: Int32Array.of(4), values: { probeAccuracy: Float32Array.from(values) } });
  return { config, columns, stopped: [] };
}

describe("a run against another", () => {
  it("is paired where the seeds see the same: what they share cancels", () => {
    const difference = differenceOfRuns(run([1, 5, 0, 0]), run([0.5, 4.5, 0, 0]), "probeAccuracy", [0, 0]);
    expect(difference).toEqual({
      kind: "paired",
      steps: [
        [4, 4],
        [4, 4],
      ],
      difference: 0.5,
      ci95: [0.5, 0.5],
      n: 2,
    });
  });

  it("is unpaired, and says why, where batches or seeds are others", () => {
    const other = run([0.5, 4.5, 0, 0], { batchSize: 64, seed: 7 });
    const difference = differenceOfRuns(run([1, 5, 0, 0]), other, "probeAccuracy", [0, 0]);
    expect(difference).toMatchObject({ kind: "unpaired", because: ["seed", "batchSize"], difference: 0.5, n: [2, 2] });
    expect(difference?.ci95?.[0]).toBeLessThan(0);
  });

  it("is none where either has not measured the metric", () => {
    expect(differenceOfRuns(run([1, 1, 1, 1]), run([1, 1, 1, 1]), "infoNce", [0, 1])).toBeNull();
  });

  it("leaves out a learner that stopped", () => {
    const one = run([1, 5, 0, 0]);
    const stopped = [{ arm: 0, seed: one.config.seed, step: 2, reason: { id: "x", text: "x" } }] as never;
    expect(finalsOf({ ...one, stopped }, "probeAccuracy")?.values).toEqual([Number.NaN, 5, 0, 0]);
  });
});
