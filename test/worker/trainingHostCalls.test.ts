import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TrainingEvent } from "../../src/worker/protocol";
import { HostedRuns, tiny } from "../support/hostedRuns";

// Real training: a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let runs: HostedRuns;

beforeEach(() => {
  runs = new HostedRuns();
});
afterEach(() => runs.host.stop());

describe("questions beside a run", () => {
  it("evaluates an objective without touching the run", async () => {
    const id = await runs.start();
    await runs.host.step(2);
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
    const { value, gradZ1, xi } = await runs.host.evaluateObjective("flatNce", input);
    expect(value).toBeCloseTo(1, 6);
    expect(gradZ1).toHaveLength(2);
    expect(xi).toHaveLength(4);
    await runs.host.step(1);
    expect(runs.losses(id)).toHaveLength(3);
  });

  it("previews another augmentation while the run trains, which goes on as it would have", async () => {
    expect(await runs.host.previewViews(tiny().augmentation, 0)).toBeNull();
    const undisturbed = await runs.start({ steps: 30 });
    await runs.host.step(30);
    const id = await runs.start({ steps: 30 });
    await runs.host.resume();
    const previews = [];
    for (let draw = 0; draw < 3; draw++)
      previews.push(await runs.host.previewViews({ ...tiny().augmentation, noise: 0.5 }, draw));
    await runs.until(id, "finished");
    expect(runs.losses(id)).toEqual(runs.losses(undisturbed));
    expect(previews[0]).toMatchObject({ pairs: { count: 16, shape: [2] } });
    expect(previews[1]?.pairs.values).not.toEqual(previews[0]?.pairs.values);
  });

  it("times a step without touching the run", async () => {
    const id = await runs.start();
    await runs.host.step(2);
    const timing = await runs.host.benchmark({ encoder: "mlp", seeds: 1, batchSize: 4, steps: 1 });
    expect(timing).toMatchObject({ learners: 2, dispatchesPerStep: null });
    expect(timing.msPerStep).toBeGreaterThan(0);
    await runs.host.step(1);
    expect(runs.losses(id)).toHaveLength(3);
  });
});

describe("calls that do not wait for each other", () => {
  it("take their turns: a run is stepped, and replaced by the next", async () => {
    const first = runs.ask();
    const steps = [runs.host.step(2), runs.host.step(3)];
    const second = runs.ask({ seed: 2 });
    await Promise.all([...steps, second, runs.host.step(1)]);
    const ids = [await first, await second].map((result) => (result.ok ? result.runId : 0)) as [number, number];
    expect(runs.losses(ids[0]).length).toBeLessThanOrEqual(5);
    expect(runs.losses(ids[1])).toHaveLength(1);
    expect(runs.states(ids[1])).toEqual(["running", "paused"]);
  });

  it("add up their steps", async () => {
    const id = await runs.start({ steps: 50 });
    await Promise.all([runs.host.step(3), runs.host.step(2)]);
    expect(runs.losses(id)).toHaveLength(5);
    await runs.host.step(1);
    expect(runs.losses(id)).toHaveLength(6);
  });

  it("let a step end the playing", async () => {
    const id = await runs.start({ steps: 100_000 });
    await Promise.all([runs.host.resume(), runs.host.step(2)]);
    expect(runs.states(id)).toEqual(["running", "paused"]);
    // One step may have been under way.
    expect([2, 3]).toContain(runs.losses(id).length);
  });

  it("pause at once, in the middle of many steps, and call off what was asked for before", async () => {
    let pausing: Promise<unknown> | null = null;
    const pauseAtFirstRows = (event: TrainingEvent) => {
      runs.events.push(event);
      if (event.type === "rows") pausing ??= Promise.all([runs.host.step(5), runs.host.pause()]);
    };
    const result = await runs.host.start(tiny({ steps: 100_000 }), null, pauseAtFirstRows);
    const id = result.ok ? result.runId : 0;
    await runs.host.step(90_000);
    await pausing;
    expect(runs.states(id).at(-1)).toBe("paused");
    const done = runs.losses(id).length;
    expect(done).toBeLessThan(100);
    await runs.host.step(1);
    expect(runs.losses(id)).toHaveLength(done + 1);
  });

  it("pause without waiting for a start, and a run that was to play does not", async () => {
    await runs.start({ steps: 100_000 });
    await runs.host.resume();
    const order: string[] = [];
    const next = runs.ask().then((result) => {
      order.push("started");
      return result;
    });
    const playing = runs.host.resume();
    await runs.host.pause().then(() => order.push("paused"));
    const result = await next;
    await playing;
    expect(order).toEqual(["paused", "started"]);
    const id = result.ok ? result.runId : 0;
    expect(runs.states(id)).toEqual([]);
    await runs.host.step(1);
    expect(runs.losses(id).map(([step]) => step)).toEqual([0]);
  });

  it("keep a run paused that was paused while a start failed", async () => {
    const id = await runs.start({ steps: 100_000 });
    await runs.host.resume();
    const refused = runs.ask({ backend: "webgpu" });
    await runs.host.pause();
    expect((await refused).ok).toBe(false);
    expect(runs.states(id).at(-1)).toBe("paused");
  });

  it("benchmark before they play on", async () => {
    const id = await runs.start({ steps: 3 });
    const times = runs.host.benchmark({ encoder: "mlp", seeds: 1, batchSize: 4, steps: 1 });
    void times.then(() => expect(runs.losses(id)).toEqual([]));
    await Promise.all([times, runs.host.step(3)]);
    expect(runs.states(id)).toEqual(["running", "finished"]);
  });
});
