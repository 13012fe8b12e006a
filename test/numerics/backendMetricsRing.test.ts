import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { MetricsRing } from "../../src/engine/metricsRing";
import { describeOnEachBackend } from "../support/backends";

describeOnEachBackend("MetricsRing", () => {
  it("reads the waiting rows at once, oldest first", async () => {
    const ring = new MetricsRing();
    for (const step of [3, 4, 7])
      tf.tidy(() =>
        ring.push(
          step,
          tf.tensor2d([
            [step, 1],
            [2, step / 2],
          ]),
        ),
      );
    expect(ring.pending).toBe(3);
    const { steps, values } = await ring.drain();
    expect([...steps]).toEqual([3, 4, 7]);
    expect([...values]).toEqual([3, 1, 2, 1.5, 4, 1, 2, 2, 7, 1, 2, 3.5]);
    expect(ring.pending).toBe(0);
  });

  it("keeps rows pushed during a read for the next", async () => {
    const ring = new MetricsRing();
    ring.push(1, tf.tensor1d([1]));
    const reading = ring.drain();
    ring.push(2, tf.tensor1d([2]));
    expect([...(await reading).steps]).toEqual([1]);
    expect([...(await ring.drain()).values]).toEqual([2]);
    expect((await ring.drain()).steps.length).toBe(0);
  });

  it("frees every tensor", async () => {
    const before = tf.memory().numTensors;
    const ring = new MetricsRing();
    ring.push(1, tf.tensor1d([1]));
    await ring.drain();
    ring.push(2, tf.tensor1d([2]));
    ring.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
