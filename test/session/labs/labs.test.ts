import { beforeEach, describe, expect, it } from "vitest";
import type { OwnFilesStore } from "../../../src/data/types";
import { verbatim } from "../../../src/i18n/errors";
import type { PrecisionRow } from "../../../src/labs/precision/schema";
import { lacksLabFiles } from "../../../src/session/labs/labData";
import { keyOf } from "../../../src/session/labs/labState";
import { Playground } from "../../../src/session/playground";
import { createApi } from "../../../src/session/playgroundApi";
import { memoryStore } from "../../../src/storage/documentStore";
import { labsIn, memoryLabs } from "../../../src/storage/labArchive";
import { ENVIRONMENT, FakeService } from "../fakeService";

let service: FakeService;
let archive: ReturnType<typeof memoryLabs>;
let playground: Playground;

/** Lets queued work and timers of no delay run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));

const row = (xi: number): PrecisionRow => ({
  xi,
  format: "float16",
  form: "stable",
  source: "device",
  positive: 0.1,
  anchor: 0.2,
  value: null,
});

/** A page as after a reload: the archive is all that it has of before. */
async function open(): Promise<Playground> {
  service = new FakeService();
  const page = new Playground(service, { labArchive: archive, redrawInterval: 0 });
  page.labs.setConfig("precision", {});
  await settle();
  return page;
}

const lab = () => playground.state.labs.precision;

async function runUntil(rows: PrecisionRow[]): Promise<void> {
  void playground.labs.run("precision");
  await settle();
  service.tellLab({ type: "progress", done: 0, total: 4 });
  for (const [i, measured] of rows.entries()) {
    service.tellLab({ type: "rows", rows: [measured] });
    service.tellLab({ type: "progress", done: i + 1, total: 4 });
  }
  await settle();
}

beforeEach(async () => {
  archive = memoryLabs();
  playground = await open();
});

describe("a lab", () => {
  it("shows its rows as they come, how far it is and what it is measured on", async () => {
    await runUntil([row(1), row(0.1)]);
    expect(lab()).toMatchObject({ phase: "running", done: 2, total: 4, rows: [row(1), row(0.1)] });
    expect(lab().environment).toEqual(ENVIRONMENT);
    expect(lab().timeLeft).toBeGreaterThan(0);
    service.tellLab({ type: "finished" });
    await settle();
    expect(lab()).toMatchObject({ phase: "finished", timeLeft: null });
    expect(await playground.labs.result("precision")).toMatchObject({
      lab: "precision",
      finished: true,
      rows: [{}, {}],
    });
  });

  it("keeps its rows over a cancel and a reload, and goes on from them", async () => {
    await runUntil([row(1)]);
    await playground.labs.cancel("precision");
    await settle();
    expect(lab().phase).toBe("stopped");
    playground = await open();
    expect(lab()).toMatchObject({ phase: "stopped", rows: [row(1)] });
    await runUntil([row(0.1)]);
    expect(service.labRequests[0]?.resumeFrom).toEqual([row(1)]);
    expect(lab().rows).toEqual([row(1), row(0.1)]);
  });

  it("lists what was measured with other settings, for an address that does not name them", async () => {
    playground.labs.setField("precision", "seed", 7);
    await settle();
    await runUntil([row(1)]);
    service.tellLab({ type: "finished" });
    await settle();
    expect(await playground.labs.earlier("precision")).toEqual([]);
    playground = await open();
    expect(lab()).toMatchObject({ phase: "idle", rows: [] });
    const [earlier] = await playground.labs.earlier("precision");
    expect(earlier).toMatchObject({ config: { seed: 7 }, rows: [row(1)] });
    expect(await playground.labs.earlier("sweep")).toEqual([]);
    playground.labs.setConfig("precision", earlier!.config);
    await settle();
    expect(lab()).toMatchObject({ phase: "finished", rows: [row(1)], config: { seed: 7 } });
  });

  it("has files of its own, dropped on its page, and finds those that are kept after a reload", async () => {
    const files = [{ file: new File(["x"], "ants.csv"), path: "ants.csv" }];
    const named = { base: { dataset: { id: "files", name: "ants.csv" } } };
    playground.setPage("advice");
    expect(await playground.loadFiles(files)).toBe(true);
    // The Race keeps its own data, and nothing is read before the lab is run.
    expect(playground.state).toMatchObject({
      files: null,
      draft: { dataset: { id: "points" } },
      labs: { advice: { config: named } },
    });
    expect(service.calls.filter((call) => call.startsWith("start"))).toEqual([]);
    void playground.labs.run("advice");
    await settle();
    expect(service.labRequests.at(-1)?.files?.files).toEqual(files);

    const kept = new Map([["ants.csv", files]]);
    const ownFiles: OwnFilesStore = {
      list: async () => [{ name: "ants.csv", count: 1, size: 1 }],
      read: async (name) => kept.get(name) ?? null,
      write: async () => undefined,
      remove: async () => undefined,
    };
    service = new FakeService();
    const reloaded = new Playground(service, { labArchive: archive, redrawInterval: 0, ownFiles });
    reloaded.labs.setConfig("advice", named);
    expect(lacksLabFiles(reloaded.state.labs.advice.config.base, reloaded.state)).toBe(true);
    await reloaded.ownFiles.refresh();
    expect(lacksLabFiles(reloaded.state.labs.advice.config.base, reloaded.state)).toBe(false);
    void reloaded.labs.run("advice");
    await settle();
    expect(service.labRequests.at(-1)?.files?.files).toEqual(files);
    service.tellLab({ type: "finished" });
    await settle();
    kept.clear();
    void reloaded.labs.run("advice");
    await settle();
    expect(service.labRequests).toHaveLength(1);
    expect(reloaded.state.labs.advice).toMatchObject({ phase: "failed", failure: { args: { name: "ants.csv" } } });
  });

  it("takes an address that is dropped on its page", async () => {
    playground.setPage("advice");
    await playground.loadUrl("https://example.org/ants.zip");
    expect(playground.state.labs.advice.config.base.dataset).toMatchObject({
      id: "url",
      url: "https://example.org/ants.zip",
    });
    playground.setPage("precision");
    await playground.loadUrl("https://example.org/bees.zip");
    expect(playground.state.draft.dataset).toMatchObject({ url: "https://example.org/bees.zip" });
  });

  it("starts over where that is asked for", async () => {
    await runUntil([row(1)]);
    await playground.labs.cancel("precision");
    await settle();
    void playground.labs.run("precision", true);
    await settle();
    expect(service.labRequests.at(-1)?.resumeFrom).toEqual([]);
    service.tellLab({ type: "rows", rows: [row(0.1)] });
    service.tellLab({ type: "finished" });
    await settle();
    expect(lab().rows).toEqual([row(0.1)]);
  });

  it("does not mix the rows of two devices", async () => {
    await runUntil([row(1)]);
    await playground.labs.cancel("precision");
    playground = await open();
    service.environmentIs = { ...ENVIRONMENT, adapter: "another" };
    await runUntil([]);
    expect(service.labRequests[0]?.resumeFrom).toEqual([]);
    expect(lab().rows).toEqual([]);
  });

  it("measures anew what was measured to the end", async () => {
    await runUntil([row(1)]);
    service.tellLab({ type: "finished" });
    await runUntil([row(0.1)]);
    expect(service.labRequests.map(({ resumeFrom }) => resumeFrom)).toEqual([[], []]);
    expect(lab().rows).toEqual([row(0.1)]);
  });

  it("keeps what was measured to the end until the same is measured anew", async () => {
    await runUntil([row(1), row(0.1)]);
    service.tellLab({ type: "finished" });
    await runUntil([row(0.5)]);
    await playground.labs.cancel("precision");
    await settle();
    expect(lab().rows).toEqual([row(0.5)]);
    playground = await open();
    expect(lab()).toMatchObject({ phase: "finished", rows: [row(1), row(0.1)] });
    await runUntil([row(0.5)]);
    service.tellLab({ type: "finished" });
    await settle();
    playground = await open();
    expect(lab()).toMatchObject({ phase: "finished", rows: [row(0.5)] });
  });

  it("leaves out kept rows that do not fit any more", async () => {
    await runUntil([row(1), { ...row(2), format: "float4" } as never]);
    service.tellLab({ type: "finished" });
    playground = await open();
    expect(lab()).toMatchObject({ phase: "stopped", rows: [row(1)] });
  });

  it("is cancelled by a changed setting, and has its rows when that is changed back", async () => {
    await runUntil([row(1)]);
    playground.labs.setField("precision", "seed", 7);
    await settle();
    expect(service.calls).toContain("cancelLab precision");
    expect(lab()).toMatchObject({ phase: "idle", rows: [], config: { seed: 7 } });
    playground.labs.setField("precision", "seed", 1);
    await settle();
    expect(lab()).toMatchObject({ phase: "stopped", rows: [row(1)] });
  });

  it("goes on when only the way it is shown changes", async () => {
    await runUntil([row(1)]);
    playground.labs.setField("precision", "measure", "value");
    await settle();
    expect(service.calls).not.toContain("cancelLab precision");
    expect(lab()).toMatchObject({ phase: "running", rows: [row(1)], config: { measure: "value" } });
  });

  it("says what is wrong with its settings, and does not run with them", async () => {
    playground.labs.setField("precision", "xiFrom", 1e5);
    expect(lab().errors.map(({ path }) => path)).toEqual(["xiTo"]);
    expect(await playground.labs.run("precision")).toMatchObject({ type: "failed" });
    expect(service.labRequests).toEqual([]);
    await expect(playground.labs.result("precision")).rejects.toThrow("xiTo: must be above");
  });

  it("can be called off before its turn, and runs once however often it is asked to", async () => {
    const [first, second] = [playground.labs.run("precision"), playground.labs.run("precision")];
    await playground.labs.cancel("precision");
    expect(await Promise.all([first, second])).toEqual([{ type: "canceled" }, { type: "canceled" }]);
    await settle();
    expect(service.labRequests).toEqual([]);
  });
});

describe("playground.lab", () => {
  const api = () => createApi(playground, "1", Promise.resolve()).lab("precision");

  it("resolves to what was measured, or throws why not", async () => {
    const seen: number[] = [];
    const result = api().run({ seed: 3 }, { onProgress: ({ done }) => seen.push(done) });
    await settle();
    service.tellLab({ type: "rows", rows: [row(1)] });
    service.tellLab({ type: "progress", done: 4, total: 4 });
    service.tellLab({ type: "finished" });
    expect(await result).toMatchObject({ finished: true, config: { seed: 3 }, rows: [row(1)] });
    expect(playground.state.page).toBe("precision");
    expect(seen).toContain(4);
    const broken = api().run();
    await settle();
    service.tellLab({ type: "failed", said: verbatim("device lost") });
    await expect(broken).rejects.toThrow("device lost");
    await expect(api().run({ seed: -1 })).rejects.toThrow("seed: must be at least 0");
  });

  it("gives what an earlier visit measured", async () => {
    await expect(api().result()).rejects.toThrow("Nothing was measured");
    await runUntil([row(1)]);
    await playground.labs.cancel("precision");
    await settle();
    playground = await open();
    expect(await api().result()).toMatchObject({ finished: false, rows: [row(1)] });
  });

  it("gives the rows so far when it is cancelled", async () => {
    const result = api().run();
    await settle();
    service.tellLab({ type: "rows", rows: [row(1)] });
    await api().cancel();
    expect(await result).toMatchObject({ finished: false, rows: [row(1)] });
  });
});

it("lists anew what it had to set aside for another measurement", async () => {
  const store = memoryStore("key");
  const page = new Playground(service, { labArchive: labsIn(store), redrawInterval: 0 });
  playground = page;
  page.labs.setConfig("precision", {});
  const key = keyOf("precision", lab().config);
  await store.put({ key, rows: [{}] });
  await page.labs.look();
  expect(page.state.unreadable.labs.map((document) => document.key)).toEqual([key]);
  await runUntil([row(1)]);
  service.tellLab({ type: "finished" });
  await settle();
  const [aside] = page.state.unreadable.labs;
  expect(aside?.key).not.toBe(key);
  await page.labs.remove(aside!.key);
  expect((await store.entries()).map(([stored]) => stored)).toEqual([key]);
});
