import { beforeEach, describe, expect, it } from "vitest";
import { picked } from "../../src/data/readers/pickedFiles";
import { verbatim } from "../../src/i18n/errors";
import type { Said } from "../../src/i18n/message";
import { english } from "../../src/i18n/translate";
import { Playground } from "../../src/session/playground";
import { DEFAULT_VIEW } from "../../src/session/view";
import { validConfig } from "../support/experiment";
import type { FakeService } from "./fakeService";
import { loadedPlayground, settle } from "./loadedPlayground";

let service: FakeService;
let playground: Playground;

beforeEach(async () => {
  ({ service, playground } = await loadedPlayground());
});

describe("the data of the page", () => {
  it("puts the data back when files cannot be read", async () => {
    service.failure = "digits.idx: not an IDX file";
    expect(await playground.loadFiles(picked([new File([], "digits.idx")]))).toBe(false);
    expect(playground.state.draft.dataset.id).toBe("points");
    expect(playground.state.files).toBeNull();
  });

  it("notes what was found in files that could not be read, and reads them again as it is said", async () => {
    const outline = { of: "columns", fields: [], more: 0, choices: {}, pictures: null } as const;
    const { start } = service;
    service.start = async () => ({ ok: false, said: verbatim("no numbers"), outline });
    expect(await playground.loadFiles(picked([new File([], "a.csv")]))).toBe(false);
    const { misread, draft } = playground.state;
    expect(misread).toMatchObject({ dataset: { id: "files", name: "a.csv" }, outline });
    expect(draft.dataset.id).toBe("points");
    service.start = start;
    expect(await playground.loader.interpret(misread!, { texts: "categories" })).toBe(true);
    expect(service.started.at(-1)?.dataset).toMatchObject({ name: "a.csv", interpretation: { texts: "categories" } });
    expect(playground.state.misread).toBeNull();
    const { config, files } = playground.state.run!;
    expect(await playground.loader.interpret({ dataset: config.dataset, files }, {})).toBe(true);
    expect(service.started.at(-1)?.dataset).not.toHaveProperty("interpretation");
  });

  it("trains on no other files than the settings of a past run name", async () => {
    const given: unknown[] = [];
    const { start } = service;
    service.start = (config, files, listener) => {
      given.push(files?.files.map(({ path }) => path) ?? null);
      return start.call(service, config, files, listener);
    };
    await playground.loadFiles(picked([new File([], "first.csv")]));
    const config = playground.state.draft;
    await playground.loadFiles(picked([new File([], "second.csv")]));
    playground.reuseSettings({ presetId: null, config });
    await settle();
    expect(given).toEqual([["first.csv"], ["second.csv"]]);
    await playground.restart();
    expect(given.at(-1)).toBeNull();
    playground.setDataset("points");
    playground.setDataset("files");
    await settle();
    expect(given.at(-1)).toEqual(["second.csv"]);
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
    await playground.loader.cancel();
    expect(service.calls.at(-1)).toBe("cancelLoading");
    end({ ok: false, said: verbatim("called off"), canceled: true });
    expect(await loading).toBe(false);
    expect(playground.state).toMatchObject({ loading: null, notices: [], files: null });
    expect(playground.state.draft.dataset.id).toBe("points");
  });

  it("shows no loading any longer once all is there, however long the run is prepared", async () => {
    const shown: (number | null)[] = [];
    service.start = async (_config, _files, listener) => {
      for (const share of [0.5, 1]) {
        listener({ type: "loading", share, runId: 9 });
        shown.push(playground.state.loading);
      }
      return { ok: true, runId: 9 };
    };
    await playground.loadFiles(picked([new File([], "digits.zip")]));
    expect(shown).toEqual([0.5, null]);
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
});
