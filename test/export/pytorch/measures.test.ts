import { beforeAll, describe, expect, it } from "vitest";
import { chooseWasm, tinyConfig } from "../../support/experiment";
import { exported } from "../../support/pytorch/exported";
import { PYTHON, runPython } from "../../support/pytorch/python";

describe.skipIf(!PYTHON)("what a script says of a run", () => {
  beforeAll(chooseWasm);

  it("is NaN, of a rank whose embeddings are not finite", async () => {
    const config = tinyConfig({ seeds: 1, stop: { patience: 2, metric: "effectiveRank" } });
    const { folder } = await exported(config, 0);
    expect(JSON.parse(runPython(["-c", RANKS, folder]))).toEqual([true, false, false]);
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
