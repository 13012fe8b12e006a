import { beforeEach, describe, expect, it } from "vitest";
import { presetConfig } from "../../src/config/presets";
import { picked } from "../../src/data/readers/pickedFiles";
import { verbatim } from "../../src/i18n/errors";
import type { Said } from "../../src/i18n/message";
import { english } from "../../src/i18n/translate";
import { recordSchema } from "../../src/record/record";
import { Playground } from "../../src/session/playground";
import { createApi } from "../../src/session/playgroundApi";
import { DEFAULT_VIEW } from "../../src/session/view";
import { memoryHistory } from "../../src/storage/history";
import { validConfig } from "../support/experiment";
import { ENVIRONMENT, FakeService } from "./fakeService";

let service: FakeService;
let playground: Playground;

/** Lets queued work and timers of no delay run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));

beforeEach(async () => {
  service = new FakeService();
  playground = new Playground(service, { history: memoryHistory(), redrawInterval: 0, settleDelay: 0 });
  await playground.load({ presetId: "points", config: presetConfig("points"), view: DEFAULT_VIEW });
});

describe("Playground", () => {
  it("prepares the run of the state that it loads, paused", () => {
    expect(playground.state.run?.state).toBe("paused");
    expect(playground.state.environment).toEqual(ENVIRONMENT);
    expect(service.calls).toEqual(["start"]);
  });

  it("lets a run that has not begun take changes over by itself", async () => {
    playground.setField("batchSize", 32);
    await settle();
    expect(service.started.at(-1)?.batchSize).toBe(32);
    expect(playground.pendingChanges()).toEqual([]);
  });

  it("keeps a run with measurements until it is asked to restart, and says what is pending", async () => {
    service.tellLoss(0, 1);
    playground.setField("batchSize", 32);
    await settle();
    expect(service.started).toHaveLength(1);
    expect(playground.pendingChanges().map(({ path }) => path)).toEqual(["batchSize"]);
    await playground.restart();
    expect(service.started.at(-1)?.batchSize).toBe(32);
  });

  it("discards pending changes", async () => {
    service.tellLoss(0, 1);
    await settle();
    playground.setField("seeds", 5);
    playground.discardChanges();
    expect(playground.pendingChanges()).toEqual([]);
    expect(playground.state.draft.seeds).toBe(presetConfig("points").seeds);
  });

  it("takes over labels and colours at once, without a restart", async () => {
    service.tellLoss(0, 1);
    await settle();
    const arms = playground.state.draft.arms.map((arm) => ({ ...arm, label: "renamed" }));
    playground.setField("arms", arms);
    expect(playground.pendingChanges()).toEqual([]);
    expect(playground.state.run?.config.arms[0]?.label).toBe("renamed");
    expect(service.started).toHaveLength(1);
  });

  it("says what is wrong with settings that contradict each other, and does not start them", async () => {
    playground.setField("encoder.id", "convnet");
    await settle();
    expect(playground.state.draftErrors.map(({ path }) => path)).toEqual(["encoder.id"]);
    expect(await playground.restart()).toBe(false);
    expect(service.started).toHaveLength(1);
    expect(playground.state.notices[0]).toMatchObject({ kind: "invalidConfig" });
  });

  it("keeps the current run when a start fails, and shows why", async () => {
    const before = playground.state.run;
    service.failure = "No WebGL here.";
    expect(await playground.restart()).toBe(false);
    expect(playground.state.run?.startedAt).toBe(before?.startedAt);
    expect(playground.state.notices[0]).toMatchObject({ kind: "startFailed", detail: verbatim("No WebGL here.") });
  });

  it("starts again after a start that the service could not even answer", async () => {
    const { start } = service;
    service.start = async () => {
      throw new Error("The message could not be sent.");
    };
    expect(await playground.restart()).toBe(false);
    expect(playground.state).toMatchObject({
      starting: false,
      notices: [{ detail: verbatim("The message could not be sent.") }],
    });
    service.start = start;
    expect(await playground.restart()).toBe(true);
  });

  it("plays the run that is being prepared, not the one that it replaces", async () => {
    service.tellLoss(0, 1);
    await settle();
    void playground.restart();
    await playground.play();
    expect(service.calls).toEqual(["start", "start", "resume"]);
    expect(playground.state.run).toMatchObject({ state: "running", step: 0 });
  });

  it("puts the data back when files cannot be read", async () => {
    service.failure = "digits.idx: not an IDX file";
    expect(await playground.loadFiles(picked([new File([], "digits.idx")]))).toBe(false);
    expect(playground.state.draft.dataset.id).toBe("points");
    expect(playground.state.files).toBeNull();
  });

  it("shows how far data is loaded, and says nothing when the user calls it off", async () => {
    let end: (result: { ok: false; said: Said; canceled: boolean }) => void = () => undefined;
    service.start = (_config, _files, listener) => {
      listener({ type: "loading", share: 0.25, runId: 9 });
      return new Promise((resolve) => {
        end = resolve;
      });
    };
    const loading = playground.loadFiles(picked([new File([], "digits.zip")]));
    await settle();
    expect(playground.state).toMatchObject({ loading: 0.25, starting: true });
    await playground.cancelLoading();
    expect(service.calls.at(-1)).toBe("cancelLoading");
    end({ ok: false, said: verbatim("called off"), canceled: true });
    expect(await loading).toBe(false);
    expect(playground.state).toMatchObject({ loading: null, notices: [], files: null });
    expect(playground.state.draft.dataset.id).toBe("points");
  });

  it("starts over with the data at an address, and puts everything back where that fails", async () => {
    expect(await playground.loadUrl("https://a.org/x.npz")).toBe(true);
    expect(service.started.at(-1)?.dataset).toMatchObject({ id: "url", url: "https://a.org/x.npz" });
    const { draft, run } = playground.state;
    service.failure = "https://a.org/y.npz: the server answered 404";
    expect(await playground.loadUrl("https://a.org/y.npz")).toBe(false);
    expect(await playground.loadUrl("http://a.org/z.npz")).toBe(false);
    expect(playground.state).toMatchObject({ draft, run: { startedAt: run?.startedAt }, draftErrors: [] });
    expect(
      playground.state.notices.map(
        ({ kind, detail, errors }) => (detail && english(detail)) || `${kind} ${errors[0]?.path}`,
      ),
    ).toEqual(["https://a.org/y.npz: the server answered 404", "invalidConfig dataset.url"]);
  });

  it("lets data that is being loaded give way to what is brought next", async () => {
    const { start } = service;
    let end: (result: { ok: false; said: Said; canceled: boolean }) => void = () => undefined;
    service.start = () =>
      new Promise((resolve) => {
        end = resolve;
      });
    const slow = playground.loadUrl("https://a.org/slow.npz");
    await settle();
    const next = playground.loadFiles(picked([new File([], "next.idx")]));
    expect(service.calls.at(-1)).toBe("cancelLoading");
    service.start = start;
    end({ ok: false, said: verbatim("called off"), canceled: true });
    expect([await slow, await next]).toEqual([false, true]);
    expect(playground.state.draft.dataset).toMatchObject({ id: "files", name: "next.idx" });
  });

  it("keeps what is changed while data is loaded that fails, and then downloads nothing unasked", async () => {
    const { start } = service;
    let end: (result: { ok: false; said: Said; canceled: boolean }) => void = () => undefined;
    const loadInVain = async (change: () => void) => {
      service.start = () =>
        new Promise((resolve) => {
          end = resolve;
        });
      const loading = playground.loadFiles(picked([new File([], "digits.zip")]));
      await settle();
      change();
      await settle();
      service.start = start;
      end({ ok: false, said: verbatim("called off"), canceled: true });
      expect(await loading).toBe(false);
      await settle();
    };
    await loadInVain(() => playground.setField("batchSize", 32));
    expect(playground.state.draft).toMatchObject({ dataset: { id: "points" }, batchSize: 32 });
    expect(service.started.at(-1)).toMatchObject({ dataset: { id: "points" }, batchSize: 32 });
    const starts = service.started.length;
    await loadInVain(() => {
      playground.setField("batchSize", 64);
      setTimeout(() => playground.setDataset("public"), 5);
    });
    expect(playground.state.draft).toMatchObject({ dataset: { id: "public" }, batchSize: 64 });
    expect(service.started).toHaveLength(starts);
  });

  it("calls files of a folder by its name, and many files by the first ones", async () => {
    const files = ["set/a/1.png", "set/b/1.png"].map((path) => ({ file: new File([], "1.png"), path }));
    await playground.loadFiles(files);
    expect(playground.state.draft.dataset).toMatchObject({ name: "set" });
    const first = playground.state.files?.id;
    await playground.loadFiles(files);
    expect(playground.state.files?.id).not.toBe(first);
    await playground.loadFiles(picked(["1", "2", "3", "4", "5"].map((name) => new File([], name))));
    expect(playground.state.draft.dataset).toMatchObject({ name: "1, 2, 3, \u2026" });
  });

  it.each(["play", "step"] as const)(
    "downloads nothing for a link or a choice until it is asked to %s",
    async (ask) => {
      const fresh = new Playground(service, { settleDelay: 0 });
      const config = validConfig({ dataset: { id: "public", set: "mnist" }, backend: "wasm" });
      expect(await fresh.load({ presetId: null, config, view: DEFAULT_VIEW })).toBe(false);
      fresh.setField("dataset.set", "cifar10");
      await settle();
      await fresh.openInRace(config);
      expect(fresh.state).toMatchObject({ run: null, starting: false, notices: [] });
      expect(service.started).toHaveLength(1);
      await fresh[ask]();
      expect(service.started.at(-1)?.dataset).toMatchObject({ set: "mnist" });
      expect(service.calls.at(-1)).toBe(ask === "play" ? "resume" : "step 1");
      // The worker has it now.
      fresh.setField("batchSize", 32);
      await settle();
      expect(service.started.at(-1)?.batchSize).toBe(ask === "play" ? 16 : 32);
    },
  );

  it("prepares data that is kept on the device unasked, and asks again once it is deleted", async () => {
    const kept = new Map<string, number>();
    const downloads = {
      read: async () => null,
      write: async () => undefined,
      list: async () => [...kept].map(([url, size]) => ({ url, size })),
      remove: async (url: string) => void kept.delete(url),
    };
    const fresh = new Playground(service, { settleDelay: 0, downloads });
    kept.set("https://a.org/x.npz", 5);
    const config = validConfig({ dataset: { id: "url", url: "https://a.org/x.npz" } });
    expect(await fresh.load({ presetId: null, config, view: DEFAULT_VIEW })).toBe(true);
    expect(fresh.state.kept).toEqual([{ url: "https://a.org/x.npz", size: 5 }]);
    const { remove } = downloads;
    downloads.remove = () => Promise.reject(new Error("busy"));
    await fresh.keptFiles.remove(["https://a.org/x.npz"]);
    expect(fresh.state.kept).toHaveLength(1);
    downloads.remove = remove;
    await fresh.keptFiles.remove(["https://a.org/x.npz"]);
    expect(fresh.state.kept).toEqual([]);
    fresh.setField("dataset.samples", 64);
    await settle();
    expect(service.started).toHaveLength(2);
  });

  it("ignores events of a run that was replaced", async () => {
    const old = service.tell.bind(service);
    const listener = (service as unknown as { listener: (event: unknown) => void }).listener;
    await playground.restart();
    listener({ type: "timing", step: 99, timing: { stepsPerSecond: 1, jsMs: 1, totalMs: 1 }, runId: 1 });
    old({ type: "state", state: "paused" });
    await settle();
    expect(playground.state.run?.step).toBe(0);
  });

  it("counts updates: a training row of step t is update t + 1, a probe at t belongs to t", async () => {
    service.tellLoss(7, 1);
    service.tell({ type: "rows", rows: { steps: Int32Array.of(8), values: { knnAccuracy: new Float32Array(6) } } });
    await settle();
    expect(playground.state.run?.step).toBe(8);
  });

  it("keeps ended and reset runs in the history, once each, with their notes", async () => {
    service.tellLoss(0, 1);
    service.tell({ type: "state", state: "finished" });
    await settle();
    await playground.restart();
    await settle();
    expect(playground.state.history).toHaveLength(1);
    await playground.archive.annotate(playground.state.history[0]!, "a note");
    expect(playground.state.history[0]?.note).toBe("a note");
    await playground.archive.remove(playground.state.history[0]!.id);
    expect(playground.state.history).toEqual([]);
  });

  it("lists a run that is stopped at once, and only once", async () => {
    service.tellLoss(0, 1);
    await settle();
    await playground.stop();
    await settle();
    expect(playground.state.run).toMatchObject({ state: "finished", step: 1 });
    expect(playground.state.history.map(({ stepsDone }) => stepsDone)).toEqual([1]);
    await playground.restart();
    await settle();
    expect(playground.state.history).toHaveLength(1);
  });

  it("says that runs cannot be kept, and goes on", async () => {
    const refuses = () => Promise.reject(new Error("storage is full"));
    const history = { all: refuses, put: refuses, remove: refuses };
    const fresh = new Playground(service, { history, redrawInterval: 0 });
    await fresh.load({ presetId: "points", config: presetConfig("points"), view: DEFAULT_VIEW });
    service.tellLoss(0, 1);
    await settle();
    await fresh.stop();
    await settle();
    expect(fresh.state.notices).toMatchObject([{ kind: "historyUnavailable", detail: verbatim("storage is full") }]);
    expect(await fresh.restart()).toBe(true);
  });

  it("builds a record that the schema accepts, with stopped learners marked", async () => {
    service.tellLoss(0, 1.5);
    service.tell({ type: "learnerStopped", arm: 1, seed: 2, step: 3, reason: verbatim("not finite") });
    const record = playground.record();
    expect(recordSchema.parse(record).learners).toHaveLength(6);
    expect(record.learners.filter(({ stopped }) => stopped)).toMatchObject([{ arm: 1, seed: 2 }]);
    expect(record.learners[0]?.series).toEqual({ step: [0], objective: [1.5], infoNce: [1.5] });
  });

  it("redraws no more often than it is told to", async () => {
    const slow = new Playground(service, { redrawInterval: 60 });
    await slow.load({ presetId: null, config: presetConfig(null), view: DEFAULT_VIEW });
    const before = slow.state.revision;
    for (let step = 0; step < 200; step++) service.tellLoss(step, 1);
    await settle();
    expect(slow.state.revision - before).toBeLessThanOrEqual(1);
    expect(slow.record().stepsDone).toBe(200);
  });

  it("plays a twist at once", async () => {
    await playground.playWith({ optimizer: { learningRate: 0.01 } });
    expect(service.started.at(-1)?.optimizer.learningRate).toBe(0.01);
    expect(playground.state.run?.state).toBe("running");
  });
});

describe("createApi", () => {
  const api = () => createApi(playground, "1.2.3", Promise.resolve());

  it("runs a config to its end and returns the record", async () => {
    const seen: number[] = [];
    const running = api().run({ steps: 2, seeds: 1 }, { onProgress: ({ step }) => seen.push(step) });
    await settle();
    service.tellLoss(0, 1);
    service.tellLoss(1, 0.5);
    service.tell({ type: "state", state: "finished" });
    const record = await running;
    expect(record.stepsDone).toBe(2);
    expect(record.config.steps).toBe(2);
    expect(seen.at(-1)).toBe(2);
  });

  it("rejects with the reason when a run breaks, is refused or is replaced", async () => {
    const broken = api().run({ steps: 2 });
    await settle();
    service.tell({ type: "failed", said: verbatim("device lost") });
    await expect(broken).rejects.toThrow("device lost");
    await expect(api().run({ batchSize: 1 })).rejects.toThrow("batchSize");
    service.failure = "no such backend";
    await expect(api().run({ backend: "webgpu" })).rejects.toThrow("no such backend");
    const replaced = api().run({ steps: 2 });
    await settle();
    const rejected = expect(replaced).rejects.toThrow("replaced");
    await new Promise((resolve) => setTimeout(resolve, 5));
    await playground.restart();
    await rejected;
  });

  it("starts, pauses, steps and resets", async () => {
    await api().start({ seeds: 2 });
    await api().pause();
    await api().step(3);
    await api().reset();
    await api().stop();
    expect(service.calls).toEqual(["start", "start", "resume", "pause", "step 3", "start", "stop"]);
  });

  it("lists objectives and presets, and validates", () => {
    expect(
      api()
        .objectives()
        .map(({ id }) => id),
    ).toContain("flatNce");
    expect(api().presets()[0]).toMatchObject({ id: "vanish" });
    expect(api().validate({ batchSize: "many" })).toMatchObject({ ok: false, errors: [{ path: "batchSize" }] });
    expect(api().version).toBe("1.2.3");
  });
});
