import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { createMetricsRing, type MetricsRing } from "../../src/engine/metricsRing";
import { StepBlock } from "../../src/engine/stepBlock";
import { describeOnEachBackend } from "../support/backends";

/** Queues a step that measured these values. */
function push(ring: MetricsRing, step: number, values: number[]): void {
  const block = new StepBlock(1);
  block.set({ slot: ring.slotOf(step) });
  tf.tidy(() => ring.write(tf.tensor1d(values), block));
  ring.advance(step);
  block.dispose();
}

describeOnEachBackend("MetricsRing", () => {
  it("reads the waiting rows at once, oldest first", async () => {
    const ring = createMetricsRing(4);
    for (const step of [3, 4, 7]) push(ring, step, [step, 1, 2, step / 2]);
    expect(ring.pending).toBe(3);
    const { steps, values } = await ring.drain();
    expect([...steps]).toEqual([3, 4, 7]);
    expect([...values]).toEqual([3, 1, 2, 1.5, 4, 1, 2, 2, 7, 1, 2, 3.5]);
    expect(ring.pending).toBe(0);
    ring.dispose();
  });

  it("keeps rows pushed during a read for the next", async () => {
    const ring = createMetricsRing(1);
    push(ring, 1, [1]);
    const reading = ring.drain();
    push(ring, 2, [2]);
    expect([...(await reading).steps]).toEqual([1]);
    expect([...(await reading).values]).toEqual([1]);
    expect([...(await ring.drain()).values]).toEqual([2]);
    expect((await ring.drain()).steps.length).toBe(0);
    ring.dispose();
  });

  it("goes round, and drops the oldest when nobody reads", async () => {
    const ring = createMetricsRing(2, 3);
    for (let step = 0; step < 8; step++) push(ring, step, [step, 10 * step]);
    const { steps, values } = await ring.drain();
    expect([...steps]).toEqual([5, 6, 7]);
    expect([...values]).toEqual([5, 50, 6, 60, 7, 70]);
    ring.dispose();
  });

  it("frees every tensor", async () => {
    const before = tf.memory();
    const ring = createMetricsRing(1);
    push(ring, 1, [1]);
    await ring.drain();
    push(ring, 2, [2]);
    ring.dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
  });
});
