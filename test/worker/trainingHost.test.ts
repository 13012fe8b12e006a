import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import type { DatasetFiles } from "../../src/data/types";
import { english } from "../../src/i18n/translate";
import { HeldOut } from "../../src/training/evaluation/heldOut";
import type { TrainingEvent } from "../../src/worker/protocol";
import { TrainingHost } from "../../src/worker/trainingHost";
import { file, imageBytes, pick } from "../data/readers/idxFiles";
import { tinyConfig } from "../support/experiment";

// Real training: a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const WASM_FOLDER = "node_modules/@tensorflow/tfjs-backend-wasm/dist/";

let host: TrainingHost;
let events: TrainingEvent[];
const listener = (event: TrainingEvent) => events.push(event);

beforeEach(() => {
  host = new TrainingHost(WASM_FOLDER);
  events = [];
});
afterEach(() => host.stop());

function tiny(changes: ExperimentInput = {}) {
  return tinyConfig({ backend: "wasm", ...changes });
}

async function start(changes: ExperimentInput = {}): Promise<number> {
  const result = await host.start(tiny(changes), null, listener);
  if (!result.ok) throw new Error(english(result.said));
  return result.runId;
}

/** Loss of the first learner by step, in the order in which it was told. */
function losses(runId: number): [step: number, loss: number][] {
  return events.flatMap((event) => {
    if (event.type !== "rows" || event.runId !== runId || !event.rows.values.infoNce) return [];
    const { steps, values } = event.rows;
    const learners = values.infoNce!.length / steps.length;
    return Array.from(steps, (step, row): [number, number] => [step, values.infoNce![row * learners]!]);
  });
}

const states = (runId: number) =>
  events.flatMap((event) => (event.type === "state" && event.runId === runId ? [event.state] : []));

/** Resolves when the run has said so. */
async function until(runId: number, state: "paused" | "finished"): Promise<void> {
  while (!states(runId).includes(state)) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe("a state dict", () => {
  it("is taken while the run trains, and another run goes on from it as this one does", async () => {
    const id = await start({ steps: 40 });
    await host.resume();
    const state = await host.stateDict();
    await until(id, "finished");
    expect(states(id)).toEqual(["running", "finished"]);
    const step = state?.step ?? Number.NaN;
    const result = await host.start(tiny({ steps: 40 }), null, listener, state ?? undefined);
    const next = result.ok ? result.runId : Number.NaN;
    await host.resume();
    await until(next, "finished");
    expect(losses(next)).toEqual(losses(id).slice(step));
  });

  it("there is none without a run, and one that does not fit leaves the run as it was", async () => {
    expect(await host.stateDict()).toBeNull();
    await start();
    const state = await host.stateDict();
    expect(state?.step).toBe(0);
    const other = await host.start(tiny({ seeds: 1 }), null, listener, state ?? undefined);
    expect(other.ok ? "" : english(other.said)).toContain("arm0.seed2");
    expect(await host.stateDict()).toEqual(state);
  });
});

describe("a run", () => {
  it("is ready and shown at step 0, then does every step and finishes", async () => {
    const id = await start();
    expect(events.map(({ type }) => type)).toEqual(["ready", "views"]);
    expect(events[0]).toMatchObject({ runId: id, environment: { backend: "wasm" }, dataset: { trainCount: 64 } });
    await host.resume();
    await until(id, "finished");
    expect(states(id)).toEqual(["running", "finished"]);
    expect(losses(id).map(([step]) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const last = events.filter(({ type }) => type === "views").at(-1);
    expect(last).toMatchObject({ views: { step: 7 } });
    await host.resume();
    expect(states(id)).toEqual(["running", "finished"]);
  });

  it("does as many steps as asked for, fewer at its end", async () => {
    const id = await start();
    await host.step(3);
    expect(losses(id)).toHaveLength(3);
    expect(states(id)).toEqual(["running", "paused"]);
    await host.step(100);
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
    const result = await host.start(tiny({ steps: 2 }), null, slow);
    const id = result.ok ? result.runId : Number.NaN;
    expect(events.map(({ type }) => type)).toEqual(["ready", "views"]);
    await host.step(2);
    expect(losses(id)).toHaveLength(2);
    expect(states(id)).toEqual(["running", "finished"]);
  });

  it("tells how far its fine-tuning is, which a pause ends without a result", async () => {
    const pauseAtOnce = (event: TrainingEvent) => {
      listener(event);
      if (event.type === "fineTuning") void host.pause();
    };
    const result = await host.start(tiny({ steps: 1, evaluation: endless }), null, pauseAtOnce);
    const id = result.ok ? result.runId : Number.NaN;
    await host.resume();
    await until(id, "finished");
    const shares = events.flatMap((event) => (event.type === "fineTuning" ? [event.share] : []));
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(events.some((event) => event.type === "rows" && event.rows.values.fineTunedAccuracy)).toBe(false);
    expect(events.some((event) => event.type === "rows" && event.rows.values.probeAccuracy)).toBe(true);
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
        void host.pause();
        if (playsOn) await host.resume();
        return evaluate.apply(this, of);
      });
      await host.resume();
      await until(id, "finished");
      evaluating.mockRestore();
      expect(events.some((event) => event.runId === id && event.type === "fineTuning")).toBe(fineTunes);
    }
  });

  it("pauses between two steps and goes on from there", async () => {
    const id = await start({ steps: 200 });
    await host.resume();
    await host.pause();
    const before = losses(id).length;
    expect(before).toBeLessThan(200);
    expect(states(id)).toEqual(["running", "paused"]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(losses(id)).toHaveLength(before);
    await host.step(2);
    expect(losses(id).map(([step]) => step)).toEqual(Array.from({ length: before + 2 }, (_, step) => step));
  });

  it("plays on when asked to while it is coming to a pause", async () => {
    const resumeAtSnapshot = (event: TrainingEvent) => {
      events.push(event);
      if (event.type === "views" && event.views.step === 1) void host.resume();
    };
    const result = await host.start(tiny({ steps: 20 }), null, resumeAtSnapshot);
    const id = result.ok ? result.runId : 0;
    await host.step(1);
    await until(id, "finished");
    expect(losses(id)).toHaveLength(20);
  });

  it("gives its memory back when stopped", async () => {
    await tf.setBackend("wasm");
    const before = tf.memory().numTensors;
    await start();
    await host.step(3);
    expect(tf.memory().numTensors).toBeGreaterThan(before);
    await host.stop();
    expect(tf.memory().numTensors).toBe(before);
    await host.step(1);
    await host.pause();
    expect(states(1)).toEqual(["running", "paused"]);
  });

  it("is replaced by the next, which has a number of its own", async () => {
    const first = await start();
    await host.step(1);
    const second = await start({ seed: 2 });
    expect(second).not.toBe(first);
    await host.step(1);
    expect(losses(first)).toHaveLength(1);
    expect(losses(second)).toHaveLength(1);
    expect(losses(second)[0]![1]).not.toBe(losses(first)[0]![1]);
  });
});

describe("a start that fails", () => {
  const noImages = { dataset: { id: "files", name: "mine.idx" } } as const;
  const tooLarge = { ...noImages, batchSize: 32 };
  const broken = pick([file("broken.idx", Uint8Array.of(1, 2, 3))]);
  const few = pick([file("few.idx", imageBytes(24))]);

  it.each([
    ["files that are not at hand", noImages, null, /mine\.idx.*pick them again/],
    ["a file that is no IDX", noImages, broken, /broken\.idx/],
    ["fewer images than a batch", tooLarge, few, /batch of 32.*at most 20/],
    ["the same on another backend", { ...tooLarge, backend: "cpu" as const }, few, /batch of 32/],
    ["a backend that is not there", { backend: "webgpu" as const }, null, /WebGPU/],
  ])("says why, and leaves the run that is there as it was: %s", async (_, changes, files, message) => {
    const undisturbed = await start({ steps: 12 });
    await host.step(12);
    const id = await start({ steps: 12 });
    await host.step(4);
    const tensors = tf.memory().numTensors;
    const result = await host.start(tiny(changes), files, listener);
    expect(result.ok ? "" : english(result.said)).toMatch(message);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(tf.getBackend()).toBe("wasm");
    expect((await host.environment("auto")).backend).toBe("wasm");
    await host.step(8);
    expect(losses(id)).toEqual(losses(undisturbed));
    expect(states(id).at(-1)).toBe("finished");
  });

  it("lets a run that plays play on, and a run that steps do no more than its steps", async () => {
    const playing = await start({ steps: 60 });
    await host.resume();
    expect((await host.start(tiny(tooLarge), few, listener)).ok).toBe(false);
    await until(playing, "finished");
    expect(losses(playing)).toHaveLength(60);
    const stepping = await start({ steps: 60 });
    const steps = host.step(10);
    expect((await host.start(tiny(noImages), null, listener)).ok).toBe(false);
    await steps;
    await host.pause();
    expect(losses(stepping)).toHaveLength(10);
  });
});

describe("the data of a run", () => {
  const images = { dataset: { id: "files", name: "mine.idx" } } as const;

  it("is read once, for as long as it stays the same", async () => {
    const files = pick([file("mine.idx", imageBytes(60))]);
    const own = vi.spyOn(files.files[0]!.file, "slice");
    const first = await host.start(tiny(images), files, listener);
    const reads = own.mock.calls.length;
    // Copied on its way to the worker, as every message is.
    await host.start(tiny({ ...images, batchSize: 8 }), { ...files }, listener);
    expect((await host.start(tiny(images), pick([file("x.idx", Uint8Array.of(1))]), listener)).ok).toBe(false);
    expect((await host.start(tiny(images), files, listener)).ok && first.ok).toBe(true);
    expect(own).toHaveBeenCalledTimes(reads);
    await host.start(tiny({ ...images, seed: 2 }), files, listener);
    expect(own.mock.calls.length).toBe(2 * reads);
  });
});

describe("data that takes long to load", () => {
  const images = { dataset: { id: "files", name: "slow.idx" } } as const;

  /** A file that is handed out only when the test says so. */
  function slowFile(): { files: DatasetFiles; asked: Promise<void>; handOut: () => void } {
    const slow = file("slow.idx", imageBytes(60));
    let handOut: () => void = () => undefined;
    let ask: () => void = () => undefined;
    const given = new Promise<void>((resolve) => {
      handOut = resolve;
    });
    const asked = new Promise<void>((resolve) => {
      ask = resolve;
    });
    const slice = slow.slice.bind(slow);
    slow.slice = (...bounds) => {
      const part = slice(...bounds);
      const content = part.arrayBuffer.bind(part);
      part.arrayBuffer = async () => {
        ask();
        await given;
        return content();
      };
      return part;
    };
    return { files: pick([slow]), asked, handOut };
  }

  it.each(["pause", "cancelLoading"] as const)(
    "is called off by %s, and the run that is there is as it was",
    async (call) => {
      const undisturbed = await start({ steps: 12 });
      await host.step(12);
      const id = await start({ steps: 12 });
      await host.step(4);
      const tensors = tf.memory().numTensors;
      const { files, asked, handOut } = slowFile();
      const starting = host.start(tiny(images), files, listener);
      await asked;
      // Nothing is known of how far it is, and yet it can be called off.
      await expect.poll(() => events.at(-1)).toMatchObject({ type: "loading", share: 0 });
      await host[call]();
      handOut();
      expect(await starting).toMatchObject({ ok: false, canceled: true });
      expect(tf.memory().numTensors).toBe(tensors);
      await host.step(8);
      expect(losses(id)).toEqual(losses(undisturbed));
    },
  );

  it("is called off by stop, which ends the run that is there, too", async () => {
    await start();
    const { files, asked, handOut } = slowFile();
    const starting = host.start(tiny(images), files, listener);
    await asked;
    const stopping = host.stop();
    handOut();
    expect(await starting).toMatchObject({ ok: false, canceled: true });
    await stopping;
    await host.step(1);
    expect(events.filter(({ type }) => type === "rows")).toEqual([]);
  });

  it("lets a run play on that plays, when only the loading is called off", async () => {
    const id = await start({ steps: 100 });
    await host.resume();
    const { files, asked, handOut } = slowFile();
    const starting = host.start(tiny(images), files, listener);
    await asked;
    await host.cancelLoading();
    handOut();
    expect((await starting).ok).toBe(false);
    await until(id, "finished");
    expect(losses(id)).toHaveLength(100);
  });

  it("tells how far it is, under the number of the run to come", async () => {
    const result = await host.start(tiny({ dataset: { id: "glyphs", samples: 8000 } }), null, listener);
    const shares = events.flatMap((event) => (event.type === "loading" ? [event] : []));
    expect(shares.length).toBeGreaterThan(0);
    expect(result).toEqual({ ok: true, runId: shares[0]!.runId });
    expect(shares.every(({ share }, i) => share <= 1 && share > (shares[i - 1]?.share ?? -1))).toBe(true);
  });
});

describe("questions beside a run", () => {
  it("evaluates an objective without touching the run", async () => {
    const id = await start();
    await host.step(2);
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
    const { value, gradZ1, xi } = await host.evaluateObjective("flatNce", input);
    expect(value).toBeCloseTo(1, 6);
    expect(gradZ1).toHaveLength(2);
    expect(xi).toHaveLength(4);
    await host.step(1);
    expect(losses(id)).toHaveLength(3);
  });

  it("previews another augmentation while the run trains, which goes on as it would have", async () => {
    expect(await host.previewViews(tiny().augmentation, 0)).toBeNull();
    const undisturbed = await start({ steps: 30 });
    await host.step(30);
    const id = await start({ steps: 30 });
    await host.resume();
    const previews = [];
    for (let draw = 0; draw < 3; draw++)
      previews.push(await host.previewViews({ ...tiny().augmentation, noise: 0.5 }, draw));
    await until(id, "finished");
    expect(losses(id)).toEqual(losses(undisturbed));
    expect(previews[0]).toMatchObject({ pairs: { count: 16, shape: [2] } });
    expect(previews[1]?.pairs.values).not.toEqual(previews[0]?.pairs.values);
  });

  it("times a step without touching the run", async () => {
    const id = await start();
    await host.step(2);
    const timing = await host.benchmark({ encoder: "mlp", seeds: 1, batchSize: 4, steps: 1 });
    expect(timing).toMatchObject({ learners: 2, dispatchesPerStep: null });
    expect(timing.msPerStep).toBeGreaterThan(0);
    await host.step(1);
    expect(losses(id)).toHaveLength(3);
  });
});

describe("calls that do not wait for each other", () => {
  it("take their turns: a run is stepped, and replaced by the next", async () => {
    const first = host.start(tiny(), null, listener);
    const steps = [host.step(2), host.step(3)];
    const second = host.start(tiny({ seed: 2 }), null, listener);
    await Promise.all([...steps, second, host.step(1)]);
    const ids = [await first, await second].map((result) => (result.ok ? result.runId : 0)) as [number, number];
    expect(losses(ids[0]).length).toBeLessThanOrEqual(5);
    expect(losses(ids[1])).toHaveLength(1);
    expect(states(ids[1])).toEqual(["running", "paused"]);
  });

  it("add up their steps", async () => {
    const id = await start({ steps: 50 });
    await Promise.all([host.step(3), host.step(2)]);
    expect(losses(id)).toHaveLength(5);
    await host.step(1);
    expect(losses(id)).toHaveLength(6);
  });

  it("let a step end the playing", async () => {
    const id = await start({ steps: 100_000 });
    await Promise.all([host.resume(), host.step(2)]);
    expect(states(id)).toEqual(["running", "paused"]);
    // One step may have been under way.
    expect([2, 3]).toContain(losses(id).length);
  });

  it("pause at once, in the middle of many steps, and call off what was asked for before", async () => {
    let pausing: Promise<unknown> | null = null;
    const pauseAtFirstRows = (event: TrainingEvent) => {
      events.push(event);
      if (event.type === "rows") pausing ??= Promise.all([host.step(5), host.pause()]);
    };
    const result = await host.start(tiny({ steps: 100_000 }), null, pauseAtFirstRows);
    const id = result.ok ? result.runId : 0;
    await host.step(90_000);
    await pausing;
    expect(states(id).at(-1)).toBe("paused");
    const done = losses(id).length;
    expect(done).toBeLessThan(100);
    await host.step(1);
    expect(losses(id)).toHaveLength(done + 1);
  });

  it("pause without waiting for a start, and a run that was to play does not", async () => {
    await start({ steps: 100_000 });
    await host.resume();
    const order: string[] = [];
    const next = host.start(tiny(), null, listener).then((result) => {
      order.push("started");
      return result;
    });
    const playing = host.resume();
    await host.pause().then(() => order.push("paused"));
    const result = await next;
    await playing;
    expect(order).toEqual(["paused", "started"]);
    const id = result.ok ? result.runId : 0;
    expect(states(id)).toEqual([]);
    await host.step(1);
    expect(losses(id).map(([step]) => step)).toEqual([0]);
  });

  it("keep a run paused that was paused while a start failed", async () => {
    const id = await start({ steps: 100_000 });
    await host.resume();
    const refused = host.start(tiny({ backend: "webgpu" }), null, listener);
    await host.pause();
    expect((await refused).ok).toBe(false);
    expect(states(id).at(-1)).toBe("paused");
  });

  it("benchmark before they play on", async () => {
    const id = await start({ steps: 3 });
    const times = host.benchmark({ encoder: "mlp", seeds: 1, batchSize: 4, steps: 1 });
    void times.then(() => expect(losses(id)).toEqual([]));
    await Promise.all([times, host.step(3)]);
    expect(states(id)).toEqual(["running", "finished"]);
  });
});
