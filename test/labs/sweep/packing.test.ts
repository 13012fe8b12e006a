import { beforeAll, describe, expect, it } from "vitest";
import { cellsOf, type ValidCell } from "../../../src/labs/sweep/grid";
import { sweepLab } from "../../../src/labs/sweep/lab";
import { measure } from "../../../src/labs/sweep/measure";
import { canBePacked, packed, packsOf, placeInPack } from "../../../src/labs/sweep/packing";
import { trainTogether } from "../../../src/labs/sweep/runPack";
import type { SweepConfig } from "../../../src/labs/sweep/schema";
import { type Outcome, train } from "../../../src/labs/training/train";
import { METRIC_IDS } from "../../../src/metrics";
import { chooseCpu, dataOf, ENVIRONMENT, tinyConfig } from "../../support/experiment";
import { measured } from "../../support/labs/labs";

const PROBE = { every: 3, microBatches: 2, common: false };

function sweep(changes: object = {}): SweepConfig {
  const base = tinyConfig({ steps: 6, seeds: 1, gradientProbe: PROBE });
  return sweepLab.schema.parse({ base, x: { values: [4, 8] }, y: { values: [0.1, 0.5] }, ...changes });
}

const configsOf = (config: SweepConfig) => (cellsOf(config) as ValidCell[]).map((cell) => cell.config);

beforeAll(chooseCpu);

describe("cells in one cohort", () => {
  it("are those that differ in what an arm can have of its own, with batches that are alike", () => {
    expect(packsOf(configsOf(sweep()))).toEqual([[0, 1, 2, 3]]);
    expect(packsOf(configsOf(sweep({ x: { values: [4, 16] } })))).toEqual([
      [0, 2],
      [1, 3],
    ]);
    const lengths = sweep({ x: { path: "encoder.width", values: [8, 16] } });
    expect(packsOf(configsOf(lengths))).toEqual([
      [0, 2],
      [1, 3],
    ]);
    const [config] = configsOf(sweep());
    expect(canBePacked({ ...config!, gradientProbe: { ...PROBE, common: true } })).toBe(false);
    expect(canBePacked({ ...config!, stop: { ...config!.stop, patience: 2 } })).toBe(false);
  });

  it("have the first arms of all cells in front, with all that they have of their cells", () => {
    const { arms } = packed(configsOf(sweep()));
    expect(arms.map(({ objective, batchSize, temperature }) => [objective, batchSize, temperature])).toEqual([
      ["infoNce", 4, 0.1],
      ["infoNce", 8, 0.1],
      ["infoNce", 4, 0.5],
      ["infoNce", 8, 0.5],
      ["flatNce", 4, 0.1],
      ["flatNce", 8, 0.1],
      ["flatNce", 4, 0.5],
      ["flatNce", 8, 0.5],
    ]);
    expect(placeInPack(6, 4)).toEqual({ cell: 2, arm: 1 });
  });

  it("come to the numbers that they come to one by one", async () => {
    const configs = configsOf(sweep());
    const conditions = {
      dataset: await dataOf(configs[0]!),
      environment: { ...ENVIRONMENT, backend: "cpu", kernels: "reference" } as const,
      onward: async () => undefined,
    };
    const together = await trainTogether(configs, conditions);
    for (const [cell, config] of configs.entries()) expectSame(together[cell]!, await train(config, conditions));
  });

  it("are told of in the rows of the sweep, each as often as it was measured", async () => {
    const { rows, progress } = await measured(measure, sweep());
    expect(rows).toHaveLength(8);
    expect(progress.at(-1)).toEqual([4, 4]);
    for (const { together, packingGain } of rows)
      expect(together === 1 ? packingGain === null : together === 4 && (packingGain ?? 0) > 1).toBe(true);
  });
});

function expectSame(ours: Outcome[], theirs: Outcome[]): void {
  expect(ours.map(({ arm, seed, stoppedAt }) => [arm, seed, stoppedAt])).toEqual(
    theirs.map(({ arm, seed, stoppedAt }) => [arm, seed, stoppedAt]),
  );
  for (const [i, { finals }] of theirs.entries())
    for (const metric of METRIC_IDS) {
      const [one, other] = [ours[i]!.finals[metric], finals[metric]];
      if (one === null || other === null) expect(one, metric).toBe(other);
      else expect(Math.abs(one - other) / Math.max(1, Math.abs(other)), metric).toBeLessThan(1e-5);
    }
}
