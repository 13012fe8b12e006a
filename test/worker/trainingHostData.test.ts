import * as tf from "@tensorflow/tfjs";
import { describe, expect, it, vi } from "vitest";
import type { DatasetFiles } from "../../src/data/types";
import { english } from "../../src/i18n/translate";
import { RunSlot } from "../../src/worker/runSlot";
import { TrainingHost } from "../../src/worker/trainingHost";
import type { Run } from "../../src/worker/trainingLoop";
import { file, imageBytes, pick } from "../data/readers/idxFiles";
import { hostUnderTest, tiny } from "./hostUnderTest";

// Real training: a busy machine takes longer than the usual five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const worker = hostUnderTest();
const { listener, losses, start, states, until } = worker;

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
    const { undisturbed, id, tensors } = await worker.startTwice();
    const result = await worker.host.start(tiny(changes), files, listener);
    expect(result.ok ? "" : english(result.said)).toMatch(message);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(tf.getBackend()).toBe("wasm");
    expect((await worker.host.environment("auto")).backend).toBe("wasm");
    await worker.host.step(8);
    expect(losses(id)).toEqual(losses(undisturbed));
    expect(states(id).at(-1)).toBe("finished");
  });

  it("lets a run that plays play on, and a run that steps do no more than its steps", async () => {
    const playing = await start({ steps: 60 });
    await worker.host.resume();
    expect((await worker.host.start(tiny(tooLarge), few, listener)).ok).toBe(false);
    await until(playing, "finished");
    expect(losses(playing)).toHaveLength(60);
    const stepping = await start({ steps: 60 });
    const steps = worker.host.step(10);
    expect((await worker.host.start(tiny(noImages), null, listener)).ok).toBe(false);
    await steps;
    await worker.host.pause();
    expect(losses(stepping)).toHaveLength(10);
  });
});

describe("the data of a run", () => {
  const images = { dataset: { id: "files", name: "mine.idx" } } as const;

  it("is read once, for as long as it stays the same", async () => {
    const files = pick([file("mine.idx", imageBytes(60))]);
    const own = vi.spyOn(files.files[0]!.file, "slice");
    const first = await worker.host.start(tiny(images), files, listener);
    const reads = own.mock.calls.length;
    // Copied on its way to the worker, as every message is.
    await worker.host.start(tiny({ ...images, batchSize: 8 }), { ...files }, listener);
    expect((await worker.host.start(tiny(images), pick([file("x.idx", Uint8Array.of(1))]), listener)).ok).toBe(false);
    expect((await worker.host.start(tiny(images), files, listener)).ok && first.ok).toBe(true);
    expect(own).toHaveBeenCalledTimes(reads);
    await worker.host.start(tiny({ ...images, seed: 2 }), files, listener);
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
      const { undisturbed, id, tensors } = await worker.startTwice();
      const { files, asked, handOut } = slowFile();
      const starting = worker.host.start(tiny(images), files, listener);
      await asked;
      // Nothing is known of how far it is, and yet it can be called off.
      await expect.poll(() => worker.events.at(-1)).toMatchObject({ type: "loading", share: 0 });
      await worker.host[call]();
      handOut();
      expect(await starting).toMatchObject({ ok: false, canceled: true });
      expect(tf.memory().numTensors).toBe(tensors);
      await worker.host.step(8);
      expect(losses(id)).toEqual(losses(undisturbed));
    },
  );

  it("is called off by stop, which ends the run that is there, too", async () => {
    await start();
    const { files, asked, handOut } = slowFile();
    const starting = worker.host.start(tiny(images), files, listener);
    await asked;
    const stopping = worker.host.stop();
    handOut();
    expect(await starting).toMatchObject({ ok: false, canceled: true });
    await stopping;
    await worker.host.step(1);
    expect(worker.events.filter(({ type }) => type === "rows")).toEqual([]);
  });

  it("lets a run play on that plays, when only the loading is called off", async () => {
    const id = await start({ steps: 100 });
    await worker.host.resume();
    const { files, asked, handOut } = slowFile();
    const starting = worker.host.start(tiny(images), files, listener);
    await asked;
    await worker.host.cancelLoading();
    handOut();
    expect((await starting).ok).toBe(false);
    await until(id, "finished");
    expect(losses(id)).toHaveLength(100);
  });

  it("has nobody expect an answer soon, from before it is read on, though WebGPU trains", async () => {
    const training = { environment: { backend: "webgpu" }, loop: Promise.resolve() } as unknown as Run;
    const current = vi.spyOn(RunSlot.prototype, "current", "get").mockReturnValue(training);
    const soon: boolean[] = [];
    const host = new TrainingHost("", { begun: () => soon.push(host.answersSoon) });
    soon.push(host.answersSoon);
    const { files, asked, handOut } = slowFile();
    const starting = host.start(tiny({ ...images, backend: "webgpu" }), files, listener);
    await asked;
    soon.push(host.answersSoon);
    handOut();
    expect(await starting).toMatchObject({ ok: false, lacksBackend: true });
    soon.push(host.answersSoon);
    expect(soon).toEqual([true, false, false, true]);
    current.mockRestore();
  });

  it("tells how far it is, under the number of the run to come", async () => {
    const result = await worker.host.start(tiny({ dataset: { id: "glyphs", samples: 8000 } }), null, listener);
    const shares = worker.events.flatMap((event) => (event.type === "loading" ? [event] : []));
    expect(shares.length).toBeGreaterThan(0);
    expect(result).toEqual({ ok: true, runId: shares[0]!.runId });
    expect(shares.every(({ share }, i) => share <= 1 && share > (shares[i - 1]?.share ?? -1))).toBe(true);
    expect(shares.at(-1)?.share).toBe(1);
    expect(shares.filter(({ share }) => share > 0.99)).toHaveLength(1);
  });
});
