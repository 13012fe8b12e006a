import { describe, expect, it, vi } from "vitest";
import { verbatim } from "../../../src/i18n/errors";
import type { Playground } from "../../../src/session/playground";
import { runsApi } from "../../../src/session/runs/api";
import { type History, historyIn, memoryHistory } from "../../../src/storage/runs/history";
import { memoryRuns } from "../../../src/storage/runs/runStore";
import type { FakeService } from "../fakeService";
import { loadedPlayground } from "../loadedPlayground";
import { FakeBrowser, trainAndPause as trainTwoSteps } from "../tabs/fakeBrowser";

const FULL = new DOMException("no room", "QuotaExceededError");

/** A history of which each part fails as long as the test says so. */
function failing(): { history: History; fails: Map<string, unknown> } {
  const history = memoryHistory();
  const fails = new Map<string, unknown>();
  const guarded = <Given extends unknown[], R>(name: string, work: (...given: Given) => Promise<R>) => {
    return (...given: Given) => (fails.has(name) ? Promise.reject(fails.get(name)) : work(...given));
  };
  const { keep, remove, restore } = history;
  return {
    history: {
      ...history,
      keep: guarded("keep", keep),
      restore: guarded("restore", restore),
      remove: (key) => guarded(`remove ${key}`, remove)(key),
    },
    fails,
  };
}

type Page = { playground: Playground; service: FakeService };

/** Trains some steps, then pauses. */
async function trainAndPause({ playground, service }: Page, steps = 2): Promise<string> {
  await playground.play();
  for (let step = 0; step < steps; step++) service.tellLoss(step, 1);
  await playground.pause();
  await playground.runs.archive.done();
  return playground.state.run!.id;
}

/** Two kept runs, the newer one on the page. */
async function twoRuns(page: Page): Promise<string[]> {
  const first = await trainAndPause(page);
  await page.playground.restart();
  return [first, await trainAndPause(page)];
}

const idsOf = ({ playground }: Page) => playground.state.history.map(({ id }) => id);

describe("runs that are deleted", () => {
  it("can still be put back after putting them back has failed", async () => {
    const { history, fails } = failing();
    const page = await loadedPlayground({ history });
    const id = await trainAndPause(page);
    const { runs } = page.playground;
    await runs.remove([id]);
    fails.set("restore", FULL);
    await runs.restore();
    expect(page.playground.state).toMatchObject({ removed: { count: 1 }, notices: [{ kind: "storageFull" }] });
    fails.clear();
    await runs.restore();
    expect(idsOf(page)).toEqual([id]);
    expect(page.playground.state.removed).toBeNull();
    expect(await runs.open(id)).toBe(true);
  });

  it("are off the list where another one could not be deleted, which stays", async () => {
    const { history, fails } = failing();
    const page = await loadedPlayground({ history });
    const [first, second] = (await twoRuns(page)) as [string, string];
    fails.set(`remove ${second}`, new Error("refused"));
    const { playground } = page;
    expect(await playground.runs.remove([first, second])).toBe(1);
    expect(playground.state).toMatchObject({
      removed: { count: 1 },
      notices: [{ kind: "historyUnavailable", detail: verbatim("refused") }],
    });
    expect(idsOf(page)).toEqual([second]);
    await playground.runs.restore();
    expect(idsOf(page)).toEqual([second, first]);
    expect(await playground.runs.open(first)).toBe(true);
  });

  it("are followed by a document that cannot be read, which then is what can be put back", async () => {
    const store = memoryRuns();
    await store.put({ id: "junk" }, undefined);
    const page = await loadedPlayground({ history: historyIn(store) });
    const { runs } = page.playground;
    const [first, second] = (await twoRuns(page)) as [string, string];
    await runs.archive.load();
    await runs.remove([first, second]);
    await runs.remove([page.playground.state.unreadable.runs[0]!.key]);
    expect(page.playground.state).toMatchObject({ removed: { count: 1 }, unreadable: { runs: [] } });
    await runs.restore();
    expect(page.playground.state).toMatchObject({
      removed: null,
      history: [],
      unreadable: { runs: [{ key: "junk" }] },
    });
  });

  it("are an error to a script where they stay", async () => {
    const { history, fails } = failing();
    const page = await loadedPlayground({ history });
    const id = await trainAndPause(page);
    const runs = runsApi(page.playground, Promise.resolve());
    fails.set(`remove ${id}`, new Error("refused"));
    await expect(runs.delete(id)).rejects.toThrow(`The run ${id} was not deleted`);
    fails.clear();
    await runs.delete(id);
    expect(await runs()).toEqual([]);
  });
});

describe("a run that was deleted and comes onto the page again", () => {
  it("is kept from then on; undoing the deletion leaves what is newer", async () => {
    const tab = await new FakeBrowser().tab();
    const { page, service } = tab;
    const id = await trainTwoSteps(tab);
    const file = await page.checkpoints.save();
    await page.restart();
    await page.runs.remove([id]);
    expect(await page.checkpoints.open(file)).toBe(true);
    expect(page.state.run).toMatchObject({ id, step: 2 });
    service.tellLoss(2, 1);
    page.keepRun();
    await page.runs.archive.done();
    expect(page.state.history).toMatchObject([{ id, stepsDone: 3 }]);
    await page.runs.restore();
    expect(page.state.history).toMatchObject([{ id, stepsDone: 3 }]);
  });
});

describe("a disk that was full", () => {
  it("is no longer once a save has worked: a run that trains is saved every so often again", async () => {
    const { history, fails } = failing();
    const page = await loadedPlayground({ history });
    fails.set("keep", FULL);
    await trainAndPause(page);
    fails.clear();
    page.playground.keepRun();
    await page.playground.runs.archive.done();
    expect(page.playground.state.history).toMatchObject([{ stepsDone: 2 }]);

    const now = vi.spyOn(performance, "now");
    const begun = performance.now();
    await page.playground.play();
    now.mockReturnValue(begun + 100_000);
    page.service.tellLoss(2, 1);
    await page.playground.runs.archive.done();
    expect(page.playground.state.history).toMatchObject([{ stepsDone: 3 }]);
    now.mockRestore();
  });
});

describe("records that are brought while other runs come", () => {
  it("are counted as known where they are known", async () => {
    const page = await loadedPlayground();
    await trainAndPause(page);
    const { runs } = page.playground;
    const record = page.playground.record();
    const known = new File([JSON.stringify(record)], "a.json");
    const other = { ...record, startedAt: "2026-01-01T00:00:00.000Z" };
    known.text = async () => {
      // Another one arrives just before this one is looked for.
      await runs.import(other);
      return JSON.stringify(record);
    };
    const { imported, known: count } = await runs.importFiles([known]);
    expect([imported, count]).toEqual([0, 1]);
    expect(page.playground.state.history).toHaveLength(2);
  });
});
