import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import type { TrainingEvent } from "../../src/worker/protocol";
import { TrainingHost } from "../../src/worker/trainingHost";
import { chooseWasm, tinyConfig } from "../support/experiment";

// Real training: a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

describe("calls of the training host, none waiting for another,", () => {
  const host = new TrainingHost("node_modules/@tensorflow/tfjs-backend-wasm/dist/");
  const events: TrainingEvent[] = [];
  const listener = (event: TrainingEvent) => events.push(event);
  const tiny = (changes: ExperimentInput) => tinyConfig({ backend: "wasm", ...changes });

  it("leave nothing behind, whatever their order", async () => {
    await chooseWasm();
    const before = tf.memory().numTensors;
    const calls = {
      start: () => host.start(tiny({ steps: 9 }), null, listener),
      refused: () => host.start(tiny({ backend: "webgpu" }), null, listener),
      resume: () => host.resume(),
      pause: () => host.pause(),
      step: () => host.step(2),
      stop: () => host.stop(),
      environment: () => host.environment("wasm"),
    };
    const names = fc.constantFrom(...(Object.keys(calls) as (keyof typeof calls)[]));
    await fc.assert(
      fc.asyncProperty(fc.array(names, { maxLength: 9 }), async (sequence) => {
        await Promise.all(["start" as const, ...sequence].map((name) => calls[name]()));
        await host.stop();
        expect(tf.memory().numTensors).toBe(before);
        expect(events.filter(({ type }) => type === "failed")).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
