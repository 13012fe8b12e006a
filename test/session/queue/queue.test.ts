import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { verbatim } from "../../../src/i18n/errors";
import type { Said } from "../../../src/i18n/message";
import { english } from "../../../src/i18n/translate";
import { lineUp } from "../../../src/session/actions/run/queue";
import type { Playground } from "../../../src/session/playground";
import { readQueue, writtenQueue } from "../../../src/session/queue/entry";
import { Queue } from "../../../src/session/queue/queue";
import { moved } from "../../../src/session/queue/state";
import { memoryText } from "../../../src/storage/keptText";
import { tinyConfig } from "../../support/experiment";
import { settle } from "../loadedPlayground";
import { FakeBrowser, trainAndPause } from "../tabs/fakeBrowser";

const CONFIG = tinyConfig();
const ENTRY = { id: "a", name: "mine", config: CONFIG, presetId: null, runId: null };

interface Tab {
  page: Playground;
}

const NOTHING = { entries: [], refused: [], unread: [] };

describe("a queue that was kept", () => {
  it("is read as it was written, with what was left out and why", () => {
    const entries = [ENTRY, { ...ENTRY, id: "b", presetId: "points", runId: "run" }];
    const refused = [{ entry: { ...ENTRY, id: "c" }, reason: verbatim("no such backend") }];
    const queue = { entries, refused, unread: [7, "text", { of: "tomorrow" }] };
    expect(readQueue(writtenQueue(queue))).toEqual(queue);
    expect(writtenQueue(NOTHING)).toBeNull();
    expect(readQueue(null)).toEqual(NOTHING);
  });

  it("has what it can read, and keeps the rest as it is", () => {
    const wrong = { ...ENTRY, id: "b", config: { ...CONFIG, batchSize: -1 } };
    const text = JSON.stringify([wrong, ENTRY, 7, ENTRY, { ...ENTRY, id: "c", presetId: "ofTomorrow" }]);
    const queue = readQueue(text);
    expect(queue.entries).toEqual([ENTRY, { ...ENTRY, id: "c" }]);
    expect(queue.unread).toEqual([wrong, 7, ENTRY]);
    expect(readQueue(writtenQueue(queue))).toEqual(queue);
    expect(readQueue("no JSON")).toEqual({ ...NOTHING, unread: ["no JSON"] });
  });

  it("may be anything", () => {
    fc.assert(fc.property(fc.string(), (text) => readQueue(text).entries.length === 0));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ENTRY), "refused"), fc.jsonValue(), (key, value) => {
        const { entries, refused, unread } = readQueue(JSON.stringify([{ ...ENTRY, [key]: value }]));
        return entries.length + refused.length + unread.length === 1;
      }),
    );
  });
});

describe("a queue of several tabs", () => {
  const lined = (names: string[]) => names.map((name) => ({ config: CONFIG, presetId: null, name }));
  const namesIn = ({ page }: Tab) => page.queue.state.entries.map(({ name }) => name);

  it("is one: what a tab adds, moves or takes out shows in the other, and neither undoes the other's", async () => {
    const browser = new FakeBrowser();
    const [one, other] = [await browser.tab(), await browser.tab()];
    one.page.queue.add(lined(["a", "b"]));
    // Before it was told.
    other.page.queue.add(lined(["c"]));
    await settle();
    expect([one, other].map(namesIn)).toEqual([
      ["a", "b", "c"],
      ["a", "b", "c"],
    ]);
    other.page.queue.remove(one.page.queue.state.entries[0]!.id);
    one.page.queue.move(one.page.queue.state.entries[2]!.id, -1);
    await settle();
    expect([one, other].map(namesIn)).toEqual([
      ["c", "b"],
      ["c", "b"],
    ]);
  });

  it("is trained by one of them; the other says so, and may when that one is gone", async () => {
    const browser = new FakeBrowser();
    const [one, other] = [await browser.tab(), await browser.tab()];
    one.page.queue.add(lined(["a", "b"]));
    await settle();
    void one.page.conductor.start();
    await settle();
    expect(other.page.queue.state).toMatchObject({ isElsewhere: true, isRunning: false });
    await other.page.conductor.start();
    expect(other.page.state.run?.state).toBe("paused");
    expect(english(other.page.queue.state.said!)).toContain("Another tab trains the queue");
    other.page.queue.move(other.page.queue.state.entries[1]!.id, -1);
    expect(namesIn(other)).toEqual(["a", "b"]);

    const late = await browser.tab();
    await vi.waitFor(() => expect(late.page.queue.state.isElsewhere).toBe(true));
    browser.close(one);
    await vi.waitFor(() => expect(other.page.queue.state.isElsewhere).toBe(false));
    void other.page.conductor.start();
    await vi.waitFor(() => expect(other.page.queue.state.isRunning).toBe(true));
  });

  it("loses what another tab takes out, also what is under way, whose run then halts", async () => {
    const browser = new FakeBrowser();
    const [one, other] = [await browser.tab(), await browser.tab()];
    one.page.queue.add(lined(["a"]));
    const through = one.page.conductor.start();
    await settle();
    expect(one.page.state.run?.state).toBe("running");
    await other.page.conductor.cancel(other.page.queue.state.entries[0]!.id);
    await through;
    expect(one.page.state.run?.state).toBe("paused");
  });

  it("trains none anew that is open in another tab", async () => {
    const browser = new FakeBrowser();
    const [one, other] = [await browser.tab(), await browser.tab()];
    one.page.queue.add(lined(["a"]));
    void one.page.conductor.start();
    await settle();
    await trainAndPause(one);
    one.page.conductor.stop();
    await settle();
    await other.page.conductor.start();
    expect(other.page.queue.state.refused.map(({ reason }) => english(reason))).toEqual([
      "Its run is open in another tab: close it there, then try again.",
    ]);
  });

  it("says where the browser does not keep it, and goes on without", async () => {
    const refuses = { ...memoryText(), write: () => false };
    const { page } = await new FakeBrowser().tab({ queue: refuses });
    page.queue.add(lined(["a"]));
    page.queue.add(lined(["b"]));
    expect(page.queue.state).toMatchObject({ isKept: false, entries: [{ name: "a" }, { name: "b" }] });
  });

  it("keeps what it cannot read through changes, until it is let go", async () => {
    const browser = new FakeBrowser();
    browser.queue.content = JSON.stringify([{ of: "tomorrow" }, ENTRY]);
    const { page } = await browser.tab();
    page.queue.add(lined(["b"]));
    page.queue.remove(ENTRY.id);
    expect(readQueue(browser.queue.content)).toMatchObject({ unread: [{ of: "tomorrow" }], entries: [{ name: "b" }] });
    page.queue.forgetUnread();
    expect(readQueue(browser.queue.content)).toMatchObject({ unread: [], entries: [{ name: "b" }] });
  });
});

describe("what is lined up from the page", () => {
  it("is announced with how many wait; what is no experiment is said, and announced by nobody", async () => {
    const { page } = await new FakeBrowser().tab();
    const announced: string[] = [];
    const context = { playground: page, announce: (said: Said) => announced.push(english(said)) };
    lineUp(context, [{ config: CONFIG, presetId: null }]);
    lineUp(context, [{ config: { batchSize: -1 }, presetId: null }]);
    expect(announced).toEqual(["Added to the queue: 1 experiment waits."]);
    expect(page.state.notices).toMatchObject([{ kind: "notQueued" }]);
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
    queue.refuse(first!, verbatim("no room"));
    expect(() => queue.add([{ config: { batchSize: -1 }, presetId: null }])).toThrow("batchSize");

    const { state } = (await browser.tab({ queue: kept })).page.queue;
    expect(state.entries.map(({ name }) => name)).toEqual(["second"]);
    expect(state).toMatchObject({ isRunning: false, refused: [{ entry: { name: "first" } }], unread: [] });
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
