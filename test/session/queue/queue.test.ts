import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQueue, writtenQueue } from "../../../src/session/queue/entry";
import { Queue } from "../../../src/session/queue/queue";
import { moved } from "../../../src/session/queue/state";
import { memoryText } from "../../../src/storage/keptText";
import { tinyConfig } from "../../support/experiment";
import { FakeBrowser } from "../tabs/fakeBrowser";

const CONFIG = tinyConfig();
const ENTRY = { id: "a", name: "mine", config: CONFIG, presetId: null, runId: null };

describe("a queue that was kept", () => {
  it("is read as it was written", () => {
    const entries = [ENTRY, { ...ENTRY, id: "b", presetId: "points", runId: "run" }];
    expect(readQueue(writtenQueue(entries))).toEqual({ entries, unread: 0 });
    expect(readQueue(null)).toEqual({ entries: [], unread: 0 });
  });

  it("counts what it cannot read, and has the rest", () => {
    const wrong = { ...ENTRY, id: "b", config: { ...CONFIG, batchSize: -1 } };
    const text = JSON.stringify([wrong, ENTRY, 7, ENTRY, { ...ENTRY, id: "c", presetId: "ofTomorrow" }]);
    const { entries, unread } = readQueue(text);
    expect(entries).toEqual([ENTRY, { ...ENTRY, id: "c" }]);
    expect(unread).toBe(3);
    expect(readQueue("no JSON")).toEqual({ entries: [], unread: 1 });
  });

  it("may be anything", () => {
    fc.assert(fc.property(fc.string(), (text) => readQueue(text).entries.length === 0));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ENTRY)), fc.jsonValue(), (key, value) => {
        const { entries, unread } = readQueue(JSON.stringify([{ ...ENTRY, [key]: value }]));
        return entries.length + unread === 1;
      }),
    );
  });
});

describe("the line", () => {
  it("is moved within by places, as far as there are any", () => {
    const line = ["a", "b", "c"].map((id) => ({ ...ENTRY, id }));
    const order = (id: string, by: number) => moved(line, id, by).map((entry) => entry.id);
    expect(order("a", 1)).toEqual(["b", "a", "c"]);
    expect(order("c", -1)).toEqual(["a", "c", "b"]);
    expect(order("a", -1)).toEqual(["a", "b", "c"]);
    expect(order("b", 9)).toEqual(["a", "c", "b"]);
    expect(order("none", 1)).toEqual(["a", "b", "c"]);
  });

  it("outlives a reload with its order, names and what was refused, and takes nothing that is no experiment", async () => {
    const [browser, kept] = [new FakeBrowser(), memoryText()];
    const { queue } = (await browser.tab({ queue: kept })).page;
    queue.add([
      { config: CONFIG, presetId: null, name: "first" },
      { config: { ...CONFIG, seeds: 1 }, presetId: "points" },
    ]);
    const [first, second] = queue.state.entries;
    queue.rename(second!.id, "second");
    queue.move(second!.id, -1);
    queue.refuse(first!, { id: "", text: "" });
    expect(() => queue.add([{ config: { batchSize: -1 }, presetId: null }])).toThrow("batchSize");

    const { state } = (await browser.tab({ queue: kept })).page.queue;
    expect(state.entries.map(({ name }) => name)).toEqual(["second", "first"]);
    expect(state).toMatchObject({ isRunning: false, refused: [], unread: 0 });
  });

  it("keeps what is under way in its place", async () => {
    const { page } = await new FakeBrowser().tab();
    const queue = new Queue(page.store, memoryText());
    queue.add(["a", "b", "c"].map((name) => ({ config: CONFIG, presetId: null, name })));
    queue.change({ isRunning: true });
    queue.move(queue.state.entries[2]!.id, -9);
    queue.move(queue.state.entries[0]!.id, 1);
    expect(queue.state.entries.map(({ name }) => name)).toEqual(["a", "c", "b"]);
  });
});
