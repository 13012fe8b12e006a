import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import { verbatim } from "../../../src/i18n/errors";
import { english } from "../../../src/i18n/translate";
import { Playground } from "../../../src/session/playground";
import { DEFAULT_VIEW } from "../../../src/session/view";
import { historyIn, memoryHistory } from "../../../src/storage/runs/history";
import { memoryRuns } from "../../../src/storage/runs/runStore";
import type { FakeService } from "../fakeService";
import { loadedPlayground, settle } from "../loadedPlayground";

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
    await playground.runs.archive.done();
    expect(playground.state.history).toHaveLength(1);
    await playground.runs.archive.remark(playground.state.history[0]!, { note: "a note" });
    expect(playground.state.history[0]?.note).toBe("a note");
    await playground.runs.remove([playground.state.history[0]!.id]);
    expect(playground.state.history).toEqual([]);
  });

  it("lists a run that is stopped at once, and only once", async () => {
    service.tellLoss(0, 1);
    await settle();
    await playground.stop();
    await settle();
    await playground.runs.archive.done();
    expect(playground.state.run).toMatchObject({ state: "finished", step: 1 });
    expect(playground.state.history.map(({ stepsDone }) => stepsDone)).toEqual([1]);
    await playground.restart();
    await settle();
    expect(playground.state.history).toHaveLength(1);
  });

  it("says that runs cannot be kept, and goes on", async () => {
    const refuses = () => Promise.reject(new Error("storage is full"));
    const fresh = new Playground(service, { history: { ...memoryHistory(), keep: refuses }, redrawInterval: 0 });
    await fresh.load({ presetId: "points", config: presetConfig("points"), view: DEFAULT_VIEW });
    service.tellLoss(0, 1);
    await settle();
    await fresh.stop();
    await fresh.runs.archive.done();
    expect(fresh.state.notices).toMatchObject([{ kind: "historyUnavailable", detail: verbatim("storage is full") }]);
    expect(await fresh.restart()).toBe(true);
  });

  it("lists apart what it cannot read, and deletes it when asked to", async () => {
    const store = memoryRuns();
    await store.put({ id: "junk", startedAt: "2026-01-01T00:00:00.000Z" });
    const fresh = new Playground(service, { history: historyIn(store), redrawInterval: 0 });
    await fresh.runs.archive.load();
    const { history, unreadable } = fresh.state;
    expect(history).toEqual([]);
    expect(unreadable.runs.map(({ key }) => key)).toEqual(["junk"]);
    await fresh.runs.archive.remove([unreadable.runs[0]!.key]);
    expect(fresh.state.unreadable.runs).toEqual([]);
    expect(await store.entries()).toEqual([]);
  });
});

const done = () => playground.runs.archive.done();
const kept = () => playground.state.history;

/** Trains some steps, then pauses. */
async function trainAndPause(steps: number): Promise<void> {
  await playground.play();
  for (let step = 0; step < steps; step++) service.tellLoss(step, step + 0.25);
  await playground.pause();
  await done();
}

describe("a run that is kept", () => {
  it("is there at a pause, as interrupted, and can be opened as it was", async () => {
    await trainAndPause(3);
    expect(kept()).toMatchObject([{ id: playground.state.run?.id, ended: "interrupted", stepsDone: 3 }]);
    expect(kept()[0]?.columnBytes).toBeGreaterThan(0);
    expect(kept()[0]?.thumbnail.map(({ metric }) => metric)).toEqual(["infoNce"]);
    const { id } = kept()[0]!;
    expect(await playground.runs.open(id)).toBe(true);
    expect(playground.state.opened?.columns.series(0)).toEqual(playground.state.run?.columns.series(0));
    expect(await playground.runs.record(id)).toEqual({ ...playground.record(), durationMs: kept()[0]?.durationMs });
    await playground.play();
    expect(playground.state.opened).toBeNull();
  });

  it("has its end once it has come, and what was said of it meanwhile", async () => {
    await trainAndPause(2);
    await playground.runs.archive.remark(kept()[0]!, { name: "mine", tags: ["a"], starred: true });
    service.tellLoss(2, 1);
    service.tell({ type: "state", state: "finished" });
    await done();
    expect(kept()).toMatchObject([{ ended: "stopped", stepsDone: 3, name: "mine", tags: ["a"], starred: true }]);
    await playground.runs.archive.load();
    expect(kept()).toMatchObject([{ ended: "stopped", stepsDone: 3, name: "mine", tags: ["a"], starred: true }]);
  });

  it("was stopped where somebody began anew", async () => {
    await trainAndPause(2);
    await playground.restart();
    await done();
    expect(kept()).toMatchObject([{ ended: "stopped", stepsDone: 2 }]);
  });

  it("is kept when the page goes, without waiting for anything", async () => {
    await playground.play();
    service.tellLoss(0, 1);
    playground.keepRun(true);
    await settle();
    expect(kept()).toMatchObject([{ ended: "interrupted", stepsDone: 1 }]);
    expect(await playground.runs.open(kept()[0]!.id)).toBe(true);
  });

  it("is saved every so often while it goes on", async () => {
    const now = vi.spyOn(performance, "now");
    const begun = performance.now();
    await playground.play();
    const trainAt = async (step: number, seconds: number) => {
      now.mockReturnValue(begun + 1000 * seconds);
      service.tellLoss(step, 1);
      await done();
    };
    await trainAt(0, 2);
    expect(kept()).toEqual([]);
    await trainAt(1, 4);
    expect(kept()).toMatchObject([{ ended: "interrupted", stepsDone: 2 }]);
    await trainAt(2, 9);
    expect(kept()).toMatchObject([{ stepsDone: 2 }]);
    await trainAt(3, 11);
    expect(kept()).toMatchObject([{ stepsDone: 4 }]);
    // Twice as long each time, up to half a minute.
    for (const seconds of [30, 60, 95, 130]) await trainAt(seconds, seconds);
    await trainAt(150, 159);
    expect(kept()).toMatchObject([{ stepsDone: 131 }]);
    await trainAt(160, 161);
    expect(kept()).toMatchObject([{ stepsDone: 161 }]);
    now.mockRestore();
  });

  it("is not kept where the page trained it unasked, until somebody plays it", async () => {
    await playground.playUnasked(2);
    service.tellLoss(0, 1);
    await playground.pause();
    playground.keepRun();
    await playground.restart();
    await done();
    expect(kept()).toEqual([]);
    await trainAndPause(1);
    expect(kept()).toHaveLength(1);
  });

  it("comes back when its deletion is undone, and not with the next save", async () => {
    await trainAndPause(2);
    const [before] = kept();
    await playground.runs.remove([before!.id]);
    expect(playground.state.removed).toEqual({ count: 1 });
    service.tellLoss(2, 1);
    await playground.pause();
    await done();
    expect(kept()).toEqual([]);
    await playground.runs.restore();
    expect(kept()).toEqual([before]);
    expect(await playground.runs.open(before!.id)).toBe(true);
  });
});

describe("a deletion after another", () => {
  it("is news, although as many are deleted: the focus follows each", async () => {
    await trainAndPause(2);
    await playground.restart();
    await trainAndPause(3);
    const [first, second] = kept();
    await playground.runs.remove([first!.id]);
    const before = playground.state.removed;
    await playground.runs.remove([second!.id]);
    expect(playground.state.removed).toEqual(before);
    expect(playground.state.removed).not.toBe(before);
  });
});

describe("a run whose first step takes longer than the time until its first save", () => {
  afterEach(() => vi.restoreAllMocks());

  it("is saved once it has made some", async () => {
    await playground.play();
    const now = performance.now() + 60_000;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const layers = { step: 0, names: [], gradientVariance: [], gradientNoise: [] };
    service.tell({ type: "layers", layers: { ...layers, varianceQuantiles: { p10: [], p50: [], p90: [] } } });
    await done();
    service.tellLoss(0, 1);
    await done();
    expect(kept()).toMatchObject([{ stepsDone: 1 }]);
  });
});

describe("a run that is labeled anew after it was saved", () => {
  it("is saved again with its labels, without a further step", async () => {
    await trainAndPause(2);
    const [first, ...others] = playground.state.draft.arms;
    playground.setField("arms", [{ ...first, label: "mine" }, ...others]);
    await settle();
    await done();
    expect(playground.state.run?.startConfig.arms[0]?.label).toBe("mine");
    expect(kept()).toMatchObject([{ stepsDone: 2, config: { arms: [{ label: "mine" }, {}] } }]);
  });
});

describe("a record from outside", () => {
  const file = (name: string, content: unknown) =>
    new File([typeof content === "string" ? content : JSON.stringify(content)], name);

  it("is kept with its curves, once, and what is none is counted with its reason", async () => {
    await trainAndPause(3);
    const record = { ...playground.record(), startedAt: "2026-01-01T00:00:00.000Z" };
    const strange = { ...record, learners: [{ arm: 7, seed: 1, series: { step: [] } }] };
    const files = [file("a.json", record), file("b.json", "{"), file("c.json", strange), file("again.json", record)];
    const { imported, known, left } = await playground.runs.importFiles(files);
    expect([imported, known]).toEqual([1, 1]);
    expect(left.map((said) => english(said))).toEqual([
      expect.stringMatching(/^b\.json: is not JSON: /),
      "c.json: learners[0]: is of no arm and seed of its config (2 arms, 3 seeds)",
    ]);
    const { id } = kept().find(({ startedAt }) => startedAt === record.startedAt)!;
    const { summary, learners } = await playground.runs.record(id);
    expect({ summary, learners }).toEqual({ summary: record.summary, learners: record.learners });
  });

  it("may lack learners, of which nothing was measured then", async () => {
    await trainAndPause(2);
    const record = playground.record();
    const { run } = await playground.runs.import({ ...record, stepsDone: 1, learners: record.learners.slice(1) });
    const { learners } = await playground.runs.record(run.id);
    expect(learners.slice(1)).toEqual(record.learners.slice(1));
    expect(learners[0]?.series.infoNce).toEqual([null, null]);
  });
});
