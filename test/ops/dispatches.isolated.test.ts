import { beforeAll, describe, expect, it } from "vitest";
import { OBJECTIVE_IDS, type ObjectiveId } from "../../src/objectives";
import { type BenchmarkOptions, runBenchmark } from "../../src/training/benchmark";
import { useFakeGpu } from "../support/fakeGpu";
import { standardProbe } from "../support/gradientProbe";

/** Dispatches of the two standard steps, whatever the arms. No GPU is needed, and no number is computed. */

/** One of each that has programs of its own. */
const ONE_OF_EACH: ObjectiveId[] = ["infoNce", "flo", "sogClr", "dv", "barlowTwins", "supervised", "sigLip", "nPair"];

const SIX_ARMS: ObjectiveId[] = ["infoNce", "flatNce", "dcl", "infoNceOneWay", "flatNceOneWay", "clip"];

beforeAll(async () => {
  await useFakeGpu();
});

describe("dispatches of a micro-batch of the gradient probe", () => {
  it("go back alone at common weights, however many arms there are", async () => {
    const lines: string[] = [];
    for (const step of ["mlp", "cnn"] as const)
      for (const arms of [SIX_ARMS.slice(0, 2), SIX_ARMS]) {
        const [alone, both] = [await dispatchesOf(step, arms, false), await dispatchesOf(step, arms, true)];
        lines.push(`${step}, ${arms.length} arms: ${alone}, with common weights ${both}\n`);
      }
    await expect(lines.join("")).toMatchFileSnapshot("snapshots/steps/probe.txt");
  });

  async function dispatchesOf(step: "mlp" | "cnn", arms: readonly ObjectiveId[], common: boolean) {
    const { probe } = standardProbe(step, arms, { every: 1, microBatches: 2, common });
    await probe.measure(0);
    return probe.dispatches;
  }
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
