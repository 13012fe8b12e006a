import { describe, expect, it, vi } from "vitest";
import { english } from "../../../src/i18n/translate";
import { leaveLesson, openLesson } from "../../../src/session/lesson/changes";
import { EMPTY_LESSON } from "../../../src/session/lesson/lesson";
import type { Playground } from "../../../src/session/playground";
import { createApi } from "../../../src/session/playgroundApi";
import type { PlaygroundOptions } from "../../../src/session/playgroundOptions";
import { placeIn } from "../../../src/session/queue/state";
import { queueTime } from "../../../src/session/queue/timeLeft";
import { memoryText } from "../../../src/storage/keptText";
import { tinyConfig } from "../../support/experiment";
import type { FakeService } from "../fakeService";
import { settle } from "../loadedPlayground";
import { FakeBrowser, trainAndPause } from "../tabs/fakeBrowser";

interface Tab {
  service: FakeService;
  page: Playground;
}

/** A page with experiments of so many steps lined up. */
async function lined(steps: number[], options: PlaygroundOptions = {}): Promise<Tab> {
  const tab = await new FakeBrowser().tab(options);
  tab.page.queue.add(steps.map((n) => ({ config: tinyConfig({ steps: n }), presetId: null, name: `${n} steps` })));
  return tab;
}

/** The next runs do not begin before it is called. */
function heldStart({ service }: Tab): () => void {
  let begin: () => void = () => undefined;
  const start = service.start.bind(service);
  service.start = async (...of) => {
    await new Promise<void>((resolve) => {
      begin = resolve;
    });
    service.start = start;
    return start(...of);
  };
  return () => begin();
}

/** The run that is under way comes to its last step, and the queue to its next one. */
async function trainToEnd({ service, page }: Tab): Promise<void> {
  const { id, config } = page.state.run!;
  const { steps } = config;
  for (let step = 0; step < steps; step++) service.tellLoss(step, 1);
  service.tell({ type: "state", state: "finished" });
  await vi.waitFor(() => expect(page.state.run?.id !== id || !page.queue.state.isRunning).toBe(true));
  await settle();
}

const names = ({ page }: Tab) => page.queue.state.entries.map(({ name }) => name);
const kept = ({ page }: Tab) => page.state.history.map(({ name, stepsDone, ended }) => [name, stepsDone, ended]);
const saidBy = ({ page }: Tab) => page.queue.state.said && english(page.queue.state.said);

describe("the queue", () => {
  it("trains each to its end, keeps it under its name, goes on with the next, and says when it is through", async () => {
    const tab = await lined([2, 3, 4]);
    const through = tab.page.conductor.start();
    await settle();
    expect(tab.page.state.run).toMatchObject({ state: "running", config: { steps: 2 } });
    expect(tab.page.state.draft.steps).toBe(2);
    expect(placeIn(tab.page.queue.state)).toEqual({ place: 1, of: 3 });
    await trainToEnd(tab);
    expect(placeIn(tab.page.queue.state)).toEqual({ place: 2, of: 3 });
    await trainToEnd(tab);
    await trainToEnd(tab);
    await through;
    expect(kept(tab)).toEqual(
      expect.arrayContaining([
        ["2 steps", 2, "finished"],
        ["3 steps", 3, "finished"],
        ["4 steps", 4, "finished"],
      ]),
    );
    expect(tab.page.queue.state).toMatchObject({ entries: [], isRunning: false, trained: 3, skipped: 0 });
    expect(saidBy(tab)).toBe("The queue is through: 3 experiments were trained.");
  });

  it("trains nothing while a lesson is open, and says so", async () => {
    const tab = await lined([2, 3]);
    openLesson(tab.page, { ...EMPTY_LESSON, stop: 1 });
    const calls = [...tab.service.calls];
    await tab.page.conductor.start();
    expect(tab.service.calls).toEqual(calls);
    expect(names(tab)).toEqual(["2 steps", "3 steps"]);
    expect(saidBy(tab)).toBe("A lesson is open: leave it to train the queue.");
    leaveLesson(tab.page);
    void tab.page.conductor.start();
    await settle();
    expect(tab.page.queue.state).toMatchObject({ isRunning: true, said: null });
  });

  it("says where nothing keeps another tab from training it too", async () => {
    const without = await new FakeBrowser({ hasLocks: false }).tab();
    const tab = await new FakeBrowser().tab();
    expect([without, tab].map(({ page }) => page.queue.state.isGuarded)).toEqual([false, true]);
  });

  it("waits, and says why, where something breaks that is no experiment's fault; it can be started again", async () => {
    const tab = await lined([2, 3]);
    const [first] = tab.page.queue.state.entries;
    const pause = tab.service.pause.bind(tab.service);
    tab.service.pause = () => Promise.reject(new Error("the worker is gone"));
    const begin = heldStart(tab);
    const through = tab.page.conductor.start();
    await settle();
    tab.page.queue.remove(first!.id);
    begin();
    await through;
    expect(tab.page.queue.state.isRunning).toBe(false);
    expect(saidBy(tab)).toBe("the worker is gone");
    tab.service.pause = pause;
    void tab.page.conductor.start();
    await settle();
    expect(tab.page.state.run).toMatchObject({ state: "running", config: { steps: 3 } });
  });

  it("leaves out what cannot be started or breaks, with the reason, counted; tried again, it waits at the end", async () => {
    const tab = await lined([2, 3]);
    tab.page.queue.add([
      { config: tinyConfig({ dataset: { id: "files", name: "my birds" } }), presetId: null, name: "birds" },
    ]);
    tab.service.failure = "no such backend";
    const through = tab.page.conductor.start();
    await settle();
    expect(tab.page.state.run?.config.steps).toBe(3);
    tab.service.tell({ type: "failed", said: { id: "", text: "the device was lost" } });
    await through;
    const { refused, skipped } = tab.page.queue.state;
    expect(refused.map(({ entry, reason }) => [entry.name, english(reason)])).toEqual([
      ["2 steps", "no such backend"],
      ["3 steps", "the device was lost"],
      ["birds", expect.stringContaining("my birds")],
    ]);
    expect(skipped).toBe(3);
    expect(saidBy(tab)).toBe("The queue is through: 0 experiments were trained, 3 were left out.");
    tab.page.queue.retry(refused[0]!.entry.id);
    expect(names(tab)).toEqual(["2 steps"]);
    void tab.page.conductor.start();
    await settle();
    await trainToEnd(tab);
    expect(kept(tab)).toContainEqual(["2 steps", 2, "finished"]);
  });

  it("pauses with its run, and goes on with it", async () => {
    const tab = await lined([2, 3]);
    void tab.page.conductor.start();
    await settle();
    await tab.page.pause();
    await settle();
    expect(tab.page.queue.state.isRunning).toBe(true);
    await tab.page.play();
    await trainToEnd(tab);
    expect(names(tab)).toEqual(["3 steps"]);
  });

  it("waits where somebody starts another run", async () => {
    const tab = await lined([2, 3]);
    const through = tab.page.conductor.start();
    await settle();
    await tab.page.restart();
    await through;
    expect(tab.page.queue.state).toMatchObject({ isRunning: false, trained: 0 });
    expect(names(tab)).toEqual(["2 steps", "3 steps"]);
    expect(saidBy(tab)).toContain("The queue waits");
  });

  it("leaves a kept run that is looked at, and settings that were changed meanwhile, where they are", async () => {
    const tab = await lined([2, 3, 4]);
    void tab.page.conductor.start();
    await settle();
    await trainToEnd(tab);
    const [past] = tab.page.state.history;
    await tab.page.runs.open(past!.id);
    tab.page.setField("batchSize", 8);
    await trainToEnd(tab);
    expect(tab.page.state.run?.config.steps).toBe(4);
    expect(tab.page.state.opened?.id).toBe(past!.id);
    expect(tab.page.state.draft.batchSize).toBe(8);
  });

  it("takes one out, also the one that is under way, whose steps are kept; and all", async () => {
    const tab = await lined([2, 3, 4]);
    const through = tab.page.conductor.start();
    await settle();
    tab.service.tellLoss(0, 1);
    const [first, second] = tab.page.queue.state.entries;
    await tab.page.conductor.cancel(second!.id);
    await tab.page.conductor.cancel(first!.id);
    await vi.waitFor(() => {
      expect(tab.page.state.run).toMatchObject({ state: "running", config: { steps: 4 } });
      expect(kept(tab)).toContainEqual(["", 1, "stopped"]);
    });
    await tab.page.conductor.cancelAll();
    await through;
    expect(tab.page.state.run?.state).toBe("paused");
    expect(tab.page.queue.state).toMatchObject({ entries: [], isRunning: false, said: null });
  });

  it("taken out while it is prepared, does not train", async () => {
    const tab = await lined([2]);
    const begin = heldStart(tab);
    const through = tab.page.conductor.start();
    await settle();
    await tab.page.conductor.cancelAll();
    expect(tab.service.calls).toContain("cancelLoading");
    begin();
    await through;
    expect(tab.page.state.run?.state).toBe("paused");
    expect(tab.page.queue.state).toMatchObject({ entries: [], refused: [], isRunning: false });
  });

  it("stopped, leaves its run to itself, and takes it up again when started", async () => {
    const tab = await lined([2, 3]);
    const first = tab.page.conductor.start();
    await settle();
    tab.page.conductor.stop();
    await first;
    const { id } = tab.page.state.run!;
    expect(tab.page.state.run?.state).toBe("running");
    await trainToEnd(tab);
    expect(names(tab)).toEqual(["2 steps", "3 steps"]);
    void tab.page.conductor.start();
    await vi.waitFor(() => expect(tab.page.state.run?.config.steps).toBe(3));
    expect(tab.page.state.history.map((run) => run.id)).toContain(id);
    expect(tab.page.queue.state).toMatchObject({ trained: 1 });
  });

  it("is there after a reload, waits to be started, and goes on from the checkpoint of the run that was cut short", async () => {
    const [browser, queue] = [new FakeBrowser(), memoryText()];
    const lost = await browser.tab({ queue });
    lost.page.queue.add([{ config: tinyConfig({ steps: 5 }), presetId: null }]);
    void lost.page.conductor.start();
    await settle();
    const id = await trainAndPause(lost);
    browser.close(lost);

    const next = await browser.tab({ queue });
    expect(next.page.queue.state).toMatchObject({ isRunning: false, entries: [{ runId: id }] });
    void next.page.conductor.start();
    await settle();
    expect(next.page.state.run).toMatchObject({ id, step: 2, state: "running" });
  });

  it("knows how long it takes where something alike was timed, and says of how many nothing was", async () => {
    const tab = await lined([100, 200]);
    expect(queueTime(tab.page.state)).toEqual({ least: 0, most: 0, untimed: 2 });
    const [first] = tab.page.queue.state.entries;
    const run = { ...tab.page.state.run!, config: first!.config, step: 100, trainedMs: 1000 };
    tab.page.queue.add([
      { config: tinyConfig({ dataset: { id: "points", layout: "gaussians" }, seeds: 4 }), presetId: null },
    ]);
    const other = { ...tinyConfig().encoder, width: 16 };
    tab.page.queue.add([{ config: tinyConfig({ encoder: other }), presetId: null }]);
    const { least, most, untimed } = queueTime({ ...tab.page.state, run });
    expect(least).toBe(3000 + 70);
    expect(most).toBe(3000 + 140);
    expect(untimed).toBe(1);
  });

  it("is filled, started and emptied from the console", async () => {
    const tab = await lined([]);
    const { queue } = createApi(tab.page, "1.2.3", Promise.resolve());
    queue.add(tinyConfig({ steps: 2 }), "mine");
    expect(() => queue.add({ batchSize: 1 })).toThrow("batchSize");
    expect(queue().map(({ name }) => name)).toEqual(["mine"]);
    const through = queue.start();
    await settle();
    await trainToEnd(tab);
    expect(await through).toEqual({ trained: 1, skipped: 0 });
    queue.add({});
    await queue.clear();
    expect(queue()).toEqual([]);
  });
});
