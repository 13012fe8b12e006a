import { join } from "node:path";
import { expect, it } from "vitest";
import { chooseWasm, tinyConfig } from "../../support/experiment";
import { exported } from "../../support/pytorch/exported";
import { PYTHON, runPython, SUPPORT } from "../../support/pytorch/python";

it.skipIf(!PYTHON)(
  "a script in float16 leaves an update out whose gradients overflow, and halves their scale",
  async () => {
    await chooseWasm();
    const config = tinyConfig({
      seeds: 1,
      batchSize: 8,
      arms: [{ objective: "flatNce", precision: "float16" }],
      optimizer: { id: "sgd", learningRate: 0.1 },
    });
    const { folder } = await exported(config, 0);
    const found = JSON.parse(runPython([join(SUPPORT, "scale.py"), folder]));
    expect(found.difference).toBeLessThan(1e-6);
    expect(found).toMatchObject({ moved: [true, false], scales: [2, 0.5], steps: [1, 1], begins: 1 });
  },
  60_000,
);
