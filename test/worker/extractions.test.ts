import * as tf from "@tensorflow/tfjs";
import { describe, expect, it, vi } from "vitest";
import type { ExtractionPart, ExtractionRequest } from "../../src/training/extraction/types";
import { hostUnderTest } from "./hostUnderTest";

// Real training: a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const worker = hostUnderTest();
const REQUEST: ExtractionRequest = { arm: 0, seed: 1, split: "train", predictions: true };
/** Three parts of the training split. */
const LARGE = { dataset: { id: "points", layout: "rings", classes: 4, samples: 600 } } as const;

function collector(then?: (parts: ExtractionPart[]) => void) {
  const parts: ExtractionPart[] = [];
  const listener = (part: ExtractionPart) => {
    parts.push(part);
    then?.(parts);
  };
  return { parts, listener };
}

describe("an extraction beside a run", () => {
  it("comes in parts of one step while the run trains, which goes on as it would have", async () => {
    const undisturbed = await worker.start({ ...LARGE, steps: 40 });
    await worker.host.step(40);
    const id = await worker.start({ ...LARGE, steps: 40 });
    await worker.host.step(2);
    const tensors = tf.memory().numTensors;
    const still = collector();
    expect(await worker.host.extract(REQUEST, still.listener)).toBe(true);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(still.parts.map((part) => (part.type === "head" ? part.head.step : part.rows.from))).toEqual([
      2, 0, 250, 500,
    ]);
    await worker.host.resume();
    const moving = collector();
    expect(await worker.host.extract(REQUEST, moving.listener)).toBe(true);
    await worker.until(id, "finished");
    expect(moving.parts).toHaveLength(4);
    expect(worker.losses(id)).toEqual(worker.losses(undisturbed));
  });

  it("is called off between two parts, and by another run, and says where there is none", async () => {
    await expect(worker.host.extract(REQUEST, collector().listener)).rejects.toThrow("There is no run");
    await worker.start(LARGE);
    const canceled = collector((parts) => parts.length === 2 && worker.host.cancelExtractions());
    expect(await worker.host.extract(REQUEST, canceled.listener)).toBe(false);
    expect(canceled.parts).toHaveLength(2);
    let next: Promise<unknown> = Promise.resolve();
    const replaced = collector((parts) => {
      if (parts.length === 1) next = worker.start({ ...LARGE, seed: 2 });
    });
    await expect(worker.host.extract(REQUEST, replaced.listener)).rejects.toThrow("Another run took the place");
    await next;
    await expect(worker.host.extract(REQUEST, collector().listener)).rejects.toThrow("seeds 2, 3");
  });
});
