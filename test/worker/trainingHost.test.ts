import * as tf from "@tensorflow/tfjs";
import { describe, expect, it, vi } from "vitest";
import { english } from "../../src/i18n/translate";
import { HeldOut } from "../../src/training/evaluation/heldOut";
import type { TrainingEvent } from "../../src/worker/protocol";
import { hostUnderTest, tiny } from "./hostUnderTest";

// Real training: a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const worker = hostUnderTest();
const { listener, losses, start, states, until } = worker;

describe("a state dict", () => {
  it("is taken while the run trains, and another run goes on from it as this one does", async () => {
    const id = await start({ steps: 40 });
    await worker.host.resume();
    const state = await worker.host.stateDict();
    await until(id, "finished");
    expect(states(id)).toEqual(["running", "finished"]);
    const step = state?.step ?? Number.NaN;
    const result = await worker.host.start(tiny({ steps: 40 }), null, listener, { resumeFrom: state! });
    const next = result.ok ? result.runId : Number.NaN;
    await worker.host.resume();
    await until(next, "finished");
    expect(losses(next)).toEqual(losses(id).slice(step));
  });

  it("of a run's last step makes one that says that it is over once it is to go on", async () => {
    await start({ steps: 3 });
    await worker.host.step(3);
    const resumeFrom = await worker.host.stateDict();
    const next = await worker.host.start(tiny({ steps: 3 }), null, listener, { resumeFrom: resumeFrom! });
    await worker.host.resume();
    expect(next.ok && states(next.runId)).toEqual(["finished"]);
  });

  it("there is none without a run, and one that does not fit leaves the run as it was", async () => {
    expect(await worker.host.stateDict()).toBeNull();
    await start();
    const state = await worker.host.stateDict();
    expect(state?.step).toBe(0);
    const other = await worker.host.start(tiny({ seeds: 1 }), null, listener, { resumeFrom: state! });
    expect(other.ok ? "" : english(other.said)).toContain("arm0.seed2");
    expect(await worker.host.stateDict()).toEqual(state);
  });
});

describe("a run", () => {
  it("is said to go on before who asked for that is answered", async () => {
    let arrived: string[] = [];
    const slow = async (event: TrainingEvent) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      arrived.push(event.type);
    };
    await worker.host.start(tiny({ steps: 1000 }), null, slow);
    arrived = [];
    await worker.host.resume();
    expect(arrived).toContain("state");
  });

  it("is ready and shown at step 0, then does every step and finishes", async () => {
    const id = await start();
    expect(worker.events.map(({ type }) => type)).toEqual(["ready", "anchors", "views"]);
    expect(worker.events[0]).toMatchObject({
      runId: id,
      environment: { backend: "wasm" },
      dataset: { trainCount: 64 },
    });
    await worker.host.resume();
    await until(id, "finished");
    expect(states(id)).toEqual(["running", "finished"]);
    expect(losses(id).map(([step]) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const last = worker.events.filter(({ type }) => type === "views").at(-1);
    expect(last).toMatchObject({ views: { step: 7 } });
    await worker.host.resume();
    expect(states(id)).toEqual(["running", "finished"]);
  });

  it("tells of the samples of its embedding once they are asked for, while it trains too", async () => {
    const id = await start();
    await worker.host.resume();
    await Promise.all([worker.host.tellSamples(), worker.host.tellSamples()]);
    await until(id, "finished");
    expect(worker.events.filter(({ type }) => type === "samples")).toHaveLength(1);
    expect(losses(id).map(([step]) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("does as many steps as asked for, fewer at its end", async () => {
    const id = await start();
    await worker.host.step(3);
    expect(losses(id)).toHaveLength(3);
    expect(states(id)).toEqual(["running", "paused"]);
    await worker.host.step(100);
    expect(losses(id)).toHaveLength(7);
    expect(states(id)).toEqual(["running", "paused", "running", "finished"]);
  });

  const { evaluation } = tiny();
  const endless = { ...evaluation, fineTune: { steps: 10_000, samples: 64, learningRate: 0.01 } };

  it("has told all of its steps when it says that they are done, however slowly the page listens", async () => {
    const slow = (event: TrainingEvent) =>
      new Promise<void>((heard) => {
        setTimeout(() => {
          listener(event);
          heard();
        }, 20);
      });
    const result = await worker.host.start(tiny({ steps: 2 }), null, slow);
    const id = result.ok ? result.runId : Number.NaN;
    expect(worker.events.map(({ type }) => type)).toEqual(["ready", "anchors", "views"]);
    await worker.host.step(2);
    expect(losses(id)).toHaveLength(2);
    expect(states(id)).toEqual(["running", "finished"]);
  });

  it("tells how far its fine-tuning is, which a pause ends without a result", async () => {
    const pauseAtOnce = (event: TrainingEvent) => {
      listener(event);
      if (event.type === "fineTuning") void worker.host.pause();
    };
    const result = await worker.host.start(tiny({ steps: 1, evaluation: endless }), null, pauseAtOnce);
    const id = result.ok ? result.runId : Number.NaN;
    await worker.host.resume();
    await until(id, "finished");
    const shares = worker.events.flatMap((event) => (event.type === "fineTuning" ? [event.share] : []));
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(worker.events.some((event) => event.type === "rows" && event.rows.values.fineTunedAccuracy)).toBe(false);
    expect(worker.events.some((event) => event.type === "rows" && event.rows.values.probeAccuracy)).toBe(true);
  });

  it("does no fine-tuning when it is paused in the evaluation before, unless it is to play on", async () => {
    for (const [playsOn, fineTunes] of [
      [false, false],
      [true, true],
    ] as const) {
      const id = await start({ steps: 1, evaluation: { ...endless, fineTune: { ...endless.fineTune, steps: 2 } } });
      const { evaluate } = HeldOut.prototype;
      const evaluating = vi.spyOn(HeldOut.prototype, "evaluate").mockImplementation(async function (
        this: HeldOut,
        ...of
      ) {
        void worker.host.pause();
        if (playsOn) await worker.host.resume();
        return evaluate.apply(this, of);
      });
      await worker.host.resume();
      await until(id, "finished");
      evaluating.mockRestore();
      expect(worker.events.some((event) => event.runId === id && event.type === "fineTuning")).toBe(fineTunes);
    }
  });

  it("pauses between two steps and goes on from there", async () => {
    const id = await start({ steps: 200 });
    await worker.host.resume();
    await worker.host.pause();
    const before = losses(id).length;
    expect(before).toBeLessThan(200);
    expect(states(id)).toEqual(["running", "paused"]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(losses(id)).toHaveLength(before);
    await worker.host.step(2);
    expect(losses(id).map(([step]) => step)).toEqual(Array.from({ length: before + 2 }, (_, step) => step));
  });

  it("plays on when asked to while it is coming to a pause", async () => {
    const resumeAtSnapshot = (event: TrainingEvent) => {
      worker.events.push(event);
      if (event.type === "views" && event.views.step === 1) void worker.host.resume();
    };
    const result = await worker.host.start(tiny({ steps: 20 }), null, resumeAtSnapshot);
    const id = result.ok ? result.runId : 0;
    await worker.host.step(1);
    await until(id, "finished");
    expect(losses(id)).toHaveLength(20);
  });

  it("gives its memory back when stopped", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    await start();
    await worker.host.step(3);
    expect(tf.memory().numTensors).toBeGreaterThan(before);
    await worker.host.stop();
    expect(tf.memory().numTensors).toBe(before);
    await worker.host.step(1);
    await worker.host.pause();
    expect(states(1)).toEqual(["running", "paused"]);
  });

  it("is replaced by the next, which has a number of its own", async () => {
    const first = await start();
    await worker.host.step(1);
    const second = await start({ seed: 2 });
    expect(second).not.toBe(first);
    await worker.host.step(1);
    expect(losses(first)).toHaveLength(1);
    expect(losses(second)).toHaveLength(1);
    expect(losses(second)[0]![1]).not.toBe(losses(first)[0]![1]);
  });
});
