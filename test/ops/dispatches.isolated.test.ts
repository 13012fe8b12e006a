import { beforeAll, describe, expect, it } from "vitest";
import { OBJECTIVE_IDS, type ObjectiveId } from "../../src/objectives";
import { type BenchmarkOptions, runBenchmark } from "../../src/training/benchmark";
import { useFakeGpu } from "../support/fakeGpu";

/** Dispatches of the two standard steps, whatever the arms. No GPU is needed, and no number is computed. */

/** One of each that has programs of its own. */
const ONE_OF_EACH: ObjectiveId[] = ["infoNce", "flo", "sogClr", "dv", "barlowTwins", "supervised", "sigLip", "nPair"];

beforeAll(async () => {
  await useFakeGpu();
});

describe.each([
  ["mlp", 32],
  ["cnn", 48],
] as const)("dispatches of the %s's step", (encoder, most) => {
  const count = async (options: Omit<BenchmarkOptions, "encoder">) => {
    const { dispatchesPerStep, composed } = await runBenchmark({ encoder, steps: 1, ...options });
    expect(composed).toEqual([]);
    return dispatchesPerStep as number;
  };

  it("are few with InfoNCE beside any objective, with a queue, and with one of each", async () => {
    const counts: [string, number][] = [];
    for (const id of OBJECTIVE_IDS) counts.push([id, await count({ arms: ["infoNce", id] })]);
    for (const [id, dispatches] of counts) expect(dispatches, id).toBeLessThanOrEqual(most);
    const queued = await count({ queue: 256, arms: ["infoNce", "flatNceOneWay", "dclw", "hardNegative"] });
    if (encoder === "mlp") expect(queued).toBeLessThanOrEqual(36);
    counts.push(["a queue", queued], ["one of each", await count({ arms: ONE_OF_EACH })]);
    const lines = counts.map(([what, dispatches]) => `${what}: ${dispatches}\n`);
    await expect(lines.join("")).toMatchFileSnapshot(`snapshots/steps/objectives-${encoder}.txt`);
  });
});
