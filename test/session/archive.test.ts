import { beforeEach, describe, expect, it } from "vitest";
import { presetConfig } from "../../src/config/presets";
import { verbatim } from "../../src/i18n/errors";
import { Playground } from "../../src/session/playground";
import { DEFAULT_VIEW } from "../../src/session/view";
import { memoryStore } from "../../src/storage/documentStore";
import { historyIn } from "../../src/storage/history";
import type { FakeService } from "./fakeService";
import { loadedPlayground, settle } from "./loadedPlayground";

let service: FakeService;
let playground: Playground;

beforeEach(async () => {
  ({ service, playground } = await loadedPlayground());
});

describe("the runs that are over", () => {
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
    const history = { all: refuses, put: refuses, annotate: refuses, remove: refuses };
    const fresh = new Playground(service, { history, redrawInterval: 0 });
    await fresh.load({ presetId: "points", config: presetConfig("points"), view: DEFAULT_VIEW });
    service.tellLoss(0, 1);
    await settle();
    await fresh.stop();
    await settle();
    expect(fresh.state.notices).toMatchObject([{ kind: "historyUnavailable", detail: verbatim("storage is full") }]);
    expect(await fresh.restart()).toBe(true);
  });

  it("lists apart what it cannot read, and deletes it when asked to", async () => {
    const store = memoryStore("id");
    await store.put({ id: "junk", startedAt: "2026-01-01T00:00:00.000Z" });
    const fresh = new Playground(service, { history: historyIn(store), redrawInterval: 0 });
    await fresh.archive.load();
    const { history, unreadable } = fresh.state;
    expect(history).toEqual([]);
    expect(unreadable.runs.map(({ key }) => key)).toEqual(["junk"]);
    await fresh.removeUnreadable("runs", unreadable.runs[0]!);
    expect(fresh.state.unreadable.runs).toEqual([]);
    expect(await store.entries()).toEqual([]);
  });
});
