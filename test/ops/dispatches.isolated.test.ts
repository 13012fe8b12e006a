import { beforeAll, describe, expect, it } from "vitest";
import { OBJECTIVE_IDS } from "../../src/objectives";
import { runBenchmark } from "../../src/training/benchmark";
import { useFakeGpu } from "../support/fakeGpu";

/** Dispatches of the two standard steps, with InfoNCE beside every objective. No GPU is needed, and no number is computed. */

beforeAll(async () => {
  await useFakeGpu();
});

describe.each(["mlp", "cnn"] as const)("dispatches of the %s's step", (encoder) => {
  it("are these", async () => {
    const lines: string[] = [];
    for (const id of OBJECTIVE_IDS) {
      const { dispatchesPerStep, composed } = await runBenchmark({ encoder, steps: 1, arms: ["infoNce", id] });
      lines.push(`${id}: ${dispatchesPerStep}${composed.length > 0 ? ", beside the programs" : ""}`);
    }
    const queued = await runBenchmark({ encoder, steps: 1, queue: 256 });
    lines.push(`a queue: ${queued.dispatchesPerStep}`);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`snapshots/steps/objectives-${encoder}.txt`);
  });
});
