import { afterEach, describe, expect, it } from "vitest";
import { recordSchema } from "../../src/record/record";
import type { Playground } from "../../src/session/playground";
import { createApi } from "../../src/session/playgroundApi";
import { memoryHistory } from "../../src/storage/runs/history";
import { tinyConfig } from "../support/experiment";
import { measuredBy, openPage, playToEnd } from "./checkpoints/pageUnderTest";

const CONFIG = tinyConfig({ steps: 8, backend: "wasm" });
const pages: Playground[] = [];
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.service.stop()));
});

async function page(options = {}): Promise<Playground> {
  const opened = await openPage(CONFIG, options);
  pages.push(opened);
  return opened;
}

describe("a run on the page that is changed while it goes on", () => {
  it("takes over what it can of the settings, and leaves the rest to the next run", async () => {
    const playground = await page();
    await playground.step(3);
    playground.setField("temperature", 0.4);
    playground.setField("batchSize", 8);
    await playground.liveChanges.applyDraft();
    expect(playground.pendingChanges().map(({ path }) => path)).toEqual(["batchSize"]);
    expect(playground.state.run).toMatchObject({ changes: [{ step: 3, patch: { temperature: 0.4 } }], step: 3 });
    expect(playground.state.run?.config).toMatchObject({ temperature: 0.4, batchSize: 4 });
    expect(playground.state.notices).toEqual([]);
  });

  it("has a record that repeats it: its config as it began, with its changes", async () => {
    const playground = await page();
    const api = createApi(playground, "test", Promise.resolve());
    await api.step(3);
    await api.change({ optimizer: { learningRate: 0.05 } });
    expect(playground.pendingChanges()).toEqual([]);
    expect(playground.state.draft.optimizer.learningRate).toBe(0.05);
    await playToEnd(playground);
    const record = recordSchema.parse(JSON.parse(JSON.stringify(api.record())));
    expect(record).toMatchObject({ schema: 2, config: CONFIG });
    expect(record.changes).toEqual([{ step: 3, patch: { optimizer: { learningRate: 0.05 } } }]);
    const again = await api.run(record.config, { changes: record.changes! });
    const unlike = { startedAt: "", durationMs: 0, clock: null };
    expect({ ...again, ...unlike }).toEqual({ ...record, ...unlike });
    expect((await api.run(record.config)).learners).not.toEqual(record.learners);
  });

  it("goes on after its end with more steps, and from its checkpoint, to the bit", async () => {
    const playground = await page();
    await playToEnd(playground);
    playground.setField("steps", 14);
    await playground.liveChanges.applyDraft();
    await playToEnd(playground);
    expect(playground.record()).toMatchObject({ stepsDone: 14, changes: [{ step: 8, patch: { steps: 14 } }] });
    const other = await page();
    await playToEnd(other);
    await other.liveChanges.change({ steps: 14 });
    expect(other.state.run?.state).toBe("paused");
    await other.step(2);
    const file = await other.checkpoints.save();
    const third = await page();
    expect(await third.checkpoints.open(file)).toBe(true);
    expect(third.state.run).toMatchObject({ step: 10, config: { steps: 14 } });
    await playToEnd(third);
    expect(measuredBy(third)).toEqual(measuredBy(playground));
  });

  it("is kept and opened with its changes", async () => {
    const playground = await page({ history: memoryHistory() });
    await playground.step(2);
    await playground.liveChanges.change({ temperature: 0.5 });
    await playground.step(2);
    await playground.runs.archive.done();
    const { id } = playground.state.run!;
    const { startedAt, learners, ...record } = await playground.runs.record(id);
    expect(record).toMatchObject({ config: CONFIG, changes: [{ step: 2, patch: { temperature: 0.5 } }] });
    await playground.runs.open(id);
    expect(playground.state.opened?.config.temperature).toBe(0.5);
  });

  it("stays as it was where it cannot take a change over, and the page says so", async () => {
    const playground = await page();
    await expect(playground.liveChanges.change({ seeds: 5 })).rejects.toThrow("another seeds");
    await playground.step(4);
    playground.setField("steps", 2);
    await playground.liveChanges.applyDraft();
    expect(playground.state.notices).toMatchObject([{ kind: "changeRefused" }]);
    expect(playground.state.run?.config).toEqual(CONFIG);
  });
});
