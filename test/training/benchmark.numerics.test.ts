import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { runBenchmark } from "../../src/training/benchmark";
import { describeOnEachBackend } from "../support/backends";

describeOnEachBackend("the benchmark", () => {
  it("times any objective, and leaves nothing behind", async () => {
    const before = tf.memory().numTensors;
    const arms = ["sogClr", "sigLip"] as const;
    const result = await runBenchmark({ encoder: "mlp", arms: [...arms], batchSize: 4, steps: 1 });
    expect(result.learners).toBe(2);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("times points, with an arm that sees labels or with a queue", async () => {
    const before = tf.memory().numTensors;
    for (const more of [{ arms: ["supervised"] }, { queue: 64 }] as const) {
      const result = await runBenchmark({ encoder: "points", arms: ["infoNce"], ...more, steps: 1 });
      expect(result.learners).toBe(1);
    }
    expect(tf.memory().numTensors).toBe(before);
  });

  it("says what its options have wrong, and leaves nothing behind", async () => {
    const before = tf.memory().numTensors;
    await expect(runBenchmark({ encoder: "mlp", arms: ["barlowTwins"], batchSize: 2, steps: 1 })).rejects.toThrow(
      "batchSize: must be at least",
    );
    expect(tf.memory().numTensors).toBe(before);
  });
}, ["wasm", "webgpu"]);
