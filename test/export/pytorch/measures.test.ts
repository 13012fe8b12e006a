import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseWasm, tinyConfig } from "../../support/experiment";
import { exported } from "../../support/pytorch/exported";
import { PYTHON, runPython, SUPPORT } from "../../support/pytorch/python";

const SHORT = { seeds: 2, gradientProbe: { every: 0 }, evaluation: { every: 0 } } as const;

describe.skipIf(!PYTHON)("what a script says of a run", () => {
  beforeAll(chooseWasm);

  it("is NaN, of a rank whose embeddings are not finite", async () => {
    const config = tinyConfig({ seeds: 1, stop: { patience: 2, metric: "effectiveRank" } });
    const { folder } = await exported(config, 0);
    expect(JSON.parse(runPython(["-c", RANKS, folder]))).toEqual([true, false, false]);
  }, 60_000);

  it("is how long it trained, without the time between interruption and resumption", async () => {
    const optimizers = [{ id: "sgd" }, { id: "sgd", matchGradientNorm: true }] as const;
    const configs = optimizers.map((optimizer) => tinyConfig({ ...SHORT, optimizer }));
    const folders = await Promise.all([
      ...configs.map((config) => exported(config, 0)),
      exported(tinyConfig({ ...SHORT, stop: { minutes: 1e5 } }), 0),
    ]);
    const seconds = JSON.parse(runPython([join(SUPPORT, "clock.py"), ...folders.map(({ folder }) => folder)]));
    for (const trained of seconds) {
      expect(trained).toBeGreaterThan(4);
      expect(trained).toBeLessThan(1000);
    }
  }, 60_000);
});

/** Whether ranks are finite: of weights as they are, then of some that are not. */
const RANKS = `
import json, math, sys
from pathlib import Path
from steps import load
folder = Path(sys.argv[1])
train = load(folder)
learner = train.Learner(0, train.SEEDS[0], train.load_data(train.DEVICE))
tensors, step, _ = train.read(folder / "weights.safetensors")
learner.load(tensors, step)
found = []
for factor in (1.0, math.inf, math.nan):
    for p in learner.net.projection.parameters():
        p.data *= factor
    found.append(math.isfinite(train.evaluate(learner)["effectiveRank"]))
print(json.dumps(found))
`;
