import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { readNews } from "../../../src/session/tabs/news";
import { browserTabs } from "../../../src/session/tabs/tabs";
import { historyIn } from "../../../src/storage/runs/history";
import { FakeBrowser, trainAndPause } from "./fakeBrowser";

describe("what tabs tell each other", () => {
  it("is read as what it is, or as nothing", () => {
    expect(readNews({ kind: "runs", ids: ["a"] })).toEqual({ kind: "runs", ids: ["a"] });
    expect(readNews({ kind: "checkpoints" })).toEqual({ kind: "checkpoints" });
    expect(readNews({ kind: "runs", ids: [7] })).toBeNull();
    expect(readNews({ kind: "ofTomorrow" })).toBeNull();
    fc.assert(fc.property(fc.anything(), (message) => readNews(message) === null));
  });

  it("is nothing where the browser has no channels, or refuses them", () => {
    const refuses = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const tabs of [browserTabs(undefined), browserTabs(refuses)]) {
      tabs.listen(() => expect.unreachable());
      tabs.tell({ kind: "checkpoints" });
    }
  });
});

describe("the runs of several tabs", () => {
  it("appear in the others as they are written, remarked upon, deleted and put back", async () => {
    const browser = new FakeBrowser();
    const [a, b] = [await browser.tab(), await browser.tab()];
    const id = await trainAndPause(a);
    expect(b.page.state.history).toMatchObject([{ id, stepsDone: 2 }]);

    await b.page.runs.archive.remark({ id }, { name: "mine" });
    await browser.settled();
    expect(a.page.state.history).toMatchObject([{ id, name: "mine" }]);

    await a.page.runs.remove([id]);
    await browser.settled();
    expect(b.page.state.history).toEqual([]);
    await a.page.runs.restore();
    await browser.settled();
    expect(b.page.state.history).toMatchObject([{ id, name: "mine" }]);
    // Ids alone, and no answer to what was heard.
    expect(browser.channels.said.filter((said) => (said as { kind: string }).kind === "runs")).toEqual(
      Array(4).fill({ kind: "runs", ids: [id] }),
    );
  });

  it("are as they were after junk on the channel, and after news of what is not there", async () => {
    const browser = new FakeBrowser();
    const [a, b] = [await browser.tab(), await browser.tab()];
    await trainAndPause(a);
    const before = b.page.state.history;
    for (const junk of [null, 7, "runs", { kind: "runs" }, { kind: "runs", ids: [{}] }, { ids: ["x"] }])
      browser.channels.post(junk);
    browser.channels.post({ kind: "runs", ids: ["never"] });
    await browser.settled();
    expect(b.page.state.history).toEqual(before);
    expect(b.page.state.notices).toEqual([]);
  });

  it("keep what was said of them in another tab, also where the page goes and looks at nothing any more", async () => {
    const browser = new FakeBrowser();
    const [a, b] = [await browser.tab(), await browser.tab()];
    const id = await trainAndPause(a);
    await b.page.runs.archive.remark({ id }, { note: "look here" });
    await browser.settled();
    a.service.tellLoss(2, 1);
    a.page.keepRun(true);
    await browser.settled();
    expect(await browser.runs.get(id)).toMatchObject({ stepsDone: 3, note: "look here" });
  });

  it("that cannot be read are listed as such", async () => {
    const browser = new FakeBrowser();
    const { page } = await browser.tab();
    await browser.runs.put({ id: "junk" });
    browser.channels.post({ kind: "runs", ids: ["junk"] });
    await browser.settled();
    expect(page.state.unreadable.runs.map(({ key }) => key)).toEqual(["junk"]);
    browser.channels.post({ kind: "runs", ids: ["junk"] });
    await browser.settled();
    expect(page.state.unreadable.runs).toHaveLength(1);
  });

  it("stay where another tab trains them, and that is said; once they are over they can go", async () => {
    const browser = new FakeBrowser();
    const [a, b] = [await browser.tab(), await browser.tab()];
    const id = await trainAndPause(a);
    await b.page.runs.remove([id]);
    expect(b.page.state.history.map((run) => run.id)).toEqual([id]);
    expect(b.page.state).toMatchObject({
      removed: null,
      notices: [{ kind: "runsElsewhere", detail: { args: { n: 1 } } }],
    });

    a.service.tell({ type: "state", state: "finished" });
    await browser.settled();
    await b.page.runs.remove([id]);
    await browser.settled();
    expect(b.page.state.history).toEqual([]);
    expect(a.page.state.history).toEqual([]);
    a.page.keepRun();
    await a.page.runs.archive.done();
    expect(await browser.runs.entries()).toEqual([]);
  });

  it("come back with the next save where no locks say that they are trained elsewhere: nothing is lost", async () => {
    const browser = new FakeBrowser({ hasLocks: false });
    const [a, b] = [await browser.tab(), await browser.tab()];
    const id = await trainAndPause(a);
    await b.page.runs.remove([id]);
    await browser.settled();
    expect(a.page.state.history).toEqual([]);
    a.service.tellLoss(2, 1);
    a.service.tell({ type: "state", state: "finished" });
    await vi.waitFor(() => expect(b.page.state.history).toMatchObject([{ id, stepsDone: 3 }]));
  });
});

describe("two histories of one store", () => {
  it("keep what the one says of a run while the other saves it again, the curves too", async () => {
    const browser = new FakeBrowser();
    const a = await browser.tab();
    const id = await trainAndPause(a);
    const [stale] = a.page.state.history;
    const [one, other] = [historyIn(browser.runs), historyIn(browser.runs)];
    const series = await one.series(id);
    await other.remark(id, { name: "mine", tags: ["x"], pinned: true });
    await one.keep({ ...stale!, stepsDone: 5 }, series);
    const [kept] = (await other.all()).documents;
    expect(kept).toMatchObject({ id, stepsDone: 5, name: "mine", tags: ["x"], pinned: true });
    expect((await other.series(id)).columns.series(0)).toEqual(series.columns.series(0));
  });
});

describe("a run that one tab trains", () => {
  it("is not offered to be gone on with in another, which says so where it is asked to", async () => {
    const browser = new FakeBrowser();
    const a = await browser.tab();
    const id = await trainAndPause(a);
    const b = await browser.tab();
    expect(b.page.state.checkpoints.map((head) => head.id)).toEqual([id]);
    expect(b.page.state.interrupted).toBeNull();
    expect(await b.page.goingOn.goOn(id)).toBe(false);
    expect(b.page.state.notices).toMatchObject([{ kind: "checkpointRefused" }]);
  });

  it("keeps its checkpoint, however many runs another tab trains meanwhile", async () => {
    const browser = new FakeBrowser();
    const [a, b] = [await browser.tab(), await browser.tab()];
    const id = await trainAndPause(a);
    const others: string[] = [];
    for (let run = 0; run < 4; run++) {
      others.push(await trainAndPause(b));
      await b.page.restart();
    }
    await browser.settled();
    const kept = b.page.state.checkpoints.map((head) => head.id);
    expect(kept).toContain(id);
    expect(kept).not.toContain(others[0]);
  });

  it("is no longer offered once another tab has gone on with it", async () => {
    const browser = new FakeBrowser();
    const lost = await browser.tab();
    const id = await trainAndPause(lost);
    browser.close(lost);
    const [b, c] = [await browser.tab(), await browser.tab()];
    expect([b, c].map(({ page }) => page.state.interrupted?.id)).toEqual([id, id]);
    expect(await c.page.goingOn.goOn(id)).toBe(true);
    await browser.settled();
    expect(b.page.state.interrupted).toBeNull();
  });

  it("is offered where the browser has no locks", async () => {
    const browser = new FakeBrowser({ hasLocks: false });
    const id = await trainAndPause(await browser.tab());
    expect((await browser.tab()).page.state.interrupted?.id).toBe(id);
  });
});
