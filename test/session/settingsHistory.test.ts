import { beforeEach, describe, expect, it } from "vitest";
import type { Playground } from "../../src/session/playground";
import type { FakeService } from "./fakeService";
import { loadedPlayground, settle } from "./loadedPlayground";

let now: number;
let service: FakeService;
let playground: Playground;

beforeEach(async () => {
  now = 0;
  ({ service, playground } = await loadedPlayground({ now: () => now }));
});

const history = () => playground.settingsHistory;
/** A change well after the one before. */
function later(change: () => void): void {
  now += 5000;
  change();
}
const setBatch = (size: number) => playground.setField("batchSize", size);
const batch = () => playground.state.draft.batchSize;

describe("the history of the settings", () => {
  it("begins with the first address", () => {
    expect(playground.state.settingsSteps).toEqual({ past: 0, future: 0 });
    expect(history().undo()).toBeNull();
    expect(playground.state.presetId).toBe("points");
  });

  it("takes changes back one by one, makes them again, and says which", () => {
    const first = batch();
    later(() => setBatch(8));
    later(() => setBatch(64));
    expect(playground.state.settingsSteps).toEqual({ past: 2, future: 0 });
    const move = history().undo();
    expect([move?.from.draft.batchSize, move?.to.draft.batchSize]).toEqual([64, 8]);
    history().undo();
    expect(batch()).toBe(first);
    history().redo();
    expect(batch()).toBe(8);
    later(() => setBatch(32));
    expect(playground.state.settingsSteps).toEqual({ past: 2, future: 0 });
    expect(history().redo()).toBeNull();
  });

  it("takes a slider on its way as one change, and one that comes back as none", () => {
    const first = batch();
    for (const size of [8, 16, 64, 128]) {
      now += 900;
      setBatch(size);
    }
    expect(playground.state.settingsSteps.past).toBe(1);
    playground.setField("steps", 777);
    expect(playground.state.settingsSteps.past).toBe(2);
    history().undo();
    history().undo();
    expect(batch()).toBe(first);
    later(() => setBatch(8));
    setBatch(first);
    expect(playground.state.settingsSteps.past).toBe(0);
  });

  it("takes back a discard by itself, however soon it follows the change", () => {
    const first = batch();
    later(() => setBatch(8));
    now += 200;
    playground.edit((draft) => draft.discard());
    expect(batch()).toBe(first);
    history().undo();
    expect(batch()).toBe(8);
    history().undo();
    expect(batch()).toBe(first);
  });

  it("brings the preset and the files back with the settings", async () => {
    const before = playground.state.draft;
    later(() => playground.choosePreset("circle"));
    expect(playground.state.settingsSteps.past).toBe(1);
    history().undo();
    expect(playground.state).toMatchObject({ presetId: "points", draft: before });

    const file = { path: "mine/a.csv", file: new File(["1,2\n"], "a.csv") };
    await playground.loadFiles([file] as unknown as Parameters<Playground["loadFiles"]>[0]);
    const files = playground.state.files;
    expect(files).not.toBeNull();
    history().undo();
    expect(playground.state).toMatchObject({ files: null, draft: before });
    history().redo();
    expect(playground.state.files).toBe(files);
  });

  it("knows nothing of settings that came to nothing", async () => {
    service.failure = "unreadable";
    const before = playground.state.draft;
    expect(await playground.loadUrl("https://example.org/a.npy")).toBe(false);
    expect(playground.state.draft).toEqual(before);
    expect(playground.state.settingsSteps).toEqual({ past: 0, future: 0 });
  });

  it("takes back what was discarded, and settings that are not possible", () => {
    later(() => setBatch(8));
    later(() => playground.edit((draft) => draft.discard()));
    expect(playground.pendingChanges()).toEqual([]);
    history().undo();
    expect(batch()).toBe(8);
    later(() => setBatch(5000));
    expect(playground.state.draftErrors).not.toEqual([]);
    history().undo();
    expect(playground.state.draftErrors).toEqual([]);
    history().redo();
    expect(playground.state.draftErrors).not.toEqual([]);
  });

  it("prepares another run where the one that is there has not begun, and leaves one that has measured", async () => {
    const first = batch();
    setBatch(8);
    await settle();
    history().undo();
    await settle();
    expect(service.started.map(({ batchSize }) => batchSize)).toEqual([first, 8, first]);
    await playground.play();
    service.tellLoss(0, 1);
    later(() => setBatch(8));
    history().undo();
    history().redo();
    await settle();
    expect(service.started).toHaveLength(3);
    expect(playground.state.run?.config.batchSize).toBe(first);
  });

  it("remembers the last hundred", () => {
    for (let steps = 1; steps <= 150; steps++) later(() => playground.setField("steps", steps));
    expect(playground.state.settingsSteps.past).toBe(100);
    while (history().undo());
    expect(playground.state.draft.steps).toBe(50);
  });
});
