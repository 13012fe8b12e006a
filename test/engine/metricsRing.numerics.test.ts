import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { createMetricsRing, type MetricsRing } from "../../src/engine/metricsRing";
import { StepBlock } from "../../src/engine/stepBlock";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";

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

describeOnWebGpu("MetricsRing", (backend) => {
  /** Bytes of every copy that is queued while `work` goes on. */
  async function copied(work: () => Promise<unknown>): Promise<number[]> {
    const sizes: number[] = [];
    const { ensureCommandEncoderReady } = backend;
    backend.ensureCommandEncoderReady = () => {
      ensureCommandEncoderReady.call(backend);
      const encoder = backend.commandEncoder as GPUCommandEncoder;
      encoder.copyBufferToBuffer = (...all: unknown[]) => {
        sizes.push(all.at(-1) as number);
        return Reflect.apply(GPUCommandEncoder.prototype.copyBufferToBuffer, encoder, all);
      };
    };
    await work();
    backend.ensureCommandEncoderReady = ensureCommandEncoderReady;
    return sizes;
  }

  it("copies the rows that are due only, in two stretches where it goes round", async () => {
    const ring = createMetricsRing(2, 8);
    for (const step of [5, 6]) push(ring, step, [step, -step]);
    expect(await copied(() => ring.drain())).toEqual([16]);
    for (let step = 7; step < 11; step++) push(ring, step, [step, -step]);
    let values: Float32Array | null = null;
    const sizes = await copied(async () => {
      ({ values } = await ring.drain());
    });
    expect(sizes).toEqual([8, 24]);
    expect(Array.from(values ?? [])).toEqual([7, -7, 8, -8, 9, -9, 10, -10]);
    ring.dispose();
  });

  it("reads through the same few buffers again and again", async () => {
    const ring = createMetricsRing(3, 4);
    const { createBuffer } = backend.device;
    const created: number[] = [];
    const read = async (step: number) => {
      push(ring, step, [step, step, step]);
      await ring.drain();
    };
    await read(0);
    backend.device.createBuffer = (descriptor) => {
      if (descriptor.usage & GPUBufferUsage.MAP_READ) created.push(descriptor.size);
      return createBuffer.call(backend.device, descriptor);
    };
    for (let step = 1; step < 9; step++) await read(step);
    backend.device.createBuffer = createBuffer;
    expect(created).toEqual([]);
    ring.dispose();
  });
});
