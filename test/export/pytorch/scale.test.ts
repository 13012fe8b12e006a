import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseWasm, tinyConfig } from "../../support/experiment";
import { exported } from "../../support/pytorch/exported";
import { PYTHON, runPython, SUPPORT } from "../../support/pytorch/python";

const HALF = { objective: "flatNce", precision: "float16" } as const;

describe.skipIf(!PYTHON)("a script in float16", () => {
  let found: Record<string, unknown>;

  beforeAll(async () => {
    await chooseWasm();
    const config = tinyConfig({
      seeds: 1,
      batchSize: 8,
      arms: [HALF],
      optimizer: { id: "sgd", learningRate: 0.1 },
      gradientProbe: { every: 1 },
    });
    const { folder } = await exported(config, 0);
    found = JSON.parse(runPython([join(SUPPORT, "scale.py"), folder]));
  }, 60_000);

  it("leaves an update out whose gradients overflow, and halves their scale", () => {
    expect(found.difference).toBeLessThan(1e-6);
    expect(found).toMatchObject({ moved: [true, false], scales: [2, 0.5], steps: [1, 1], begins: 1 });
  });

  it("halves it in a probe too, until all of the gradients are there, but counts no update", () => {
    const [plain, overflowing, broken] = found.probes as [number | null, number, number][];
    expect(plain).toEqual([expect.any(Number), 0, 7]);
    expect(overflowing![0]).toBeCloseTo(plain![0]!, 4);
    expect(overflowing![1]).toBeLessThan(200);
    expect(overflowing![2]).toBe(7);
    // Where the loss is not finite no scale helps.
    expect(broken).toEqual([null, 2, 7]);
  });

  it("goes on with its scale where it was stopped", () => {
    expect(found.resumed).toEqual([
      [8, 2, []],
      [8, 3, []],
    ]);
  });
});

it.skipIf(!PYTHON)(
  "arms with gradients as long as the first one's leave the update out that it leaves out in float16",
  async () => {
    await chooseWasm();
    const config = tinyConfig({
      seeds: 1,
      batchSize: 8,
      arms: [HALF, { objective: "infoNce" }, HALF],
      optimizer: { id: "sgd", learningRate: 0.1, weightDecay: 0.1, matchGradientNorm: true },
    });
    const { folder } = await exported(config, 0);
    expect(JSON.parse(runPython([join(SUPPORT, "matched.py"), folder]))).toEqual({
      overflow: [false, false, false],
      momentum: 0,
      after: [true, true, true],
      steps: [2, 2, 2],
      diverged: [true, true],
    });
  },
  60_000,
);
