import { describe, expect, it } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import { Playground } from "../../../src/session/playground";
import { DEFAULT_VIEW } from "../../../src/session/view";
import { historyIn } from "../../../src/storage/runs/history";
import type { PastRun } from "../../../src/storage/runs/pastRun";
import { memoryRuns } from "../../../src/storage/runs/runStore";
import type { Contents } from "../../../src/storage/unreadable";
import { loadedPlayground, settle } from "../loadedPlayground";

describe("a history that cannot be read at first", () => {
  /** A store with a run, which a page trains beside that could not read it, or not yet. */
  async function pageBeside(all: (read: () => Promise<Contents<PastRun>>) => Promise<Contents<PastRun>>) {
    const history = historyIn(memoryRuns());
    const [first, second] = [await loadedPlayground({ history }), await loadedPlayground()];
    first.service.tellLoss(0, 1);
    first.service.tell({ type: "state", state: "finished" });
    await first.playground.runs.archive.done();
    const id = first.playground.state.history[0]!.id;
    await first.playground.runs.archive.remark({ id }, { name: "kept before" });
    const page = new Playground(second.service, {
      history: { ...history, all: () => all(() => history.all()) },
      redrawInterval: 0,
    });
    await page.load({ presetId: "points", config: presetConfig("points"), view: DEFAULT_VIEW });
    const train = async () => {
      second.service.tellLoss(0, 1);
      second.service.tell({ type: "state", state: "finished" });
      await page.runs.archive.done();
    };
    return { page, id, train };
  }

  it("is read once something could be written, so that no run is missing from the list", async () => {
    let isBroken = true;
    const { page, id, train } = await pageBeside((read) => (isBroken ? Promise.reject(new Error("no room")) : read()));
    await page.runs.archive.load();
    expect(page.state.history).toEqual([]);
    isBroken = false;
    await train();
    expect(page.state.history.map((run) => run.id)).toEqual([page.state.run!.id, id]);
    expect(page.state.history[1]?.name).toBe("kept before");
  });

  it("lists also what was written while it was being read", async () => {
    let goOn = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { page, id, train } = await pageBeside(async (read) => {
      const before = await read();
      await gate;
      return before;
    });
    const loading = page.runs.archive.load();
    await settle();
    await train();
    goOn();
    await loading;
    expect(page.state.history.map((run) => run.id)).toEqual([page.state.run!.id, id]);
  });
});
