import { describe, expect, it, vi } from "vitest";
import type { TrainingEvent } from "../../src/worker/protocol";
import { hostUnderTest, tiny } from "./hostUnderTest";

// Real training: a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const worker = hostUnderTest();
const { listener, losses, start, states, until } = worker;

describe("questions beside a run", () => {
  it("evaluates an objective without touching the run", async () => {
    const id = await start();
    await worker.host.step(2);
    const input = {
      z1: [
        [1, 0],
        [0, 1],
      ],
      z2: [
        [1, 0.1],
        [0.1, 1],
      ],
      temperature: 0.5,
    };
    const { value, gradZ1, xi } = await worker.host.evaluateObjective("flatNce", input);
    expect(value).toBeCloseTo(1, 6);
    expect(gradZ1).toHaveLength(2);
    expect(xi).toHaveLength(4);
    await worker.host.step(1);
    expect(losses(id)).toHaveLength(3);
  });

  it("previews another augmentation while the run trains, which goes on as it would have", async () => {
    expect(await worker.host.previewViews(tiny().augmentation, 0)).toBeNull();
    const undisturbed = await start({ steps: 30 });
    await worker.host.step(30);
    const id = await start({ steps: 30 });
    await worker.host.resume();
    const previews = [];
    for (let draw = 0; draw < 3; draw++)
      previews.push(await worker.host.previewViews({ ...tiny().augmentation, noise: 0.5 }, draw));
    await until(id, "finished");
    expect(losses(id)).toEqual(losses(undisturbed));
    expect(previews[0]).toMatchObject({ pairs: { count: 16, shape: [2] } });
    expect(previews[1]?.pairs.values).not.toEqual(previews[0]?.pairs.values);
  });

  it("times a step without touching the run", async () => {
    const id = await start();
    await worker.host.step(2);
    const timing = await worker.host.benchmark({ encoder: "mlp", seeds: 1, batchSize: 4, steps: 1 });
    expect(timing).toMatchObject({ learners: 2, dispatchesPerStep: expect.any(Number) });
    expect(timing.msPerStep).toBeGreaterThan(0);
    await worker.host.step(1);
    expect(losses(id)).toHaveLength(3);
  });
});

describe("calls that do not wait for each other", () => {
  it("take their turns: a run is stepped, and replaced by the next", async () => {
    const first = worker.host.start(tiny(), null, listener);
    const steps = [worker.host.step(2), worker.host.step(3)];
    const second = worker.host.start(tiny({ seed: 2 }), null, listener);
    await Promise.all([...steps, second, worker.host.step(1)]);
    const ids = [await first, await second].map((result) => (result.ok ? result.runId : 0)) as [number, number];
    expect(losses(ids[0]).length).toBeLessThanOrEqual(5);
    expect(losses(ids[1])).toHaveLength(1);
    expect(states(ids[1])).toEqual(["running", "paused"]);
  });

  it("add up their steps", async () => {
    const id = await start({ steps: 50 });
    await Promise.all([worker.host.step(3), worker.host.step(2)]);
    expect(losses(id)).toHaveLength(5);
    await worker.host.step(1);
    expect(losses(id)).toHaveLength(6);
  });

  it("let a step end the playing", async () => {
    const id = await start({ steps: 100_000 });
    await Promise.all([worker.host.resume(), worker.host.step(2)]);
    expect(states(id)).toEqual(["running", "paused"]);
    // One step may have been under way.
    expect([2, 3]).toContain(losses(id).length);
  });

  it("pause at once, in the middle of many steps, and call off what was asked for before", async () => {
    let pausing: Promise<unknown> | null = null;
    const pauseAtFirstRows = (event: TrainingEvent) => {
      worker.events.push(event);
      if (event.type === "rows") pausing ??= Promise.all([worker.host.step(5), worker.host.pause()]);
    };
    const result = await worker.host.start(tiny({ steps: 100_000 }), null, pauseAtFirstRows);
    const id = result.ok ? result.runId : 0;
    await worker.host.step(90_000);
    await pausing;
    expect(states(id).at(-1)).toBe("paused");
    const done = losses(id).length;
    expect(done).toBeLessThan(100);
    await worker.host.step(1);
    expect(losses(id)).toHaveLength(done + 1);
  });

  it("pause without waiting for a start, and a run that was to play does not", async () => {
    await start({ steps: 100_000 });
    await worker.host.resume();
    const order: string[] = [];
    const next = worker.host.start(tiny(), null, listener).then((result) => {
      order.push("started");
      return result;
    });
    const playing = worker.host.resume();
    await worker.host.pause().then(() => order.push("paused"));
    const result = await next;
    await playing;
    expect(order).toEqual(["paused", "started"]);
    const id = result.ok ? result.runId : 0;
    expect(states(id)).toEqual([]);
    await worker.host.step(1);
    expect(losses(id).map(([step]) => step)).toEqual([0]);
  });

  it("keep a run paused that was paused while a start failed", async () => {
    const id = await start({ steps: 100_000 });
    await worker.host.resume();
    const refused = worker.host.start(tiny({ backend: "webgpu" }), null, listener);
    await worker.host.pause();
    expect((await refused).ok).toBe(false);
    expect(states(id).at(-1)).toBe("paused");
  });

  it("stop once the page has what the training said last", async () => {
    const order: string[] = [];
    /** As across threads: an event takes its time to arrive. */
    const slow = async (event: TrainingEvent) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      if (event.type === "state") order.push(event.state);
    };
    await worker.host.start(tiny({ steps: 100_000 }), null, slow);
    await worker.host.resume();
    await worker.host.stop();
    order.push("stopped");
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(order).toEqual(["running", "paused", "stopped"]);
  });

  it("benchmark before they play on", async () => {
    const id = await start({ steps: 3 });
    const times = worker.host.benchmark({ encoder: "mlp", seeds: 1, batchSize: 4, steps: 1 });
    void times.then(() => expect(losses(id)).toEqual([]));
    await Promise.all([times, worker.host.step(3)]);
    expect(states(id)).toEqual(["running", "finished"]);
  });
});
