import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyIn } from "../../../src/storage/runs/history";
import { type PastRun, pastRun, readPastRun } from "../../../src/storage/runs/pastRun";
import { memoryRuns, type RunStore } from "../../../src/storage/runs/runStore";
import { EMPTY_RECORD } from "../../support/emptyRecord";

const RUN = { ...pastRun(EMPTY_RECORD, "points"), id: "a" };
const LATER = { ...RUN, id: "b", startedAt: "2026-01-01T00:00:00.000Z" };
const arms = [...RUN.config.arms, { objective: "ofTomorrow" as "flatNce" }];
const OF_TOMORROW: PastRun = { ...RUN, id: "c", config: { ...RUN.config, arms } };

/** A store with anything in it. */
function storeOf(...contents: [IDBValidKey, unknown][]): RunStore {
  return { ...memoryRuns(), entries: async () => contents };
}

describe("a past run", () => {
  it("is read as it was kept", () => {
    expect(readPastRun(RUN)).toEqual({ ok: true, config: RUN });
  });

  it("of version 1, which kept no curves, is read as one without them", async () => {
    const { id, presetId, note, config, environment, startedAt, durationMs, stepsDone, summary, paired } = RUN;
    const store = memoryRuns();
    await store.put({ id, presetId, note, config, environment, startedAt, durationMs, stepsDone, summary, paired });
    const history = historyIn(store);
    expect((await history.all()).documents).toEqual([
      { ...RUN, columnBytes: null, ended: null, thumbnail: [], name: "" },
    ]);
    await expect(history.series(id)).rejects.toThrow("kept without its curves");
  });

  it("is read although its picture cannot be drawn", () => {
    expect(readPastRun({ ...RUN, thumbnail: [{ metric: "ofTomorrow" }] })).toEqual({ ok: true, config: RUN });
  });

  it("is read although it has metrics that this version does not know", () => {
    const summary = { ...RUN.summary, ofTomorrow: [{ mean: 1, sd: null, n: 1 }] };
    const paired = [{ metric: "ofTomorrow", armA: 0, armB: 1, difference: 0, ci95: null, n: 1 }];
    expect(readPastRun({ ...RUN, summary, paired })).toEqual({ ok: true, config: RUN });
  });

  it("is refused with the reason where this version does not know what was trained", () => {
    const result = readPastRun(OF_TOMORROW);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.errors.map(({ path }) => path)).toEqual([
      `config.arms[${RUN.config.arms.length}].objective`,
    ]);
  });

  it("may be anything", () => {
    fc.assert(fc.property(fc.anything(), (content) => !readPastRun(content).ok));
    const [keys, values] = [Object.keys(RUN), fc.anything()];
    fc.assert(
      fc.property(fc.constantFrom(...keys), values, (key, value) => {
        readPastRun({ ...RUN, [key]: value });
      }),
    );
  });
});

describe("the history", () => {
  it("lists what cannot be read beside what can, newest first", async () => {
    const history = historyIn(storeOf(["a", RUN], ["b", LATER], ["c", OF_TOMORROW], [7, null]));
    const { documents, unreadable } = await history.all();
    expect(documents.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(unreadable).toMatchObject([
      { key: "c", content: OF_TOMORROW },
      { key: 7, content: null },
    ]);
  });

  it("keeps of a run what this version does not know when its note is changed", async () => {
    const store = memoryRuns();
    const history = historyIn(store);
    await store.put({ ...RUN, ofTomorrow: 1 } as PastRun);
    await history.remark("a", { note: "a note" });
    expect(await store.get("a")).toEqual({ ...RUN, note: "a note", ofTomorrow: 1 });
  });
});
